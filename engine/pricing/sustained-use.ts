import { sustainedUseSchedules, type SustainedUseSchedule } from '../catalog/gcp-sustained-use.ts';
import { decimal, sumDecimals, type Decimal, type DecimalValue } from '../numeric/decimal.ts';
import { nodeHoursOfSeconds } from './charge.ts';

/** Seconds of use in each quarter of a month's hours, and what each is charged of the base rate. */
export interface SustainedUse {
  readonly secondsByQuarter: readonly [number, number, number, number];
  readonly schedule: SustainedUseSchedule;
}

/** The schedule of a machine series; null when it earns no discount. */
export const sustainedUseSchedule = (series: string): SustainedUseSchedule | null => sustainedUseSchedules[series.toLowerCase()] ?? null;

/**
 * Sorts a month's use of one resource (vCPUs or GiB of a series, in a project and region) into the quarters of the
 * schedule. What is used at once in the busiest hour makes so many inferred machines; the k-th of them runs in every hour
 * that uses at least k. So the j-th busiest hour of the month is charged at the rate of its own place j. [EQ-COV-7]
 *
 * `secondsByHour` holds the month's hours, whole seconds, what commitments cover left out. Hours are a multiple of four.
 */
export const sustainedUse = (secondsByHour: ArrayLike<number>, schedule: SustainedUseSchedule): SustainedUse => {
  const hours = Float64Array.from(secondsByHour).sort().reverse();
  const quarterHours = hours.length / 4;
  const secondsByQuarter: [number, number, number, number] = [0, 0, 0, 0];
  hours.forEach((seconds, place) => {
    secondsByQuarter[Math.floor(place / quarterHours) as 0 | 1 | 2 | 3] += seconds;
  });
  return { secondsByQuarter, schedule };
};

/** What the discount takes off the cost at the base rate per unit-hour. Exact. */
export const sustainedUseDiscount = ({ secondsByQuarter, schedule }: SustainedUse, ratePerHour: DecimalValue): Decimal =>
  sumDecimals(
    secondsByQuarter.map((seconds, quarter) =>
      nodeHoursOfSeconds(seconds).times(ratePerHour).times(decimal(1).minus(schedule[quarter] as number)),
    ),
  );
