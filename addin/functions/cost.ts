import { findPrice, timesMoney } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { amountIn } from './currency.ts';
import { currentPrices } from './current-prices.ts';
import { priceQuery } from './price-query.ts';

/**
 * Cost of running nodes for some hours. For a commitment the hours are committed hours, used or not.
 * @customfunction COST
 * @param provider Provider, such as aws, azure or gcp.
 * @param region Region by the provider's own name, such as us-east-1.
 * @param nodeType Node type by the provider's own name, such as m7i.xlarge.
 * @param hours Hours each node runs, 0 or more.
 * @param [count] Number of nodes; 1 when omitted.
 * @param [purchase] on-demand (the default), spot, or a commitment such as reserved-1y-no-upfront or compute-sp-3y-all-upfront.
 * @param [date] Day the price must hold on; the newest known price when omitted.
 * @param [os] linux (the default), windows, rhel, sles or byol.
 * @param [currency] Currency of the answer; the price's own when omitted.
 * @returns Amount of money.
 */
export function cost(
  provider: string,
  region: string,
  nodeType: string,
  hours: number,
  count?: number,
  purchase?: string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a number or text, which Excel calls any
  date?: any,
  os?: string,
  currency?: string,
): number {
  const nodeHours = numberArgument('hours', hours, { minimum: 0 }) * (optionalNumber('count', count, { minimum: 0 }) ?? 1);
  const { book, fxRates, dateSystem } = currentPrices();
  const query = priceQuery({ provider, region, nodeType, purchase, date, os }, dateSystem);
  const found = answer(findPrice(book, query));
  return amountIn(currency, timesMoney(found.effectivePerHour, nodeHours), query.date ?? found.asOf, fxRates);
}
