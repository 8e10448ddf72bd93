import { outageLoss as lossOf } from '../../engine/index.ts';
import { numberArgument } from './argument.ts';

/**
 * What a month of 730 hours costs the business in which a service was available for so much of it.
 * @customfunction OUTAGELOSS
 * @param uptime Share of the month in which it was available: 0.995 for 99.5 %.
 * @param lossPerHour What an hour without it costs the business.
 * @returns Amount of money.
 */
export function outageLoss(uptime: number, lossPerHour: number): number {
  return lossOf(numberArgument('uptime', uptime, { minimum: 0, maximum: 1 }), numberArgument('lossPerHour', lossPerHour, { minimum: 0 }));
}
