import { minorUnits } from '../money/currency.ts';
import { decimal, sumDecimals, type Decimal } from '../numeric/decimal.ts';
import { costColumns, type ChargeLine, type CostColumn } from '../pricing/charge.ts';
import type { PriceBasis } from '../pricing/hourly-price.ts';
import { groupBy } from './group-by.ts';
import { roundToSum } from './round-to-sum.ts';
import type { ChargeOrigin, PricedCharge, RunResults } from './run-results.ts';

/** Costs in whole minor units of the currency, by cost column. */
export type CostUnits = Readonly<Record<CostColumn, number>>;

/** One line of the ledger as it will stand in the sheet. */
export interface LedgerLine {
  readonly origin: ChargeOrigin;
  /** Index of the plan's month the line is invoiced in. */
  readonly monthIndex: number;
  readonly charge: ChargeLine;
  readonly basis: PriceBasis | null;
  readonly units: CostUnits;
}

/** All lines in canonical order: scenario, month, origin (placements first); rounded so that every total of them is exact. */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  readonly byScenario: ReadonlyMap<string, readonly LedgerLine[]>;
  /** By placement, or what else the charge is for. */
  readonly byOrigin: ReadonlyMap<ChargeOrigin, readonly LedgerLine[]>;
  readonly currency: string;
  /** Decimals of the minor unit. */
  readonly decimals: number;
}

interface OpenLine extends Omit<LedgerLine, 'units'> {
  readonly units: Record<CostColumn, number>;
}

/** A line with the exact cost, in minor units, that is being rounded. */
interface ExactLine {
  readonly line: OpenLine;
  readonly exact: Decimal;
}

type Grouping = (line: OpenLine) => string | number;

/**
 * Rounds one cost column from the whole to its parts: the total is rounded half to even, its groups are rounded to add
 * to it, their groups to add to them, and at last the lines. So whatever a reader adds up, the sheet agrees.
 */
const roundColumn = (
  lines: readonly ExactLine[],
  column: CostColumn,
  total: number,
  groupings: readonly Grouping[],
): void => {
  const [grouping, ...finer] = groupings;
  if (!grouping) {
    const rounded = roundToSum(
      lines.map(({ exact }) => exact),
      total,
    );
    lines.forEach(({ line }, index) => (line.units[column] = rounded[index] as number));
    return;
  }
  const groups = new Map<string | number, ExactLine[]>();
  for (const each of lines) {
    const name = grouping(each.line);
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  const members = [...groups.values()];
  const totals = roundToSum(
    members.map(group => sumDecimals(group.map(({ exact }) => exact))),
    total,
  );
  members.forEach((group, index) => roundColumn(group, column, totals[index] as number, finer));
};

const roundingOrder: readonly Grouping[] = [line => line.monthIndex, line => line.origin.workloadId ?? ''];

const payments = ['purchase', 'committed', 'as used', 'tax', 'other'] as const;

/** How a line is paid: purchases, what they cover, what is paid as it is used, and taxes and credits. */
const payment = ({ charge }: Pick<LedgerLine, 'charge'>): (typeof payments)[number] => {
  if (charge.ChargeCategory === 'Purchase') return 'purchase';
  if (charge.ChargeCategory === 'Tax') return 'tax';
  if (charge.ChargeCategory !== 'Usage') return 'other';
  return charge.CommitmentDiscountStatus ? 'committed' : 'as used';
};

/**
 * Each way of paying is rounded by itself: so costs that are equal stay equal on every line (billed, contracted and
 * effective cost of what is paid as used), and a total is off by half a minor unit at most for each way it has.
 */
const roundScenario = (lines: readonly OpenLine[], decimals: number): void => {
  const minorUnitsPerUnit = decimal(10).pow(decimals);
  for (const way of payments) {
    const part = lines.filter(line => payment(line) === way);
    for (const column of costColumns) {
      const exact = part.map(line => ({ line, exact: line.charge[column].times(minorUnitsPerUnit) }));
      const total = sumDecimals(exact.map(each => each.exact))
        .toDecimalPlaces(0)
        .toNumber();
      roundColumn(exact, column, total, roundingOrder);
    }
  }
};

/** The ledger of a run in canonical order, rounded once. */
export const makeLedger = ({ horizon, scenarios, baseCurrency }: RunResults): Ledger => {
  const decimals = minorUnits(baseCurrency);
  const monthIndexOf = new Map(
    horizon.months.map(({ year, month }, index) => [`${year}-${String(month).padStart(2, '0')}`, index]),
  );
  const byScenario = new Map<string, readonly LedgerLine[]>();
  const openLines = (origin: ChargeOrigin, lines: readonly PricedCharge[]): OpenLine[] =>
    lines.map(({ charge, basis }) => {
      const monthIndex = monthIndexOf.get(charge.BillingPeriodStart.slice(0, 7));
      if (monthIndex === undefined) throw new Error(`${charge.BillingPeriodStart} lies outside the plan`);
      const units = { ListCost: 0, ContractedCost: 0, BilledCost: 0, EffectiveCost: 0 };
      return { origin, monthIndex, charge, basis, units };
    });
  for (const { id, placements, otherCharges } of scenarios) {
    const open = [
      ...placements.flatMap(placement => openLines(placement, placement.lines)),
      ...otherCharges.flatMap(({ origin, lines }) => openLines(origin, lines)),
    ];
    open.sort((a, b) => a.monthIndex - b.monthIndex);
    roundScenario(open, decimals);
    byScenario.set(id, open);
  }
  const lines = [...byScenario.values()].flat();
  const byOrigin = groupBy(lines, ({ origin }) => origin);
  return { lines, byScenario, byOrigin, currency: baseCurrency, decimals };
};

export const mostPaymentWays = payments.length;

/** In how many ways some lines are paid: each is rounded by itself, so each may be off by half a minor unit. */
export const paymentWays = (lines: readonly LedgerLine[]): number => new Set(lines.map(payment)).size;

/** Sum of a cost column in minor units. */
export const sumUnits = (lines: readonly LedgerLine[], column: CostColumn): number =>
  lines.reduce((sum, { units }) => sum + units[column], 0);

/** A double as an amount of whole minor units. */
export const roundedAmount = (amount: number, { decimals }: Pick<Ledger, 'decimals'>): number =>
  decimal(amount).toDecimalPlaces(decimals).toNumber();

/** Minor units as an amount of the currency. */
export const amountOf = (units: number, { decimals }: Pick<Ledger, 'decimals'>): number =>
  Number(`${units}e-${decimals}`);

/** Lines of what ran (or was committed and did not): the ones whose list cost may be added up. */
export const usageLines = (lines: readonly LedgerLine[]): LedgerLine[] =>
  lines.filter(({ charge }) => charge.ChargeCategory === 'Usage');
