import { optimizeSchedule, planOf, type LimitPrices, type SchedulePlan } from './optimize-schedule.ts';
import type { Schedule, SchedulePurchase } from './schedule.ts';

/** Limits that several schedules keep together; infinite: none. */
export interface ScheduleLimits {
  /** All upfront fees of the horizon. */
  readonly upfront: number;
  /** Fees left of all that is returned in any twelve periods. */
  readonly refundPool: number;
}

export interface LimitedSchedules {
  /** One for each schedule. */
  readonly plans: readonly SchedulePlan[];
  /** All plans together cannot cost less within the limits. */
  readonly lowerBound: number;
}

const poolPeriods = 12;
const bisections = 24;
const mostDoublings = 60;

const total = <Item>(items: readonly Item[], figure: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + figure(item), 0);

const upfrontOf = (plans: readonly SchedulePlan[]): number =>
  total(plans, ({ purchases }) => total(purchases, ({ option, units }) => option.upfrontPerUnit * units));

const refundsOf = (plans: readonly SchedulePlan[]) =>
  plans.flatMap(({ purchases }) =>
    purchases.flatMap(({ left, units, endPeriod }) => (left ? [{ at: endPeriod, used: left.poolUsed * units }] : [])));

/** What any twelve periods take of the pool, at most. */
const poolOf = (plans: readonly SchedulePlan[]): number => {
  const refunds = refundsOf(plans);
  const inYearTo = (at: number) => refunds.filter(other => other.at > at - poolPeriods && other.at <= at);
  return Math.max(0, ...refunds.map(({ at }) => total(inYearTo(at), ({ used }) => used)));
};

const keyOf = ({ option: { id }, period, endPeriod, left }: SchedulePurchase): string =>
  [id, period, endPeriod, left ? 'left' : ''].join('|');

/** So much of the way from one plan to another, in whole steps not above it. */
const between = (schedule: Schedule, from: SchedulePlan, to: SchedulePlan, share: number): SchedulePlan => {
  const all = [...from.purchases, ...from.laterPurchases, ...to.purchases, ...to.laterPurchases];
  const unitsIn = (plan: SchedulePlan): Map<string, number> =>
    new Map([...plan.purchases, ...plan.laterPurchases].map(each => [keyOf(each), each.units]));
  const [low, high] = [unitsIn(from), unitsIn(to)];
  const { step } = schedule;
  const whole = (units: number): number => (step === undefined ? units : Math.floor(units / step + 1e-9) * step);
  const merged = [...new Map(all.map(each => [keyOf(each), each]))].flatMap(([key, purchase]): SchedulePurchase[] => {
    const units = whole((1 - share) * (low.get(key) ?? 0) + share * (high.get(key) ?? 0));
    return units > 0 ? [{ ...purchase, units }] : [];
  });
  return planOf(schedule, merged.sort((a, b) => a.period - b.period));
};

/**
 * The cheapest purchases of several schedules that share limits: each limit gets a price, the lowest at which the plans keep
 * to it. Between them and the plans that were still too much lies what spends all there is; in whole steps it is rounded
 * down, and single purchases are added while they fit and save. The bound is Lagrange's, so it holds whatever was found.
 * [EQ-OPT-4]
 */
export const optimizeSchedules = (schedules: readonly Schedule[], { upfront, refundPool }: ScheduleLimits): LimitedSchedules => {
  const slack = 1e-9;
  const isPayable = (plans: readonly SchedulePlan[]): boolean => upfrontOf(plans) <= upfront * (1 + slack);
  const isReturnable = (plans: readonly SchedulePlan[]): boolean => poolOf(plans) <= refundPool * (1 + slack);
  const fits = (plans: readonly SchedulePlan[]): boolean => isPayable(plans) && isReturnable(plans);
  const costOf = (plans: readonly SchedulePlan[]): number => total(plans, ({ countedCost }) => countedCost);
  // Terms given up later than twelve periods after the last fall into a pool of their own.
  const pools = Math.ceil(Math.max(0, ...schedules.map(({ periods }) => periods.length)) / poolPeriods);
  let lowerBound = -Infinity;
  const at = (prices: LimitPrices): SchedulePlan[] => {
    const plans = schedules.map(schedule => optimizeSchedule(schedule, prices));
    const paid = prices.upfront * upfrontOf(plans) + prices.pool * total(refundsOf(plans), ({ used }) => used);
    const allowed = (prices.upfront > 0 ? prices.upfront * upfront : 0) + (prices.pool > 0 ? prices.pool * refundPool * pools : 0);
    lowerBound = Math.max(lowerBound, costOf(plans) + paid - allowed);
    return plans;
  };

  let prices: LimitPrices = { upfront: 0, pool: 0 };
  let plans: readonly SchedulePlan[] = at(prices);
  if (fits(plans)) return { plans, lowerBound };
  let tooMuch: readonly SchedulePlan[] = plans;
  const raise = (limit: keyof LimitPrices, keeps: (plans: readonly SchedulePlan[]) => boolean): void => {
    if (keeps(plans)) return;
    let [low, high] = [prices[limit], Math.max(prices[limit] * 2, 1e-3)];
    let found = at({ ...prices, [limit]: high });
    for (let doubling = 0; !keeps(found) && doubling < mostDoublings; doubling += 1) {
      low = high;
      high *= 2;
      found = at({ ...prices, [limit]: high });
    }
    for (let step = 0; step < bisections; step += 1) {
      const middle = (low + high) / 2;
      const tried = at({ ...prices, [limit]: middle });
      if (keeps(tried)) {
        high = middle;
        found = tried;
      } else {
        low = middle;
        tooMuch = tried;
      }
    }
    prices = { ...prices, [limit]: high };
    plans = found;
  };
  raise('upfront', isPayable);
  raise('pool', isReturnable);
  raise('upfront', isPayable);
  if (!fits(plans)) plans = at({ upfront: Number.MAX_SAFE_INTEGER, pool: Number.MAX_SAFE_INTEGER });

  const [within, beyond] = [plans, tooMuch];
  const part = (share: number): SchedulePlan[] =>
    schedules.map((schedule, index) => between(schedule, within[index] as SchedulePlan, beyond[index] as SchedulePlan, share));
  let [low, high] = [0, 1];
  for (let step = 0; step < bisections; step += 1) {
    const share = (low + high) / 2;
    const tried = part(share);
    if (fits(tried)) {
      low = share;
      if (costOf(tried) < costOf(plans)) plans = tried;
    } else high = share;
  }
  plans = addWhileItSaves(schedules, plans, beyond, fits);
  return { plans, lowerBound: Math.min(lowerBound, costOf(plans)) };
};

/** Steps of what the plans that were too much had, one after the other, while they fit and save. */
const addWhileItSaves = (
  schedules: readonly Schedule[],
  plans: readonly SchedulePlan[],
  beyond: readonly SchedulePlan[],
  fits: (plans: readonly SchedulePlan[]) => boolean,
): readonly SchedulePlan[] => {
  let best = plans;
  schedules.forEach((schedule, index) => {
    const { step } = schedule;
    if (step === undefined) return;
    for (const wanted of beyond[index]?.purchases ?? []) {
      for (let added = 0; added < wanted.units; added += step) {
        const now = best[index] as SchedulePlan;
        const others = [...now.purchases, ...now.laterPurchases];
        const known = others.find(each => keyOf(each) === keyOf(wanted));
        const more = { ...wanted, units: (known?.units ?? 0) + step };
        const plan = planOf(schedule, [...others.filter(each => each !== known), more].sort((a, b) => a.period - b.period));
        const changed = best.map((each, place) => (place === index ? plan : each));
        if (plan.countedCost >= now.countedCost || !fits(changed)) break;
        best = changed;
      }
    }
  });
  return best;
};
