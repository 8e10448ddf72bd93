import { secondsPerHour } from '../quantity/conversion.ts';
import type { PlacementResult } from './run-results.ts';

/** Node-hours billed to a placement: whole node-seconds, so their sum is exact. */
export const billedNodeHours = ({ nodeSecondsByHour }: PlacementResult): number => {
  let seconds = 0;
  for (let hour = 0; hour < nodeSecondsByHour.length; hour += 1) seconds += nodeSecondsByHour[hour] as number;
  return seconds / secondsPerHour;
};
