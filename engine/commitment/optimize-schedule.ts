import { coverByIntervals, type Interval, type PeriodSavings } from '../numeric/interval-flow.ts';
import { hoursAbove, makeLoadDuration, peakUnits, usageAbove } from './load-duration.ts';
import { rateSchedule, type ScheduleCost } from './schedule-cost.ts';
import {
  countedFee, countedPeriods, demandSchedule, feeUntilLeft, valueAfter,
  type HorizonRule, type Schedule, type SchedulePeriod, type SchedulePurchase,
} from './schedule.ts';

export interface SchedulePlan extends ScheduleCost {
  readonly rule: HorizonRule;
  /** By period, then in the order of the options. */
  readonly purchases: readonly SchedulePurchase[];
  /** Beyond the horizon, where the rule extends demand: how it would go on. */
  readonly laterPurchases: readonly SchedulePurchase[];
  /** Everything that is not held on demand, over the same periods. */
  readonly countedCostOfDoingNothing: number;
}

/** What a unit of money counts for that is due upfront, or taken from the pool of refunds: the price of a limit. */
export interface LimitPrices {
  readonly upfront: number;
  readonly pool: number;
}

const noLimit: LimitPrices = { upfront: 0, pool: 0 };

/** Every purchase there could be: of each option in each period, kept or given up in each later one. */
const possiblePurchases = ({ options, periods: { length: horizon } }: Schedule, countedCount: number): Omit<SchedulePurchase, 'units'>[] => {
  const possible: Omit<SchedulePurchase, 'units'>[] = [];
  for (let period = 0; period < countedCount; period += 1) {
    for (const option of options) {
      const [first, end] = option.purchasePeriods ?? [0, horizon];
      if (period < first || (period >= end && end < horizon)) continue;
      possible.push({ option, period, endPeriod: period + option.termPeriods });
      for (let endPeriod = period + 1; endPeriod <= countedCount && period < horizon; endPeriod += 1) {
        const left = valueAfter(option, endPeriod - period);
        if (left) possible.push({ option, period, endPeriod, left });
      }
    }
  }
  return possible;
};

/**
 * What to buy when, what to add and what to let expire: the cheapest purchases over all periods, exactly. Each purchase
 * covers consecutive periods, so the program is a flow and whole demand makes whole units. [EQ-OPT-8] With a step, what a
 * period saves is taken from step to step: then the flow is in whole steps, and no other purchases in them cost less.
 */
export const optimizeSchedule = (schedule: Schedule, limitPrices = noLimit): SchedulePlan => {
  demandSchedule(schedule);
  const horizon = schedule.periods.length;
  const counted = countedPeriods(schedule);
  const possible = possiblePurchases(schedule, counted.length);
  const intervals = possible.map((purchase): Interval => {
    const { option, period, endPeriod, left } = purchase;
    const fee = left ? feeUntilLeft({ ...purchase, units: 1 }) : countedFee(option, period, counted.length, schedule.rule);
    const upfront = period < horizon ? option.upfrontPerUnit : 0;
    const cost = fee + limitPrices.upfront * upfront + limitPrices.pool * (left?.poolUsed ?? 0);
    return { from: period, to: Math.min(endPeriod, counted.length), cost };
  });
  const units = coverByIntervals(counted.map(period => savingsOf(period, schedule.step)), intervals);
  const bought = possible.flatMap((purchase, index): SchedulePurchase[] => {
    const amount = units[index] as number;
    return amount > 0 ? [{ ...purchase, units: amount }] : [];
  });
  return planOf(schedule, bought);
};

/** Any purchases, best or not, as a plan. */
export const planOf = (schedule: Schedule, bought: readonly SchedulePurchase[]): SchedulePlan => {
  const horizon = schedule.periods.length;
  return {
    ...rateSchedule(schedule, bought),
    rule: schedule.rule,
    purchases: bought.filter(({ period }) => period < horizon),
    laterPurchases: bought.filter(({ period }) => period >= horizon),
    countedCostOfDoingNothing: rateSchedule(schedule, []).countedCost,
  };
};

/** What covering a period saves, from the units held up: by level of demand, or by step. */
const savingsOf = ({ unitsByHour, onDemandPerHour, heldUnits }: SchedulePeriod, step?: number): PeriodSavings => {
  const lengths: number[] = [];
  const savings: number[] = [];
  if (onDemandPerHour === 0) return { lengths, savings };
  const curve = makeLoadDuration(unitsByHour);
  let level = heldUnits;
  if (step !== undefined) {
    const peak = peakUnits(curve);
    for (let left = usageAbove(curve, level); level < peak; level += step) {
      const leftAbove = usageAbove(curve, level + step);
      lengths.push(step);
      savings.push((onDemandPerHour * (left - leftAbove)) / step);
      left = leftAbove;
    }
    return { lengths, savings };
  }
  // Equal levels are one: what a unit between two levels saves is the price of the hours that want it.
  for (const next of curve.levels) {
    if (next <= level) continue;
    lengths.push(next - level);
    savings.push(onDemandPerHour * hoursAbove(curve, level));
    level = next;
  }
  return { lengths, savings };
};
