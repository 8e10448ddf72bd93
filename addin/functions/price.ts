import { findPrice } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { currentPrices } from './current-prices.ts';
import { amountIn } from './currency.ts';
import { priceQuery } from './price-query.ts';

/**
 * Price of one node for one hour. For a commitment what is due upfront is spread over the term.
 * @customfunction PRICE
 * @param provider Provider, such as aws, azure or gcp.
 * @param region Region by the provider's own name, such as us-east-1.
 * @param nodeType Node type by the provider's own name, such as m7i.xlarge.
 * @param [purchase] on-demand (the default), spot, or a commitment such as reserved-1y-no-upfront or compute-sp-3y-all-upfront.
 * @param [date] Day the price must hold on; the newest known price when omitted.
 * @param [os] linux (the default), windows, rhel, sles or byol.
 * @param [currency] Currency of the answer; the price's own when omitted.
 * @returns Price per node-hour.
 */
export function price(
  provider: string,
  region: string,
  nodeType: string,
  purchase?: string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a number or text, which Excel calls any
  date?: any,
  os?: string,
  currency?: string,
): number {
  const prices = currentPrices();
  const query = priceQuery({ provider, region, nodeType, purchase, date, os }, prices.dateSystem);
  const found = answer(findPrice(prices.book, query));
  return amountIn(currency, found.effectivePerHour, query.date ?? found.asOf, prices.fxRates);
}
