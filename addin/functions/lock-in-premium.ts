import { lockInPremium as premiumOf } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument } from './argument.ts';
import { CellError } from './cell-error.ts';

/**
 * Share by which the present provider could raise its price before leaving pays; negative when leaving pays already.
 * @customfunction LOCKINPREMIUM
 * @param rate Interest rate of a period, as a fraction: 0.07 for 7 % a year.
 * @param periods Number of periods looked at.
 * @param stayCost Cost of a period when staying.
 * @param goCost Cost of a period at the new place.
 * @param exitCost What leaving costs now.
 * @returns Premium as a fraction.
 */
export function lockInPremium(rate: number, periods: number, stayCost: number, goCost: number, exitCost: number): number {
  const premium = premiumOf(
    numberArgument('rate', rate, { moreThan: -1 }),
    numberArgument('periods', periods, { moreThan: 0, maximum: 1200 }),
    numberArgument('stayCost', stayCost, { moreThan: 0 }),
    numberArgument('goCost', goCost, { minimum: 0 }),
    numberArgument('exitCost', exitCost, { minimum: 0 }),
  );
  if (premium === null) throw new CellError('invalidNumber', translate('no-finite-answer'));
  return premium;
}
