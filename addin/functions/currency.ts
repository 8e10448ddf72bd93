import { convert, type FxRate, type Money } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { optionalText, type Argument } from './argument.ts';

/**
 * The amount as a cell's number, in the currency asked for at the workbook's own exchange rate of that day (ISO).
 * Not rounded: the cell's number format rounds what is seen.
 */
export function amountIn(currency: Argument, amount: Money, date: string, rates: readonly FxRate[]): number {
  const wanted = optionalText('currency', currency)?.toUpperCase() ?? amount.currency;
  return answer(convert(amount, wanted, date, rates)).amount.toNumber();
}
