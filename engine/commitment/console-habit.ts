import { hoursPerDay } from '../quantity/conversion.ts';
import type { FamilyOffer } from './family-option.ts';
import { rateFamilyPlan, type FamilyPlan } from './family-plan.ts';
import type { LoadDuration } from './load-duration.ts';
import { optimizeFamily, type FamilyLimits } from './optimize-family.ts';

/** Days of past usage that provider consoles make their recommendation from. */
const habitDays = 30;

/** A plan found by looking back, and what it costs in the time to come. */
export interface ConsoleHabit {
  readonly hoursLookedAt: number;
  /** Rated on the demand to come. */
  readonly plan: FamilyPlan;
}

/**
 * What a provider's console would recommend on the day of purchase, the cheapest plan for the last 30 days, and what it
 * costs over the demand to come. `unitsBefore` ends with the hour before the purchase; null without any. [EQ-OPT-13]
 */
export const consoleHabit = (
  unitsBefore: Float64Array,
  curve: LoadDuration,
  offer: FamilyOffer,
  limits: FamilyLimits = {},
): ConsoleHabit | null => {
  const seen = unitsBefore.slice(-habitDays * hoursPerDay);
  if (seen.length === 0) return null;
  const recommended = optimizeFamily(seen, offer, limits);
  return { hoursLookedAt: seen.length, plan: rateFamilyPlan(curve, offer, recommended.bands) };
};
