/** What owning so many units and renting the rest costs over the hours of a load. */
export interface HybridSplit {
  readonly owned: number;
  readonly ownCost: number;
  readonly rentCost: number;
  readonly total: number;
  /** Part of the load the owned units carry. */
  readonly carried: number;
}

/** Most units a load may ask for at once. */
export const mostHybridUnits = 10_000_000;

/**
 * Unit-hours of a load that the k-th owned unit carries, k = 1, 2, ...: those above k − 1, at most one an hour. Falls from
 * one unit to the next.
 */
const carriedByUnit = (loadByHour: Float64Array): Float64Array => {
  let most = 0;
  for (const load of loadByHour) most = Math.max(most, load);
  const count = Math.ceil(most);
  const whole = new Float64Array(count + 1);
  const part = new Float64Array(count + 1);
  for (const load of loadByHour) {
    const full = Math.floor(load);
    whole[full]! += 1;
    if (load > full) part[full]! += load - full;
  }
  const carried = new Float64Array(count);
  let hours = 0;
  for (let unit = count - 1; unit >= 0; unit -= 1) {
    // hours in which more than `unit` whole units are wanted, and the part of an hour that only begins the unit
    hours += whole[unit + 1]!;
    carried[unit] = hours + part[unit]!;
  }
  return carried;
};

/**
 * Costs of owning 0, 1, 2, ... units of a load and renting the rest by the hour: own · K + rent · Σ max(0, load − K).
 * [EQ-OWN-6] Convex: the best count is the last whose unit carries at least the hours in which owning pays.
 */
export const hybridSplits = (
  loadByHour: Float64Array,
  { ownPerUnit, rentPerHour }: { readonly ownPerUnit: number; readonly rentPerHour: number },
): { readonly best: HybridSplit; of(owned: number): HybridSplit; readonly most: number } => {
  const carriedBy = carriedByUnit(loadByHour);
  const total = carriedBy.reduce((sum, hours) => sum + hours, 0);
  const sums = new Float64Array(carriedBy.length + 1);
  carriedBy.forEach((hours, unit) => (sums[unit + 1] = sums[unit]! + hours));
  const of = (owned: number): HybridSplit => {
    const carried = sums[Math.min(owned, carriedBy.length)]!;
    const [ownCost, rentCost] = [owned * ownPerUnit, (total - carried) * rentPerHour];
    return { owned, ownCost, rentCost, total: ownCost + rentCost, carried: total === 0 ? 0 : carried / total };
  };
  let best = 0;
  while (best < carriedBy.length && carriedBy[best]! * rentPerHour > ownPerUnit) best += 1;
  return { best: of(best), of, most: carriedBy.length };
};
