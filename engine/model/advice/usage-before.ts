import type { PriceBook } from '../../pricing/price-book.ts';
import { civilDateOf } from '../../quantity/calendar.ts';
import { hoursPerDay, secondsPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import { serviceCapacity } from '../../simulation/service-capacity.ts';
import { demandsByHour, type Demand, type DemandPlan } from '../../workload/demand.ts';
import type { Horizon } from '../../workload/horizon.ts';
import { makeLocalClock } from '../../workload/local-clock.ts';
import type { Placement, Plan, PlannedDemand } from '../plan.ts';
import { metersOf, type PlacementMeter } from '../rating/usage-meters.ts';
import type { ServiceUsage } from '../usage/placement-usage.ts';

/** Days of past usage that provider consoles make their recommendation from. */
const daysBefore = 30;
export const hoursBefore = daysBefore * hoursPerDay;
const hoursPerYear = 365 * hoursPerDay;

/** The hours before the plan, as a plan of their own. */
const beforePlan = ({ start }: Horizon): Horizon => {
  const begin = start - hoursBefore * secondsPerHour;
  const startDate = civilDateOf(begin / secondsPerDay);
  const months = [{ year: startDate.year, month: startDate.month, startHour: 0, endHour: hoursBefore }];
  return { startDate, start: begin, end: start, hourCount: hoursBefore, months };
};

/** Growth goes backwards as it goes forwards; a formula counts its days down to the plan's first. */
const asBefore = ({ id, shape }: PlannedDemand, { start }: Horizon): Demand => {
  const before = shape.kind === 'profile' ? { ...shape, base: shape.base * (1 + shape.growthPerYear) ** (-hoursBefore / hoursPerYear) } : shape;
  return { id, shape: before, neededFrom: start };
};

/**
 * Meters of a placement in the 30 days before the plan, by what its demand says of them: a series that reaches so far
 * back is what was measured. Nothing ran of what is placed later than the first day, and of jobs. Null where the demand
 * of those days is not known.
 */
export const usageBefore = (
  plan: Plan,
  { horizon, timeZone }: DemandPlan,
  book: PriceBook,
): ((placement: Placement, splitsNodes: boolean) => readonly PlacementMeter[] | null) => {
  const before = beforePlan(horizon);
  const clock = makeLocalClock(before, timeZone);
  const shifted = { ...clock, day: clock.day.map(day => day - daysBefore) };
  const { byHour } = demandsByHour(plan.demands.map(demand => asBefore(demand, before)), { horizon: before, clock: shifted, timeZone });
  const placeOf = new Map(plan.demands.map(({ id }, place) => [id.toLowerCase(), place]));
  return (placement, splitsNodes) => {
    const { workload, share, from } = placement;
    if (workload.kind !== 'service' || from > horizon.start) return [];
    const demandByHour = byHour[placeOf.get(workload.demandId.toLowerCase()) ?? -1];
    if (!demandByHour) return null;
    const activeHours = [0, hoursBefore] as const;
    const capacity = serviceCapacity({ sizing: workload.sizing, demandByHour, share, activeHours, periods: [activeHours] });
    const { nodeSecondsByHour } = capacity;
    const usage: ServiceUsage = { kind: 'service', service: workload, capacity, activeHours, nodeSecondsByHour };
    return metersOf(placement, usage, book, splitsNodes);
  };
};
