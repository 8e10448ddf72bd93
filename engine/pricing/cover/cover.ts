import { secondsPerHour } from '../../quantity/conversion.ts';
import { countsPerSize } from './cover-scale.ts';
import type { PreparedCover } from './prepare-cover.ts';

/** Who pays for what, added up over each bucket of hours. Arrays of several indices hold bucket after bucket. */
export interface CoverResult {
  /** `[bucket x meter]`: seconds no commitment covers. With the covered ones they make the usage exactly. */
  readonly remainderSeconds: Float64Array;
  /** `[bucket x pair]`: seconds of the pair's meter that its commitment covers. */
  readonly coveredSeconds: Float64Array;
  /** `[bucket x pair]`: whole counts of the commitment drawn for them. */
  readonly drawnCounts: Float64Array;
  /** `[bucket x commitment]`: whole counts that nothing drew. With the drawn ones they make the commitment exactly. */
  readonly unusedCounts: Float64Array;
  /** `[commitment]`: counts that make one unit of its size for an hour: divide by it to have unit-hours or an amount. */
  readonly countsPerSize: Float64Array;
}

/** Hours turned from series by meter into rows by hour at a time: a block of a thousand meters fits the cache. */
const blockHours = 16;

/**
 * Which commitment covers how much of each meter in each hour, by itself: use it or lose it. In the order prepared,
 * each commitment covers the whole remainder of its meters until it is exhausted; the last in part. `sizes` replaces
 * what the commitments were prepared with. [EQ-COV-1] to [EQ-COV-4]
 *
 * Seconds and counts are conserved exactly. Where they meet they are rounded: what a whole remainder draws to the
 * nearest count, what the last of a commitment covers down to a step of the meter (see `cover-scale.ts`).
 */
export const cover = (prepared: PreparedCover, sizes: ArrayLike<number> = prepared.sizes): CoverResult => {
  const { secondsByMeter, commitments, bucketBounds, passes, firstPairs, meterOfPair, sizePerHourOfPair } = prepared;
  const steps = prepared.stepsPerSecondOfMeter;
  const meterCount = secondsByMeter.length;
  const commitmentCount = commitments.length;
  const pairCount = meterOfPair.length;
  const bucketCount = Math.max(0, bucketBounds.length - 1);

  const remainderSeconds = new Float64Array(bucketCount * meterCount);
  const coveredSeconds = new Float64Array(bucketCount * pairCount);
  const drawnCounts = new Float64Array(bucketCount * pairCount);
  const unusedCounts = new Float64Array(bucketCount * commitmentCount);

  let longestBucket = 0;
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    longestBucket = Math.max(longestBucket, (bucketBounds[bucket + 1] as number) - (bucketBounds[bucket] as number));
  }
  const scales = new Float64Array(commitmentCount);
  const capacities = new Float64Array(commitmentCount);
  const firstHours = new Float64Array(commitmentCount);
  const endHours = new Float64Array(commitmentCount);
  const countsPerHour = new Float64Array(pairCount);
  const countsPerSecond = new Float64Array(pairCount);
  commitments.forEach(({ kind, hours: [first, end] }, index) => {
    const size = sizes[index] as number;
    const scale = countsPerSize(kind, size, longestBucket);
    scales[index] = scale;
    capacities[index] = Math.round(size * scale);
    firstHours[index] = first;
    endHours[index] = end;
    for (let pair = firstPairs[index] as number; pair < (firstPairs[index + 1] as number); pair += 1) {
      countsPerHour[pair] = (sizePerHourOfPair[pair] as number) * scale;
      countsPerSecond[pair] = (countsPerHour[pair] as number) / secondsPerHour;
    }
  });
  const passCount = passes.length;
  const commitmentOfPass = Int32Array.from(passes, ({ commitment }) => commitment);
  const firstPairOfPass = Int32Array.from(passes, ({ firstPair }) => firstPair);
  const endPairOfPass = Int32Array.from(passes, ({ endPair }) => endPair);

  const rows = new Float64Array(blockHours * meterCount);
  const runningMeters = new Int32Array(blockHours);
  const left = new Float64Array(commitmentCount);

  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    const bucketEnd = bucketBounds[bucket + 1] as number;
    const pairBase = bucket * pairCount;
    const meterBase = bucket * meterCount;
    const commitmentBase = bucket * commitmentCount;
    for (let blockStart = bucketBounds[bucket] as number; blockStart < bucketEnd; blockStart += blockHours) {
      const blockEnd = Math.min(blockStart + blockHours, bucketEnd);
      runningMeters.fill(0);
      for (let meter = 0; meter < meterCount; meter += 1) {
        const series = secondsByMeter[meter] as Float64Array;
        for (let hour = blockStart, at = meter; hour < blockEnd; hour += 1, at += meterCount) {
          const seconds = series[hour] as number;
          rows[at] = seconds;
          if (seconds > 0) runningMeters[hour - blockStart] = (runningMeters[hour - blockStart] as number) + 1;
        }
      }
      for (let hour = blockStart; hour < blockEnd; hour += 1) {
        const row = (hour - blockStart) * meterCount;
        for (let index = 0; index < commitmentCount; index += 1) {
          const isLive = hour >= (firstHours[index] as number) && hour < (endHours[index] as number);
          left[index] = isLive ? (capacities[index] as number) : 0;
        }
        let running = runningMeters[hour - blockStart] as number;
        for (let pass = 0; pass < passCount && running > 0; pass += 1) {
          const commitment = commitmentOfPass[pass] as number;
          let counts = left[commitment] as number;
          if (counts === 0) continue;
          const endPair = endPairOfPass[pass] as number;
          for (let pair = firstPairOfPass[pass] as number; pair < endPair; pair += 1) {
            const meter = meterOfPair[pair] as number;
            const seconds = rows[row + meter] as number;
            if (seconds === 0) continue;
            const wanted = Math.floor(seconds * (countsPerSecond[pair] as number) + 0.5);
            if (wanted <= counts) {
              rows[row + meter] = 0;
              coveredSeconds[pairBase + pair] = (coveredSeconds[pairBase + pair] as number) + seconds;
              drawnCounts[pairBase + pair] = (drawnCounts[pairBase + pair] as number) + wanted;
              counts -= wanted;
              running -= 1;
              if (counts === 0 || running === 0) break;
            } else {
              const step = steps[meter] as number;
              const payable = (counts * secondsPerHour) / (countsPerHour[pair] as number);
              const covered = Math.floor(payable * step) / step;
              rows[row + meter] = seconds - covered;
              coveredSeconds[pairBase + pair] = (coveredSeconds[pairBase + pair] as number) + covered;
              drawnCounts[pairBase + pair] = (drawnCounts[pairBase + pair] as number) + counts;
              counts = 0;
              break;
            }
          }
          left[commitment] = counts;
        }
        for (let index = 0; index < commitmentCount; index += 1) {
          unusedCounts[commitmentBase + index] = (unusedCounts[commitmentBase + index] as number) + (left[index] as number);
        }
        for (let meter = 0; meter < meterCount; meter += 1) {
          remainderSeconds[meterBase + meter] = (remainderSeconds[meterBase + meter] as number) + (rows[row + meter] as number);
        }
      }
    }
  }
  return { remainderSeconds, coveredSeconds, drawnCounts, unusedCounts, countsPerSize: scales };
};
