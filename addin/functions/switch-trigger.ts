import { switchTrigger as triggerOf } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument } from './argument.ts';
import { CellError } from './cell-error.ts';

/**
 * How many times its cost a switch must save before it beats waiting, when it may be made at any time for ever. The
 * volatility is a judgement. #NUM! when waiting always pays.
 * @customfunction SWITCHTRIGGER
 * @param rate Interest rate a year, as a fraction.
 * @param yieldRate What waiting loses of the saving a year, as a fraction.
 * @param sigma Yearly volatility of the saving's worth, as a fraction.
 * @returns Multiple of the cost.
 */
export function switchTrigger(rate: number, yieldRate: number, sigma: number): number {
  const trigger = triggerOf(
    numberArgument('rate', rate, { minimum: 0, maximum: 10 }),
    numberArgument('yieldRate', yieldRate, { minimum: 0, maximum: 10 }),
    numberArgument('sigma', sigma, { minimum: 0, maximum: 10 }),
  );
  if (trigger === null) throw new CellError('invalidNumber', translate('no-finite-answer'));
  return trigger;
}
