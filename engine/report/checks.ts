import { decimal, sumDecimals, zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import { compensatedSum } from '../numeric/sum.ts';
import { amortizedTo } from '../pricing/commitments/payments.ts';
import { prepaidOf } from './commitment-figures.ts';
import type { ChargeLine, CostColumn } from '../pricing/charge.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { effectiveNodeCount } from '../simulation/scaling.ts';
import { instantOfHour, type Horizon } from '../workload/horizon.ts';
import { amountOf, paymentWays, sumUnits, usageLines, type Ledger, type LedgerLine } from './ledger.ts';
import { billedNodeHours } from './node-hours.ts';
import type { CommitmentResult, OtherCharges, PlacementResult, RunResults } from './run-results.ts';

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
    tolerance: (minorUnit / 2) * Math.max(2, paymentWays(part)),
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
  commitments: readonly CommitmentResult[],
): Check[] => {
  const used = usageLines(lines).filter(({ origin }) => origin.placementId !== null);
  const byNode = placements.filter(({ vcpusBilled }) => vcpusBilled === null);
  const consumed = (unit: string): number =>
    hoursOf(
      used.filter(({ charge }) => charge.ConsumedUnit === unit),
      charge => charge.ConsumedQuantity,
    );
  const checks: Check[] = [
    {
      check: 'Node-hours run are the node-hours charged',
      scenarioId,
      expected: byNode.reduce((sum, placement) => sum + billedNodeHours(placement), 0),
      actual: consumed('Hours'),
      tolerance: quantityTolerance,
    },
  ];
  if (byNode.length < placements.length) {
    checks.push({
      check: 'vCPU-hours run are the vCPU-hours charged',
      scenarioId,
      expected: placements.reduce((sum, placement) => sum + billedNodeHours(placement) * (placement.vcpusBilled ?? 0), 0),
      actual: consumed('VCPU-Hours'),
      tolerance: quantityTolerance,
    });
  }
  const quantities = commitments.flatMap(({ lines: own }) =>
    own.flatMap(line => (line.CommitmentDiscountStatus ? [line.CommitmentDiscountQuantity ?? zeroDecimal] : [])),
  );
  const committed = commitments.map(({ unitCount, committedPerUnitHour, planHours: [first, end] }) =>
    decimal(committedPerUnitHour).times(unitCount).times(end - first),
  );
  checks.push({
    check: 'Committed hours are used or unused',
    scenarioId,
    expected: sumDecimals(committed).toNumber(),
    actual: sumDecimals(quantities).toNumber(),
    tolerance: quantityTolerance,
  });
  return checks;
};

const costOf = (lines: readonly ChargeLine[], column: CostColumn): Decimal => sumDecimals(lines.map(line => line[column]));

/**
 * FOCUS: used and unused hours carry the amortized part of the term; over a whole term that is what was billed; in a part
 * of it the prepaid balances close it.
 */
const commitmentChecks = (scenarioId: string, commitments: readonly CommitmentResult[], horizon: Horizon, ledger: Ledger): Check[] => {
  if (commitments.length === 0) return [];
  const tolerance = 10 ** -ledger.decimals / 2;
  const all = commitments.flatMap(({ lines }) => lines);
  const amortized = commitments.map(({ terms, unitCount, planHours }) => {
    const [from, to] = planHours.map(hour => instantOfHour(horizon, hour)) as [number, number];
    return amortizedTo(terms, unitCount, to).minus(amortizedTo(terms, unitCount, from));
  });
  const prepaid = (instant: number): Decimal =>
    sumDecimals(commitments.map(commitment => prepaidOf(commitment, instant)));
  const checks: Check[] = [
    {
      check: 'Commitments cost their part of the term',
      scenarioId,
      expected: sumDecimals(amortized).toNumber(),
      actual: costOf(all.filter(line => line.CommitmentDiscountStatus !== null), 'EffectiveCost').toNumber(),
      tolerance,
    },
    {
      check: 'What commitments bill and cost is the change of what is prepaid',
      scenarioId,
      expected: prepaid(horizon.end).minus(prepaid(horizon.start)).toNumber(),
      actual: costOf(all, 'BilledCost').minus(costOf(all, 'EffectiveCost')).toNumber(),
      tolerance,
    },
  ];
  const whole = commitments
    .filter(({ terms: { term } }) => term.start >= horizon.start)
    .filter(({ terms: { term }, leftAt }) => (leftAt === null ? term.end <= horizon.end : leftAt < horizon.end))
    .flatMap(({ lines }) => lines);
  if (whole.length > 0) {
    checks.push({
      check: 'Whole terms: effective cost is what was billed',
      scenarioId,
      expected: costOf(whole, 'BilledCost').toNumber(),
      actual: costOf(whole, 'EffectiveCost').toNumber(),
      tolerance,
    });
  }
  return checks;
};

/** Demand is served, unserved or still waits; none is served that the nodes could not carry. */
const demandChecks = (scenarioId: string, placements: readonly PlacementResult[]): Check[] =>
  placements.flatMap(({ placementId, outcome }): Check[] => {
    if (outcome.kind !== 'service') return [];
    const {
      capacity: { demandByHour, servedByHour, servingNodesByHour, unservedByHour, leftOver },
      sizing,
    } = outcome;
    const served = servedByHour.map((demand, hour) =>
      Math.min(demand, (servingNodesByHour[hour] as number) * sizing.capacityPerNode),
    );
    const expected = compensatedSum(demandByHour);
    return [
      {
        check: `Demand of ${placementId} is served or unserved`,
        scenarioId,
        expected,
        actual: compensatedSum(served) + compensatedSum(unservedByHour) + leftOver,
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
export const runChecks = ({ scenarios, horizon }: RunResults, ledger: Ledger): Check[] =>
  scenarios.flatMap(({ id, placements: own, otherCharges, commitments }) => {
    const lines = ledger.byScenario.get(id) ?? [];
    return [
      ...roundingChecks(id, lines, ledger),
      ...hourChecks(id, lines, own, commitments),
      ...meterChecks(id, otherCharges),
      ...commitmentChecks(id, commitments, horizon, ledger),
      ...demandChecks(id, own),
      ...workChecks(id, own),
      priceCheck(id, lines, ledger),
    ];
  });

/** It holds: not so when a figure is not a number. */
export const checkHolds = ({ expected, actual, tolerance }: Check): boolean => Math.abs(actual - expected) <= tolerance;
