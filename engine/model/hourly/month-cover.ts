import { cover } from '../../pricing/cover/cover.ts';
import type { PreparedCover } from '../../pricing/cover/prepare-cover.ts';
import type { MeterComponent } from '../../pricing/commitments/held-commitment.ts';
import type { PlanMonth } from '../../workload/horizon.ts';
import type { AppliedCommitments } from '../rating/rate-scenario.ts';
import type { PlannedCommitment } from '../rating/resolve-commitments.ts';
import type { PlacementMeter } from '../rating/usage-meters.ts';

/** Who pays for what in each hour of a month: seconds of a meter, or counts of a commitment, by hour. */
export interface MonthCover {
  covered(placementId: string, component: MeterComponent, commitmentId: string): Float64Array | undefined;
  /** Paid as it is used. */
  remainder(placementId: string, component: MeterComponent): Float64Array | undefined;
  /** Covered by commitments that are not the placement's own. */
  shared(placementId: string): Float64Array | undefined;
  unused(commitmentId: string): Float64Array | undefined;
}

const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Applies the commitments once more, hour by hour. */
export const coverMonth = (
  meters: readonly PlacementMeter[],
  commitments: readonly PlannedCommitment[],
  { entries }: AppliedCommitments,
  prepared: PreparedCover,
  { startHour, endHour }: PlanMonth,
): MonthCover => {
  const hourCount = endHour - startHour;
  const bucketBounds = Array.from({ length: hourCount + 1 }, (_, hour) => startHour + hour);
  const { remainderSeconds, coveredSeconds, unusedCounts } = cover({ ...prepared, bucketBounds });
  const { firstPairs, meterOfPair } = prepared;
  const byName = new Map<string, Float64Array>();
  const add = (name: string, values: Float64Array, stride: number, place: number): void => {
    let series = byName.get(name);
    if (!series) byName.set(name, (series = new Float64Array(hourCount)));
    for (let hour = 0; hour < hourCount; hour += 1) series[hour] = (series[hour] as number) + (values[hour * stride + place] as number);
  };
  meters.forEach(({ placement, component }, index) => add(nameOf('remainder', placement.id, component), remainderSeconds, meters.length, index));
  entries.forEach(({ owner }, entry) => {
    const { id, placement: own } = commitments[owner] as PlannedCommitment;
    add(nameOf('unused', id), unusedCounts, entries.length, entry);
    for (let pair = firstPairs[entry] as number; pair < (firstPairs[entry + 1] as number); pair += 1) {
      const { placement, component } = meters[meterOfPair[pair] as number] as PlacementMeter;
      add(nameOf('covered', placement.id, component, id), coveredSeconds, meterOfPair.length, pair);
      if (!own) add(nameOf('shared', placement.id), coveredSeconds, meterOfPair.length, pair);
    }
  });
  return {
    covered: (placementId, component, commitmentId) => byName.get(nameOf('covered', placementId, component, commitmentId)),
    remainder: (placementId, component) => byName.get(nameOf('remainder', placementId, component)),
    shared: placementId => byName.get(nameOf('shared', placementId)),
    unused: commitmentId => byName.get(nameOf('unused', commitmentId)),
  };
};
