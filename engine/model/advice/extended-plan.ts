import { makeHorizon, type Horizon } from '../../workload/horizon.ts';
import type { PlacementMeter } from '../rating/usage-meters.ts';

const monthsPerYear = 12;
const hoursPerYear = 8760;

/** The plan, and as long after it as the longest term on the first day lasts. */
export const extendedHorizon = ({ startDate, months }: Horizon, longestYears: number): Horizon =>
  makeHorizon(startDate, Math.max(months.length, longestYears * monthsPerYear));

/** The last year of a meter's use over and over, or all of it where there is less. */
export const extendedMeter = (meter: PlacementMeter, hourCount: number): PlacementMeter => {
  const { secondsByHour: known } = meter;
  const secondsByHour = new Float64Array(hourCount);
  secondsByHour.set(known);
  const repeated = Math.min(hoursPerYear, known.length);
  for (let hour = known.length; hour < hourCount; hour += 1) secondsByHour[hour] = secondsByHour[hour - repeated] as number;
  return { ...meter, secondsByHour };
};
