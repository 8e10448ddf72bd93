import { breakEvenUtilization as breakEven } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument } from './argument.ts';

/**
 * Fraction of the committed hours that must be used so that the commitment costs no more than on-demand. More than 1
 * means that it never pays.
 * @customfunction BREAKEVENUTIL
 * @param onDemand On-demand price per hour, more than 0.
 * @param committed Price per committed hour, upfront part included.
 * @returns Fraction of the committed hours.
 */
export function breakEvenUtilization(onDemand: number, committed: number): number {
  const price = numberArgument('onDemand', onDemand, { moreThan: 0 });
  return answer(breakEven(price, numberArgument('committed', committed, { minimum: 0 }))).toNumber();
}
