import { secondsPerHour } from '../../quantity/conversion.ts';
import type { MeterCommitment } from './meter-commitment.ts';

/** Counts stay below this, so that doubles add them without rounding; one bit is left for the sums of sums. */
const greatestCount = 2 ** 52;
/** Finest units of commitment: 1e-10 of the currency, or of a unit-second. */
const finestDecimals = 10;

/** Whether usage, and a commitment as large as its peak, can be counted exactly over all its hours. */
export const isCountable = (secondsByHour: Float64Array): boolean => {
  let peak = 0;
  for (const seconds of secondsByHour) peak = Math.max(peak, seconds);
  return peak * secondsByHour.length < greatestCount;
};

/**
 * Whole counts that one unit of size makes per hour, so fine that a bucket of `hours` still adds up exactly: an amount
 * is counted in 10^-10 of its currency while it is below 600 per hour over a month, and one decimal less for each ten
 * times as much; normalised units are counted in unit-seconds, divided likewise.
 */
export const countsPerSize = (kind: MeterCommitment['kind'], size: number, hours: number): number => {
  const coarsest = kind === 'unit' ? secondsPerHour : 1;
  let scale = 10 ** finestDecimals;
  while (scale > 1 && size * hours * coarsest * scale > greatestCount) scale /= 10;
  if (size * hours * coarsest > greatestCount) throw new Error(`a commitment of ${size} per hour cannot be counted`);
  return coarsest * scale;
};

/**
 * Steps per second in which a meter may be covered in part: a power of two, so fine that all seconds of the plan still
 * add up exactly. Rounding down to a step loses less than 2^-51 of the meter's total in an hour.
 */
export const stepsPerSecond = (totalSeconds: number): number => {
  if (totalSeconds >= greatestCount) throw new Error(`${totalSeconds} seconds of a meter cannot be counted`);
  return 2 ** Math.floor(Math.log2(greatestCount / Math.max(1, totalSeconds)));
};
