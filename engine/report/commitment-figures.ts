import { sumDecimals, zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import type { ChargeLine, CostColumn } from '../pricing/charge.ts';
import { amortizedTo, prepaidAt, totalOfTerm } from '../pricing/commitments/payments.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';
import type { Horizon } from '../workload/horizon.ts';
import type { CommitmentResult } from './run-results.ts';

/** Key figures of a commitment over its part in the plan. Fractions and counts are null where there is nothing to divide by. */
export interface CommitmentFigures {
  /** Part of what was committed that was used. */
  readonly utilization: number | null;
  /** Part of the on-demand cost of the usage it may cover that it covers. */
  readonly coverage: number | null;
  /** Utilization from which on it costs no more than on-demand. */
  readonly breakEvenUtilization: number | null;
  /** Months until the on-demand cost saved reaches what was paid for it; null: not within the plan. */
  readonly monthsToBreakEvenCash: number | null;
  /** The same for all that is still due over its term. */
  readonly monthsToBreakEvenLiability: number | null;
}

const costOf = (lines: readonly ChargeLine[], column: CostColumn): Decimal => sumDecimals(lines.map(line => line[column]));
const quantityOf = (lines: readonly ChargeLine[]): Decimal =>
  sumDecimals(lines.map(({ CommitmentDiscountQuantity }) => CommitmentDiscountQuantity ?? zeroDecimal));
const share = (part: Decimal, whole: Decimal): number | null => (whole.greaterThan(0) ? part.dividedBy(whole).toNumber() : null);

/** First month whose running total of what is saved reaches the running total of what it costs. */
const firstReached = (saved: readonly Decimal[], due: readonly Decimal[]): number | null => {
  let [savedSoFar, dueSoFar] = [zeroDecimal, zeroDecimal];
  for (let month = 0; month < saved.length; month += 1) {
    savedSoFar = savedSoFar.plus(saved[month] ?? 0);
    dueSoFar = dueSoFar.plus(due[month] ?? 0);
    if (savedSoFar.greaterThan(0) && savedSoFar.greaterThanOrEqualTo(dueSoFar)) return month + 1;
  }
  return null;
};

/** Paid and not yet amortised at an instant: nothing once it is given up, which settles it. */
export const prepaidOf = ({ terms, unitCount, leftAt }: CommitmentResult, instant: EpochSeconds): Decimal =>
  leftAt !== null && instant > leftAt ? zeroDecimal : prepaidAt(terms, unitCount, instant);

/**
 * Utilization, coverage, break-even [EQ-COV-9], [EQ-COV-10]. On-demand cost is after negotiation. What was paid before the
 * plan counts as far as it is not amortised when the plan begins.
 */
export const commitmentFigures = (
  { lines, terms, unitCount, planHours: [firstHour], eligibleOnDemandCost }: CommitmentResult,
  { start, months }: Horizon,
): CommitmentFigures => {
  const used = lines.filter(line => line.CommitmentDiscountStatus === 'Used');
  const committed = lines.filter(line => line.CommitmentDiscountStatus !== null);
  const onDemand = costOf(used, 'ContractedCost');
  const [usedQuantity, committedQuantity] = [quantityOf(used), quantityOf(committed)];
  const fullValue = usedQuantity.greaterThan(0) ? onDemand.times(committedQuantity).dividedBy(usedQuantity) : zeroDecimal;

  // Months of the plan from the first in which it is live.
  const live = months.filter(({ endHour }) => endHour > firstHour);
  const inMonth = (from: readonly ChargeLine[], column: CostColumn): Decimal[] =>
    live.map(({ year, month }) => {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      return costOf(from.filter(line => line.BillingPeriodStart.startsWith(name)), column);
    });
  const saved = inMonth(used, 'ContractedCost');
  const paid = inMonth(lines, 'BilledCost');
  const opening = prepaidAt(terms, unitCount, start);
  const liability = totalOfTerm(terms).times(unitCount).minus(amortizedTo(terms, unitCount, start));
  return {
    utilization: share(usedQuantity, committedQuantity),
    coverage: eligibleOnDemandCost !== null && eligibleOnDemandCost > 0 ? onDemand.toNumber() / eligibleOnDemandCost : null,
    breakEvenUtilization: share(costOf(committed, 'EffectiveCost'), fullValue),
    monthsToBreakEvenCash: firstReached(saved, [opening.plus(paid[0] ?? 0), ...paid.slice(1)]),
    monthsToBreakEvenLiability: firstReached(saved, [liability]),
  };
};
