import { assetAnnualCost } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { CellError } from './cell-error.ts';

/**
 * What an asset costs in each year of its life, interest included; the straight line at rate 0.
 * @customfunction ASSETANNUAL
 * @param cost Price of the asset.
 * @param rate Interest rate a year, as a fraction.
 * @param lifeYears Years it is used.
 * @param [salvage] What it is sold for in the end, no more than its cost; 0 when omitted.
 * @returns Amount of money a year.
 */
export function assetAnnual(cost: number, rate: number, lifeYears: number, salvage?: number): number {
  const price = numberArgument('cost', cost, { minimum: 0 });
  const left = optionalNumber('salvage', salvage, { minimum: 0 }) ?? 0;
  if (left > price) throw new CellError('invalidValue', translate('argument-above', { argument: 'salvage', value: left, maximum: price }));
  return assetAnnualCost(
    price,
    numberArgument('rate', rate, { minimum: 0, maximum: 10 }),
    numberArgument('lifeYears', lifeYears, { moreThan: 0, maximum: 100 }),
    left,
  );
}
