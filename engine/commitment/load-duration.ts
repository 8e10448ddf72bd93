/**
 * Demand of one family sorted by level: for how many hours it was above a level, and by how much in all. Everything a
 * stack of commitments costs is read from here, whatever the order of the hours.
 */
export interface LoadDuration {
  readonly hourCount: number;
  /** Units of each hour, ascending. */
  readonly levels: Float64Array;
  /** Sum of `levels` from an index to the end; one longer than `levels`. Unit-hours. */
  readonly usageFrom: Float64Array;
}

/** Throws on an empty series, and on a demand that is negative or not a number: unknown is never zero. */
export const makeLoadDuration = (unitsByHour: Float64Array): LoadDuration => {
  const hourCount = unitsByHour.length;
  if (hourCount === 0) throw new RangeError('a load-duration curve needs at least one hour');
  const levels = unitsByHour.slice().sort();
  const last = levels[hourCount - 1] as number;
  // The typed sort puts NaN last, so both ends tell of the whole.
  if (!((levels[0] as number) >= 0) || !Number.isFinite(last)) throw new RangeError('demand is a number of units, 0 or more');
  const usageFrom = new Float64Array(hourCount + 1);
  for (let index = hourCount - 1; index >= 0; index -= 1) {
    usageFrom[index] = (usageFrom[index + 1] as number) + (levels[index] as number);
  }
  return { hourCount, levels, usageFrom };
};

/** Index of the first hour, in order of level, with more than `level` units. */
const firstAbove = ({ levels, hourCount }: LoadDuration, level: number): number => {
  let low = 0;
  let high = hourCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((levels[middle] as number) > level) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Hours with more than `level` units. */
export const hoursAbove = (curve: LoadDuration, level: number): number => curve.hourCount - firstAbove(curve, level);

/** Unit-hours above `level`: what on-demand is left when so many units are committed. [EQ-OPT-2] */
export const usageAbove = (curve: LoadDuration, level: number): number => {
  const first = firstAbove(curve, level);
  return (curve.usageFrom[first] as number) - (curve.hourCount - first) * level;
};

/** Unit-hours in all. */
export const totalUsage = (curve: LoadDuration): number => curve.usageFrom[0] as number;

/** Most units wanted in an hour. */
export const peakUnits = (curve: LoadDuration): number => curve.levels[curve.hourCount - 1] as number;

/** The level below which lies `share` (0 to 1) of the usage: the most that may be committed under a coverage limit. */
export const levelOfCoverage = (curve: LoadDuration, share: number): number => {
  const { levels, hourCount } = curve;
  const covered = share * totalUsage(curve);
  let below = 0;
  let level = 0;
  for (let index = 0; index < hourCount; index += 1) {
    const next = levels[index] as number;
    const slice = (next - level) * (hourCount - index);
    if (below + slice > covered) return level + (covered - below) / (hourCount - index);
    below += slice;
    level = next;
  }
  return level;
};

/** The curve of demand that is `factor` as high in every hour. */
export const scaleLoadDuration = (curve: LoadDuration, factor: number): LoadDuration => {
  if (!(factor >= 0) || !Number.isFinite(factor)) throw new RangeError(`demand cannot be ${factor} as high`);
  return makeLoadDuration(curve.levels.map(level => level * factor));
};
