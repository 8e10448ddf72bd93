import { coverByIntervals, type Interval, type PeriodSavings } from '../numeric/interval-flow.ts';
import { hoursAbove, makeLoadDuration, peakUnits, usageAbove } from './load-duration.ts';
import { rateSchedule, type ScheduleCost } from './schedule-cost.ts';
import {
  countedFee, countedPeriods, demandSchedule, horizonRules,
  type HorizonRule, type Schedule, type SchedulePeriod, type SchedulePurchase, type ScheduleOption,
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

/**
 * What to buy when, what to add and what to let expire: the cheapest purchases over all periods, exactly. Each purchase
 * covers consecutive periods, so the program is a flow and whole demand makes whole units. [EQ-OPT-8] With a step, what a
 * period saves is taken from step to step: then the flow is in whole steps, and no other purchases in them cost less.
 */
export const optimizeSchedule = (schedule: Schedule): SchedulePlan => {
  demandSchedule(schedule);
  const horizon = schedule.periods.length;
  const counted = countedPeriods(schedule);
  const candidates: { readonly option: ScheduleOption; readonly interval: Interval }[] = [];
  for (let from = 0; from < counted.length; from += 1) {
    for (const option of schedule.options) {
      const [first, end] = option.purchasePeriods ?? [0, horizon];
      if (from < first || (from >= end && end < horizon)) continue;
      const to = Math.min(from + option.termPeriods, counted.length);
      candidates.push({ option, interval: { from, to, cost: countedFee(option, from, counted.length, schedule.rule) } });
    }
  }
  const units = coverByIntervals(counted.map(period => savingsOf(period, schedule.step)), candidates.map(({ interval }) => interval));
  const bought = candidates.flatMap(({ option, interval: { from } }, index): SchedulePurchase[] => {
    const amount = units[index] as number;
    return amount > 0 ? [{ option, period: from, units: amount, endPeriod: from + option.termPeriods }] : [];
  });
  return {
    ...rateSchedule(schedule, bought),
    rule: schedule.rule,
    purchases: bought.filter(({ period }) => period < horizon),
    laterPurchases: bought.filter(({ period }) => period >= horizon),
    countedCostOfDoingNothing: rateSchedule(schedule, []).countedCost,
  };
};

/** The best purchases under each way to count what lies beyond the horizon. */
export const optimizeUnderEachRule = (schedule: Omit<Schedule, 'rule'>): SchedulePlan[] =>
  horizonRules.map(rule => optimizeSchedule({ ...schedule, rule }));

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
