import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { isoOfInstant, type EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import type { TimeZone } from '../quantity/time-zone.ts';
import { instantOfHour, type Horizon } from './horizon.ts';

/** A quantity that holds from a local date and time until the next of the same demand. */
export interface SeriesPoint {
  /** Seconds the local clock shows, counted as `EpochSeconds`. */
  readonly localStart: EpochSeconds;
  readonly quantity: number;
}

export interface SeriesDemand {
  readonly kind: 'series';
  /** In any order; starts differ. */
  readonly points: readonly SeriesPoint[];
}

/** `2026-03-29T02:00:00` of a local clock: no zone, so no Z. */
export const isoOfLocal = (localSeconds: EpochSeconds): string => isoOfInstant(localSeconds).slice(0, -1);

/**
 * Mean of the step function in each hour of the plan from `neededFrom` on (hours before it are 0: nothing asks for
 * them). [EQ-DEM-2] Reports `series-starts-late` when the first step begins after that: what was before is not known.
 */
export const seriesDemandByHour = (
  id: string,
  demand: SeriesDemand,
  horizon: Horizon,
  timeZone: TimeZone,
  neededFrom: EpochSeconds,
): Result<Float64Array> => {
  // Local order decides where two local times are one instant (clocks set forward): the later one holds.
  const points = [...demand.points].sort((a, b) => a.localStart - b.localStart);
  const starts = points.map(point => timeZone.instantOf(point.localStart));
  const firstHour = Math.max(0, Math.floor((neededFrom - horizon.start) / secondsPerHour));
  const first = starts[0];
  if (first === undefined || first > instantOfHour(horizon, firstHour)) {
    const firstStart = points[0] ? isoOfLocal(points[0].localStart) : '';
    const needed = instantOfHour(horizon, firstHour);
    const neededLocal = isoOfLocal(needed + timeZone.offsetSecondsAt(needed));
    return fail(makeIssue('series-starts-late', { demand: id, firstStart, neededFrom: neededLocal }));
  }
  const series = new Float64Array(horizon.hourCount);
  let index = 0;
  for (let hour = firstHour; hour < horizon.hourCount; hour += 1) {
    const begin = instantOfHour(horizon, hour);
    const end = begin + secondsPerHour;
    while (index + 1 < starts.length && (starts[index + 1] as number) <= begin) index += 1;
    let volume = 0;
    let from = begin;
    while (index + 1 < starts.length && (starts[index + 1] as number) < end) {
      const next = starts[index + 1] as number;
      volume += (points[index] as SeriesPoint).quantity * (next - from);
      from = next;
      index += 1;
    }
    const quantity = (points[index] as SeriesPoint).quantity;
    series[hour] = from === begin ? quantity : (volume + quantity * (end - from)) / secondsPerHour;
  }
  return ok(series);
};
