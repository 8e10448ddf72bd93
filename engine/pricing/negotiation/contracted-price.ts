import type { Money } from '../../money/money.ts';
import { money, timesMoney } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import type { HourlyPrice } from '../hourly-price.ts';
import type { NegotiatedTerm } from './negotiated-term.ts';

/** Price of one unit after a term: the fixed price, or list less the discount. [EQ-NEG-1] */
export const contractedUnitPrice = (list: Money, { change }: NegotiatedTerm): Money =>
  change.kind === 'fixed' ? change.price : timesMoney(list, decimal(1).minus(change.discountFraction));

/**
 * An hourly price after a term: a discount lowers each leg by the same part; a fixed price stands in its stead, and is
 * for what is paid as it is used. Throws on a fixed price for a commitment: that is an own price.
 */
export const contractedPrice = (price: HourlyPrice, term: NegotiatedTerm): HourlyPrice => {
  const source = `negotiated ${term.id}; ${price.source}`;
  if (term.change.kind === 'percent') {
    const { upfront, recurringPerHour, termHours } = price;
    return {
      ...price,
      ...(termHours === null ? {} : { listFees: { upfront, recurringPerHour } }),
      effectivePerHour: contractedUnitPrice(price.effectivePerHour, term),
      upfront: contractedUnitPrice(upfront, term),
      recurringPerHour: contractedUnitPrice(recurringPerHour, term),
      source,
    };
  }
  if (price.termHours !== null) throw new Error(`${term.id} fixes the price of a commitment`);
  const fixed = term.change.price;
  return { ...price, effectivePerHour: fixed, recurringPerHour: fixed, upfront: money(0, fixed.currency), source };
};
