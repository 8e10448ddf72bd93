import type { FamilyOffer } from './family-option.ts';
import { rateFamilyPlan, type FamilyPlan } from './family-plan.ts';
import { scaleLoadDuration, type LoadDuration } from './load-duration.ts';
import { optimizePrepared } from './optimize-portfolio.ts';
import { optimizeOnCurve, type FamilyLimits } from './optimize-family.ts';
import { preparePortfolio, type Portfolio } from './portfolio.ts';
import { portfolioCost } from './round-portfolio.ts';

/** What a plan costs when demand turns out another, beside the plan that would have been the best then. */
export interface Regret {
  /** Demand as it turns out over demand as planned: 0.7 is 30 % less. */
  readonly factor: number;
  readonly cost: number;
  readonly bestCost: number;
  readonly regret: number;
  readonly costOfDoingNothing: number;
}

/** What the analyst is told beside every plan. */
export const regretFactors: readonly number[] = [0.7, 1.3];

/** The units of a plan against demand that is `factor` as high in every hour. [EQ-OPT-11] */
export const familyRegret = (
  curve: LoadDuration,
  offer: FamilyOffer,
  plan: FamilyPlan,
  factor: number,
  limits: FamilyLimits = {},
): Regret => {
  const scaled = scaleLoadDuration(curve, factor);
  const { cost, costOfDoingNothing } = rateFamilyPlan(scaled, offer, plan.bands);
  const bestCost = optimizeOnCurve(scaled, offer, limits).cost;
  return { factor, cost, bestCost, regret: cost - bestCost, costOfDoingNothing };
};

/** The same of a portfolio; the best is what is found, and no better than its bound. Usage stays whole seconds. */
export const portfolioRegret = (portfolio: Portfolio, sizes: Float64Array, factor: number): Regret => {
  const meters = portfolio.meters.map(meter =>
    ({ ...meter, secondsByHour: meter.secondsByHour.map(seconds => Math.round(seconds * factor)) }));
  const prepared = preparePortfolio({ ...portfolio, meters });
  const cost = portfolioCost(prepared, sizes);
  const bestCost = Math.min(optimizePrepared(prepared).cost, cost);
  return { factor, cost, bestCost, regret: cost - bestCost, costOfDoingNothing: prepared.costOfDoingNothing };
};
