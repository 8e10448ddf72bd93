import { sumDecimals, zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import { compensatedSum } from '../numeric/sum.ts';
import { termTotal } from '../pricing/amortize.ts';
import type { ChargeLine, CostColumn } from '../pricing/charge.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { effectiveNodeCount } from '../simulation/scaling.ts';
import { amountOf, sumUnits, usageLines, type Ledger, type LedgerLine } from './ledger.ts';
import { billedNodeHours } from './node-hours.ts';
import type { OtherCharges, PlacementResult, RunResults } from './run-results.ts';

/** Two ways to the same figure, which must agree. */
export interface Check {
  readonly check: string;
  readonly scenarioId: string;
  readonly expected: number;
  readonly actual: number;
  readonly tolerance: number;
}

const quantityTolerance = 1e-6;

const total = (lines: readonly LedgerLine[], column: CostColumn): Decimal =>
  sumDecimals(lines.map(({ charge }) => charge[column]));

/** Rounded lines against the exact total: off by half a minor unit for each way of paying in it. */
const roundingChecks = (scenarioId: string, lines: readonly LedgerLine[], ledger: Ledger): Check[] => {
  const minorUnit = 10 ** -ledger.decimals;
  const check = (name: string, part: readonly LedgerLine[], column: CostColumn): Check => ({
    check: name,
    scenarioId,
    expected: total(part, column).toNumber(),
    actual: amountOf(sumUnits(part, column), ledger),
    tolerance: minorUnit,
  });
  const used = usageLines(lines);
  return [
    check('Lines add up to the billed cost', lines, 'BilledCost'),
    check('Lines add up to the effective cost', lines, 'EffectiveCost'),
    check('Usage lines add up to the list cost', used, 'ListCost'),
    check('Usage lines add up to the contracted cost', used, 'ContractedCost'),
  ];
};

const hoursOf = (lines: readonly LedgerLine[], pick: (charge: ChargeLine) => Decimal | null): number =>
  sumDecimals(lines.map(({ charge }) => pick(charge) ?? zeroDecimal)).toNumber();

/** What ran is what is charged, and what was committed is either used or unused. */
const hourChecks = (
  scenarioId: string,
  lines: readonly LedgerLine[],
  placements: readonly PlacementResult[],
): Check[] => {
  const run = placements.reduce((sum, placement) => sum + billedNodeHours(placement), 0);
  const committed = placements.reduce(
    (sum, { commitment }) =>
      sum + (commitment ? commitment.nodeCount * (commitment.planHours[1] - commitment.planHours[0]) : 0),
    0,
  );
  const used = usageLines(lines);
  return [
    {
      check: 'Node-hours run are the node-hours charged',
      scenarioId,
      expected: run,
      actual: hoursOf(
        used.filter(({ origin }) => origin.placementId !== null),
        charge => charge.ConsumedQuantity,
      ),
      tolerance: quantityTolerance,
    },
    {
      check: 'Committed hours are used or unused',
      scenarioId,
      expected: committed,
      actual: hoursOf(
        used.filter(({ charge }) => charge.CommitmentDiscountStatus),
        charge => charge.CommitmentDiscountQuantity,
      ),
      tolerance: quantityTolerance,
    },
  ];
};

/** FOCUS: used and unused hours carry the amortized part of the term; over a whole term that is what was billed. */
const commitmentChecks = (scenarioId: string, placements: readonly PlacementResult[], ledger: Ledger): Check[] => {
  const committed = placements.filter(({ commitment }) => commitment);
  if (committed.length === 0) return [];
  const tolerance = 10 ** -ledger.decimals / 2;
  const linesOf = (placement: PlacementResult): LedgerLine[] =>
    (ledger.byOrigin.get(placement) ?? []).filter(({ charge }) => charge.CommitmentDiscountId !== null);
  const amortized = sumDecimals(
    committed.map(({ commitment }) => {
      if (!commitment || commitment.price.termHours === null) return zeroDecimal;
      const {
        nodeCount,
        price,
        planHours: [first, end],
      } = commitment;
      const whole = termTotal(price.upfront, price.recurringPerHour, commitment.price.termHours).amount.times(
        nodeCount,
      );
      return whole.times(end - first).dividedBy(commitment.price.termHours);
    }),
  );
  const effective = sumDecimals(committed.map(placement => total(linesOf(placement), 'EffectiveCost')));
  const isWhole = ({ commitment }: PlacementResult): boolean =>
    commitment !== null && commitment.price.termHours === commitment.planHours[1] - commitment.planHours[0];
  const whole = committed.filter(isWhole).flatMap(linesOf);
  const checks: Check[] = [
    {
      check: 'Commitments cost their part of the term',
      scenarioId,
      expected: amortized.toNumber(),
      actual: effective.toNumber(),
      tolerance,
    },
  ];
  if (whole.length > 0) {
    checks.push({
      check: 'Whole terms: effective cost is what was billed',
      scenarioId,
      expected: total(whole, 'BilledCost').toNumber(),
      actual: total(whole, 'EffectiveCost').toNumber(),
      tolerance,
    });
  }
  return checks;
};

/** Demand is served or unserved, counted again from nodes and capacity. */
const demandChecks = (scenarioId: string, placements: readonly PlacementResult[]): Check[] =>
  placements.flatMap(({ placementId, outcome }): Check[] => {
    if (outcome.kind !== 'service') return [];
    const {
      capacity: { demandByHour, nodesByHour, unservedByHour },
      sizing,
    } = outcome;
    const served = demandByHour.map((demand, hour) =>
      Math.min(demand, (nodesByHour[hour] as number) * sizing.capacityPerNode),
    );
    const expected = compensatedSum(demandByHour);
    return [
      {
        check: `Demand of ${placementId} is served or unserved`,
        scenarioId,
        expected,
        actual: compensatedSum(served) + compensatedSum(unservedByHour),
        tolerance: Math.max(1, expected) * 1e-9,
      },
    ];
  });

/** The time nodes worked, at their effective count and efficiency, is the work of the job. */
const workChecks = (scenarioId: string, placements: readonly PlacementResult[]): Check[] =>
  placements.flatMap(({ placementId, outcome }): Check[] => {
    if (outcome.kind !== 'job') return [];
    const { run, work } = outcome;
    const { coresPerNode, efficiency = 1, sigma = 0, kappa = 0, bootSeconds = 0 } = work;
    const workedHours = (run.end - run.start - bootSeconds) / secondsPerHour;
    return [
      {
        check: `Work of ${placementId} is done`,
        scenarioId,
        expected: work.workHours,
        actual: workedHours * effectiveNodeCount(run.nodeCount, sigma, kappa) * coresPerNode * efficiency,
        tolerance: Math.max(1, work.workHours) * 1e-6,
      },
    ];
  });

/** Price times quantity is the cost of each line, to the minor unit of rounding. */
const priceCheck = (scenarioId: string, lines: readonly LedgerLine[], ledger: Ledger): Check => {
  const paid = lines.filter(({ charge }) => charge.ContractedUnitPrice && charge.CommitmentDiscountStatus !== 'Unused');
  const worst = paid.reduce((most, { charge, units }) => {
    const product = charge.ContractedUnitPrice?.times(charge.PricingQuantity ?? 0).toNumber() ?? 0;
    return Math.max(most, Math.abs(product - amountOf(units.ContractedCost, ledger)));
  }, 0);
  return {
    check: 'Price times quantity is the cost, largest difference of a line',
    scenarioId,
    expected: 0,
    actual: worst,
    tolerance: 10 ** -ledger.decimals,
  };
};

/** What meters counted is what is charged, tier by tier. */
const meterChecks = (scenarioId: string, charges: readonly OtherCharges[]): Check[] => {
  const metered = charges.flatMap(({ meteredQuantity, lines }) =>
    meteredQuantity
      ? [{ counted: meteredQuantity, charged: sumDecimals(lines.map(({ charge }) => charge.ConsumedQuantity ?? zeroDecimal)) }]
      : [],
  );
  if (metered.length === 0) return [];
  const worst = metered.reduce((most, { counted, charged }) => Math.max(most, charged.minus(counted).abs().toNumber()), 0);
  const check = 'Metered quantities are charged, largest difference of a usage';
  return [{ check, scenarioId, expected: 0, actual: worst, tolerance: quantityTolerance }];
};

/** Every identity the results must satisfy, scenario by scenario. */
export const runChecks = ({ scenarios }: RunResults, ledger: Ledger): Check[] =>
  scenarios.flatMap(({ id, placements: own, otherCharges }) => {
    const lines = ledger.byScenario.get(id) ?? [];
    return [
      ...roundingChecks(id, lines, ledger),
      ...hourChecks(id, lines, own),
      ...meterChecks(id, otherCharges),
      ...commitmentChecks(id, own, ledger),
      ...demandChecks(id, own),
      ...workChecks(id, own),
      priceCheck(id, lines, ledger),
    ];
  });

/** It holds: not so when a figure is not a number. */
export const checkHolds = ({ expected, actual, tolerance }: Check): boolean => Math.abs(actual - expected) <= tolerance;
