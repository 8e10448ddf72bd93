import { demandOffer, type FamilyOffer, type FamilyOption } from './family-option.ts';
import { rateFamilyPlan, type CommittedUnits, type FamilyPlan } from './family-plan.ts';
import { levelOfCoverage, makeLoadDuration, type LoadDuration } from './load-duration.ts';
import { lowerEnvelope } from './lower-envelope.ts';

/** What a plan must respect; nothing when absent. */
export interface FamilyLimits {
  /** Largest share of the usage that may be committed, 0 to 1. */
  readonly maximumCoverage?: number;
  /** Largest sum of upfront fees. */
  readonly upfrontBudget?: number;
}

/**
 * The cheapest units of each option for a known demand, exactly: a slice of demand at level x is wanted in a share
 * P(D > x) of the hours, and each slice takes the option that is cheapest for that share. [EQ-OPT-1] O(T log T) for T
 * hours. Hours of several scenarios in one series give the least expected cost. Units are fractions where demand is.
 */
export const optimizeFamily = (unitsByHour: Float64Array, offer: FamilyOffer, limits: FamilyLimits = {}): FamilyPlan =>
  optimizeOnCurve(makeLoadDuration(unitsByHour), offer, limits);

/** The same on a curve at hand. */
export const optimizeOnCurve = (curve: LoadDuration, offer: FamilyOffer, limits: FamilyLimits = {}): FamilyPlan => {
  demandOffer(offer);
  const { maximumCoverage = 1, upfrontBudget = Infinity } = limits;
  if (!(maximumCoverage >= 0 && maximumCoverage <= 1)) throw new RangeError('coverage is a share, 0 to 1');
  if (!(upfrontBudget >= 0)) throw new RangeError('a budget is 0 or more');
  const ceiling = maximumCoverage < 1 ? levelOfCoverage(curve, maximumCoverage) : Infinity;
  const free = unitsOfSlices(curve, offer, ceiling, 0);
  if (upfrontOf(free) <= upfrontBudget) return rateFamilyPlan(curve, offer, free);
  return rateFamilyPlan(curve, offer, withinBudget(curve, offer, ceiling, upfrontBudget));
};

const upfrontOf = (committed: readonly CommittedUnits[]): number =>
  committed.reduce((total, { option, units }) => total + units * option.upfrontPerUnit, 0);

/** Every slice below `ceiling` to its cheapest option, with a price of `penalty` on each unit of money paid upfront. */
const unitsOfSlices = (
  { levels, hourCount }: LoadDuration,
  { onDemandPerHour, options }: FamilyOffer,
  ceiling: number,
  penalty: number,
): CommittedUnits[] => {
  const lines = options.map(({ feePerUnitHour, ratePerUsedHour, upfrontPerUnit }) =>
    ({ fixed: feePerUnitHour + (penalty * upfrontPerUnit) / hourCount, rate: ratePerUsedHour }));
  const committed: CommittedUnits[] = [];
  let level = 0;
  for (const { line, downTo } of lowerEnvelope([...lines, { fixed: 0, rate: onDemandPerHour }])) {
    const option = options[line];
    if (!option) break;
    // Levels wanted in more than downTo of the hours: up to the demand that so many hours reach.
    const index = Math.ceil(hourCount * (1 - downTo)) - 1;
    const top = Math.min(index < 0 ? 0 : (levels[index] as number), ceiling);
    if (top > level) {
      committed.push({ option, units: top - level });
      level = top;
    }
  }
  return committed;
};

/**
 * The cheapest plan of a budget: the price of upfront money is raised until the plan fits. Between the last plan that
 * does not fit and the first that does lies the one that spends the budget, at the same price of money: the exact
 * optimum, as cost is convex in the units. [EQ-OPT-4]
 */
const withinBudget = (curve: LoadDuration, offer: FamilyOffer, ceiling: number, budget: number): CommittedUnits[] => {
  let low = 0;
  let high = 1;
  while (upfrontOf(unitsOfSlices(curve, offer, ceiling, high)) > budget) high *= 2;
  for (let step = 0; step < 100 && high - low > Number.EPSILON * high; step += 1) {
    const middle = (low + high) / 2;
    if (upfrontOf(unitsOfSlices(curve, offer, ceiling, middle)) > budget) low = middle;
    else high = middle;
  }
  const beyond = unitsOfSlices(curve, offer, ceiling, low);
  const within = unitsOfSlices(curve, offer, ceiling, high);
  const share = (budget - upfrontOf(within)) / (upfrontOf(beyond) - upfrontOf(within));
  const unitsIn = (plan: readonly CommittedUnits[], option: FamilyOption): number =>
    plan.find(each => each.option === option)?.units ?? 0;
  return offer.options.flatMap(option => {
    const units = share * unitsIn(beyond, option) + (1 - share) * unitsIn(within, option);
    return units > 0 ? [{ option, units }] : [];
  });
};
