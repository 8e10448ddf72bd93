import { demandOffer, type FamilyOffer, type FamilyOption } from './family-option.ts';
import { rateFamilyPlan, type FamilyPlan } from './family-plan.ts';
import type { LoadDuration } from './load-duration.ts';
import { optimizeOnCurve, type FamilyLimits } from './optimize-family.ts';
import { nextDown, nextUp, stepsDown, stepsUp, type SoldIn } from './whole-steps.ts';

/** A plan that can be bought, beside the one that cannot. */
export interface BuyablePlan {
  readonly plan: FamilyPlan;
  /** The best in fractions of units: nothing that can be bought costs less. */
  readonly fractional: FamilyPlan;
  /** What whole steps cost more than fractions. */
  readonly costOfRounding: number;
}

/** More than this a change must save to be made: less is rounding. */
const negligible = 1e-12;
/** Options of a plan whose roundings are all tried together. */
const mostCombined = 10;

/**
 * The cheapest plan in whole steps of what is sold: from the best rounding of the best fractions, a step more, a step
 * less and a step of one for one of another are tried until none saves. Where all steps are equal and nothing else
 * limits, no plan is cheaper (cost is M-natural-convex: Murota 2003, 6.2 and 6.26); otherwise `costOfRounding` bounds
 * what could still be saved. [EQ-OPT-10]
 */
export const buyableFamilyPlan = (curve: LoadDuration, offer: FamilyOffer, limits: FamilyLimits = {}): BuyablePlan => {
  demandOffer(offer);
  const fractional = optimizeOnCurve(curve, offer, limits);
  const { maximumCoverage = 1, upfrontBudget = Infinity } = limits;
  const rate = (units: readonly number[]): FamilyPlan =>
    rateFamilyPlan(curve, offer, offer.options.map((option, index) => ({ option, units: units[index] as number })));
  const isAllowed = ({ upfront, coverage }: FamilyPlan): boolean =>
    upfront <= upfrontBudget * (1 + negligible) && (coverage ?? 0) <= maximumCoverage + negligible;

  const unitsOf = (option: FamilyOption): number => fractional.bands.find(band => band.option === option)?.units ?? 0;
  let units = offer.options.map(option => stepsDown(unitsOf(option), soldIn(option)));
  let plan = rate(units);
  const consider = (tried: readonly number[]): boolean => {
    const other = rate(tried);
    if (!isAllowed(other) || other.cost >= plan.cost - negligible * Math.max(1, plan.cost)) return false;
    units = [...tried];
    plan = other;
    return true;
  };
  for (const tried of roundings(offer.options.map(unitsOf), offer.options)) consider(tried);
  let isBetter = true;
  while (isBetter) isBetter = neighbours(units, offer.options).some(consider);
  return { plan, fractional, costOfRounding: plan.cost - fractional.cost };
};

const soldIn = ({ step = 1, leastUnits = 0 }: FamilyOption): SoldIn => ({ step, least: leastUnits });

/** Every way to round the units that are bought at all up or down. */
const roundings = (units: readonly number[], options: readonly FamilyOption[]): number[][] => {
  let all: number[][] = [[]];
  options.forEach((option, index) => {
    const amount = units[index] as number;
    const down = stepsDown(amount, soldIn(option));
    const up = stepsUp(amount, soldIn(option));
    const choices = down === up || all.length >= 2 ** mostCombined ? [down] : [down, up];
    all = all.flatMap(start => choices.map(choice => [...start, choice]));
  });
  return all;
};

/** A step more or less of one option, or a step of one for a step of another. */
const neighbours = (units: readonly number[], options: readonly FamilyOption[]): number[][] => {
  const replaced = (changes: readonly (readonly [index: number, units: number])[]): number[] => {
    const copy = [...units];
    for (const [index, amount] of changes) copy[index] = amount;
    return copy;
  };
  const more = options.map((option, index) => nextUp(units[index] as number, soldIn(option)));
  const less = options.map((option, index) => nextDown(units[index] as number, soldIn(option)));
  const single = options.flatMap((_, index) => [replaced([[index, more[index] as number]]), replaced([[index, less[index] as number]])]);
  const swaps = options.flatMap((_, from) =>
    options.flatMap((__, to) =>
      from === to || units[from] === 0 ? [] : [replaced([[from, less[from] as number], [to, more[to] as number]])]));
  return [...single, ...swaps];
};
