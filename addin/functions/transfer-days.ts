import { transferDays as daysOf, usualLinkEfficiency } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Days it takes to send data over a link.
 * @customfunction TRANSFERDAYS
 * @param terabytes Data in TB of 10^12 bytes.
 * @param gigabitsPerSecond Speed of the link in Gb/s.
 * @param [efficiency] Part of the link that the copy gets to use; 0.8 when omitted.
 * @returns Number of days.
 */
export function transferDays(terabytes: number, gigabitsPerSecond: number, efficiency?: number): number {
  return daysOf(
    numberArgument('terabytes', terabytes, { minimum: 0 }),
    numberArgument('gigabitsPerSecond', gigabitsPerSecond, { moreThan: 0 }),
    optionalNumber('efficiency', efficiency, { moreThan: 0, maximum: 1 }) ?? usualLinkEfficiency,
  );
}
