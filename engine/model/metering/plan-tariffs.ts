import { fail, ok, type Result } from '../../issue/result.ts';
import { convert, type FxRate } from '../../money/exchange.ts';
import { money } from '../../money/money.ts';
import type { Decimal } from '../../numeric/decimal.ts';
import { exchangeTariff } from '../../pricing/tariff/exchange-tariff.ts';
import type { Tariff } from '../../pricing/tariff/tariff.ts';
import { findTariff, type TariffBook, type TariffQuery } from '../../pricing/tariff/tariff-book.ts';

/** A tariff as stated, and as the plan counts it. */
export interface PlanTariff {
  readonly stated: Tariff;
  /** In the base currency. */
  readonly converted: Tariff;
  /** Units of the base currency for one of the tariff's; null when they are the same. */
  readonly exchangeRate: Decimal | null;
}

/** The tariffs of a plan: found and converted once for each meter and day, so that the same tariff is the same object. */
export interface PlanTariffs {
  readonly book: TariffBook;
  /** Reports what `findTariff` reports, and `no-exchange-rate`; the rate is that of `exchangeDate`. */
  find(query: TariffQuery, exchangeDate: string): Result<PlanTariff>;
}

export const makePlanTariffs = (book: TariffBook, fxRates: readonly FxRate[], baseCurrency: string): PlanTariffs => {
  const converted = new Map<Tariff, Map<string, PlanTariff>>();
  const inBase = (tariff: Tariff, rate: Decimal): PlanTariff => {
    let byRate = converted.get(tariff);
    if (!byRate) converted.set(tariff, (byRate = new Map()));
    let found = byRate.get(rate.toFixed());
    if (!found) {
      const isSame = tariff.currency === baseCurrency;
      found = {
        stated: tariff,
        converted: isSame ? tariff : exchangeTariff(tariff, rate, baseCurrency),
        exchangeRate: isSame ? null : rate,
      };
      byRate.set(rate.toFixed(), found);
    }
    return found;
  };
  return {
    book,
    find: (query, exchangeDate) => {
      const tariff = findTariff(book, query);
      if (!tariff.ok) return tariff;
      const rate = convert(money(1, tariff.value.currency), baseCurrency, exchangeDate, fxRates);
      return rate.ok ? ok(inBase(tariff.value, rate.value.amount)) : fail(...rate.issues);
    },
  };
};
