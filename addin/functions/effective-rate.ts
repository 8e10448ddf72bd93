import { effectiveRate as rateOfUsedHour } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument } from './argument.ts';

/**
 * Price of an hour that is used, when a discount is bought by paying for every hour and only some are used.
 * @customfunction EFFECTIVERATE
 * @param onDemand On-demand price per hour.
 * @param discount Discount for the commitment, as a fraction: 0.3 for 30 %.
 * @param utilization Fraction of the committed hours that is used, more than 0, at most 1.
 * @returns Price per used hour.
 */
export function effectiveRate(onDemand: number, discount: number, utilization: number): number {
  const price = numberArgument('onDemand', onDemand, { minimum: 0 });
  const taken = numberArgument('discount', discount, { minimum: 0, maximum: 1 });
  const used = numberArgument('utilization', utilization, { moreThan: 0, maximum: 1 });
  return answer(rateOfUsedHour(price, taken, used)).toNumber();
}
