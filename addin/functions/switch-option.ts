import { switchOptionValue } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { CellError } from './cell-error.ts';

const usualSteps = 300;

/**
 * Worth of the right to switch at any time until it lapses: an American option in a binomial tree. The volatility is a
 * judgement. #NUM! when the steps are too few for it.
 * @customfunction SWITCHOPTION
 * @param saving Present value of what switching saves, when done now.
 * @param exitCost What switching costs.
 * @param years Years until the option lapses.
 * @param sigma Yearly volatility of the saving's worth, as a fraction: 0.3 for 30 %.
 * @param rate Interest rate a year, continuously compounded.
 * @param [yieldRate] What waiting loses of the saving a year, as a fraction; 0 when omitted.
 * @param [steps] Steps of the tree; 300 when omitted.
 * @returns Amount of money.
 */
export function switchOption(
  saving: number,
  exitCost: number,
  years: number,
  sigma: number,
  rate: number,
  yieldRate?: number,
  steps?: number,
): number {
  const option = {
    saving: numberArgument('saving', saving, { minimum: 0 }),
    exitCost: numberArgument('exitCost', exitCost, { minimum: 0 }),
    years: numberArgument('years', years, { minimum: 0, maximum: 100 }),
    sigma: numberArgument('sigma', sigma, { minimum: 0, maximum: 10 }),
    rate: numberArgument('rate', rate, { moreThan: -1, maximum: 10 }),
    yield: optionalNumber('yieldRate', yieldRate, { moreThan: -1, maximum: 10 }) ?? 0,
  };
  const value = switchOptionValue(option, optionalNumber('steps', steps, { minimum: 1, maximum: 2000, isWhole: true }) ?? usualSteps);
  if (value === null) throw new CellError('invalidNumber', translate('no-finite-answer'));
  return value;
}
