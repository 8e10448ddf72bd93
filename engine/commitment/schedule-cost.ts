import { makeLoadDuration, usageAbove } from './load-duration.ts';
import { countedFee, countedPeriods, feeUntilLeft, termFee, type Schedule, type SchedulePurchase } from './schedule.ts';

/** What purchases cost, period by period of the horizon, and as the rule counts it. */
export interface ScheduleCost {
  /** Fees as the rule counts them, and on-demand cost of all periods it counts: what is least. */
  readonly countedCost: number;
  /** Units committed by these purchases, without those held. */
  readonly committedUnits: Float64Array;
  readonly onDemandCost: Float64Array;
  /** Upfront fees when bought, recurring ones while live, less what giving up brings. */
  readonly feesPaid: Float64Array;
  /** The same fees, evenly over each term, or the part of it that it is held. */
  readonly feesAmortized: Float64Array;
  /** Recurring fees of what was bought inside the horizon, still to be paid when it ends. */
  readonly remainingLiability: number;
}

/** Rates any purchases, best or not. */
export const rateSchedule = (schedule: Schedule, purchases: readonly SchedulePurchase[]): ScheduleCost => {
  const horizon = schedule.periods.length;
  const counted = countedPeriods(schedule);
  const committed = new Float64Array(counted.length);
  const feesPaid = new Float64Array(horizon);
  const feesAmortized = new Float64Array(horizon);
  let countedCost = 0;
  let remainingLiability = 0;
  for (const purchase of purchases) {
    const { option, period: start, units, endPeriod, left } = purchase;
    countedCost += units * (left ? feeUntilLeft(purchase) : countedFee(option, start, counted.length, schedule.rule));
    const amortizedFee = left ? feeUntilLeft(purchase) / (endPeriod - start) : termFee(option) / option.termPeriods;
    if (left && start < horizon) add(feesPaid, Math.min(endPeriod, horizon - 1), -units * left.proceeds);
    if (start < horizon) add(feesPaid, start, units * option.upfrontPerUnit);
    for (let period = start; period < Math.min(endPeriod, counted.length); period += 1) {
      add(committed, period, units);
      if (period >= horizon) continue;
      add(feesPaid, period, units * option.recurringPerUnitPeriod);
      add(feesAmortized, period, units * amortizedFee);
    }
    if (start < horizon) remainingLiability += units * option.recurringPerUnitPeriod * Math.max(0, endPeriod - horizon);
  }
  const onDemandCost = Float64Array.from(counted, ({ unitsByHour, onDemandPerHour, heldUnits }, period) =>
    onDemandPerHour * usageAbove(makeLoadDuration(unitsByHour), heldUnits + (committed[period] as number)));
  for (const cost of onDemandCost) countedCost += cost;
  return {
    countedCost,
    committedUnits: committed.subarray(0, horizon),
    onDemandCost: onDemandCost.subarray(0, horizon),
    feesPaid,
    feesAmortized,
    remainingLiability,
  };
};

const add = (totals: Float64Array, index: number, amount: number): void => {
  totals[index] = (totals[index] as number) + amount;
};
