import type { PriceKey } from '../../catalog/price-key.ts';
import type { PurchaseOption } from '../../catalog/purchase.ts';
import { purchaseName } from '../../catalog/purchase-name.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { convert, type FxRate } from '../../money/exchange.ts';
import { money, type Money } from '../../money/money.ts';
import type { Decimal } from '../../numeric/decimal.ts';
import { amortize } from '../../pricing/amortize.ts';
import { findPrice, findStatedPrice } from '../../pricing/find-price.ts';
import type { HourlyPrice } from '../../pricing/hourly-price.ts';
import type { PriceBook } from '../../pricing/price-book.ts';

/** A price as stated, and as the plan counts it. */
export interface PlanPrice {
  readonly stated: HourlyPrice;
  /** In the base currency, at the rate of `date`. */
  readonly converted: HourlyPrice;
  /** Units of the base currency for one of the price's; null when they are the same. */
  readonly exchangeRate: Decimal | null;
  /** ISO date it was asked for. */
  readonly date: string;
}

/** The prices of a plan: looked up once for each key, purchase and date. */
export interface PlanPrices {
  /**
   * What an account pays: own prices before the catalog's, after negotiation. Reports what `findPrice` reports, and
   * `no-exchange-rate`.
   */
  find(key: PriceKey, purchase: PurchaseOption, date: string, account: string | null): Result<PlanPrice>;
  /** Before negotiation: the rate at which usage draws a plan of spend down. Reports what `find` reports. */
  findStated(key: PriceKey, purchase: PurchaseOption, date: string): Result<PlanPrice>;
  /**
   * On-demand price per hour in the base currency before negotiation: the catalog's, else the workbook's own; null when
   * it is not known.
   */
  listPerHour(key: PriceKey, date: string): Money | null;
}

export interface PlanPricesInput {
  readonly book: PriceBook;
  /** Without own prices: what the provider's public list says. */
  readonly publicBook: PriceBook;
  readonly fxRates: readonly FxRate[];
  readonly baseCurrency: string;
}

/** Decimals of a converted price: its products with quantities stay exact. */
const convertedDecimals = 12;

const exchange = (price: HourlyPrice, rate: Decimal, currency: string): HourlyPrice => {
  const inBase = ({ amount }: Money): Money => ({
    amount: amount.times(rate).toDecimalPlaces(convertedDecimals),
    currency,
  });
  const [upfront, recurringPerHour] = [inBase(price.upfront), inBase(price.recurringPerHour)];
  const effectivePerHour =
    price.termHours === null ? inBase(price.effectivePerHour) : amortize(upfront, recurringPerHour, price.termHours);
  const { listFees: fees } = price;
  const listFees = fees && { upfront: inBase(fees.upfront), recurringPerHour: inBase(fees.recurringPerHour) };
  return { ...price, upfront, recurringPerHour, effectivePerHour, ...(listFees ? { listFees } : {}) };
};

export const makePlanPrices = ({ book, publicBook, fxRates, baseCurrency }: PlanPricesInput): PlanPrices => {
  const found = new Map<string, Result<PlanPrice>>();
  const look = (price: Result<HourlyPrice>, date: string): Result<PlanPrice> => {
    if (!price.ok) return price;
    const stated = price.value;
    const { currency } = stated.effectivePerHour;
    if (currency === baseCurrency) return ok({ stated, converted: stated, exchangeRate: null, date });
    const rate = convert(money(1, currency), baseCurrency, date, fxRates);
    if (!rate.ok) return fail(...rate.issues);
    return ok({
      stated,
      converted: exchange(stated, rate.value.amount, baseCurrency),
      exchangeRate: rate.value.amount,
      date,
    });
  };
  const remembered = (name: readonly string[], date: string, find: () => Result<HourlyPrice>): Result<PlanPrice> => {
    const id = [...name, date].join('|').toLowerCase();
    let price = found.get(id);
    if (!price) found.set(id, (price = look(find(), date)));
    return price;
  };
  return {
    find: (key, purchase, date, account) =>
      remembered(['contracted', ...Object.values(key), purchaseName(purchase), account ?? ''], date, () =>
        findPrice(book, { ...key, purchase, date, account }),
      ),
    findStated: (key, purchase, date) =>
      remembered(['stated', ...Object.values(key), purchaseName(purchase)], date, () =>
        findStatedPrice(book, { ...key, purchase, date }),
      ),
    listPerHour: (key, date) => {
      const query = { ...key, purchase: { kind: 'on-demand' }, date } as const;
      const price = remembered(['list', ...Object.values(key)], date, () => {
        const list = findStatedPrice(publicBook, query);
        return list.ok ? list : findStatedPrice(book, query);
      });
      return price.ok ? price.value.converted.effectivePerHour : null;
    },
  };
};
