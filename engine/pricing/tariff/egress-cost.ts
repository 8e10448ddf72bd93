import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import type { Money } from '../../money/money.ts';
import { sumDecimals, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { addMonths, isoOfDate, parseIsoDate } from '../../quantity/calendar.ts';
import { exitCharge } from './exit-charge.ts';
import { rateMonth } from './rate-month.ts';
import type { Tariff } from './tariff.ts';
import { findAllowance, findTariff, type TariffBook } from './tariff-book.ts';

export interface EgressQuery {
  /** GB to the internet each month, as the provider counts them: 2^30 bytes. */
  readonly gbPerMonth: Decimal;
  readonly provider: string;
  /** Null: the provider's first in the catalog (A-TAR-5). */
  readonly region: string | null;
  /** ISO date of the first month; null: the catalog's date. */
  readonly date: string | null;
  /** `EU`, or a country by its two letters. */
  readonly jurisdiction: string | null;
  /** The customer leaves the provider for good, and meets its conditions. */
  readonly isFullExit: boolean;
  readonly monthCount: number;
}

const egressMeter = 'internet-egress';

/** Regions with a price of egress, by provider, in the order of the catalog. */
const egressRegions = ({ tariffs }: TariffBook): Map<string, string[]> => {
  const regions = new Map<string, string[]>();
  for (const name of tariffs.keys()) {
    const [provider = '', region = '', meter] = name.split('/');
    if (meter === egressMeter) regions.set(provider, [...(regions.get(provider) ?? []), region]);
  }
  return regions;
};

const findMeter = (book: TariffBook, { provider, region }: EgressQuery): Result<string> => {
  const regions = egressRegions(book);
  const known = regions.get(provider.toLowerCase());
  if (!known) {
    const names = [...regions.keys()];
    const suggestion = nearestNames(provider, names, 1)[0] ?? '';
    return fail(makeIssue('unknown-provider', { provider, suggestion, known: names.join(', ') }));
  }
  const place = region?.toLowerCase() ?? known[0] ?? '';
  if (known.includes(place)) return ok(`${provider.toLowerCase()}/${place}/${egressMeter}`);
  const suggestion = nearestNames(place, known, 1)[0] ?? '';
  return fail(makeIssue('unknown-region', { provider, region: place, suggestion, known: known.join(', ') }));
};

/** A month of one quantity under one tariff, its allowance all for itself. Reports `quantity-beyond-tiers`. */
const monthCost = (book: TariffBook, tariff: Tariff, quantity: Decimal, date: string): Result<Decimal> => {
  if (tariff.limit?.lessThan(quantity)) {
    const values = { meter: tariff.meterId, quantity: quantity.toFixed(), limit: tariff.limit.toFixed(), month: date.slice(0, 7) };
    return fail(makeIssue('quantity-beyond-tiers', values));
  }
  const allowance = tariff.allowanceId === null ? null : findAllowance(book, tariff.allowanceId, date);
  const free = new Map([[(tariff.allowanceId ?? '').toLowerCase(), allowance?.freeQuantity ?? zeroDecimal]]);
  const parts = rateMonth([{ tariff, quantity }], free);
  return ok(sumDecimals(parts.map(part => part.quantity.times(part.unitPrice))));
};

/**
 * Cost of sending the same quantity to the internet in each of some months, tiers and allowance anew in each.
 * [EQ-TAR-8] A month that a rule about leaving waives costs nothing; one that must only be at cost is counted at the list
 * price, the most it can be. Reports `unknown-provider`, `unknown-region`, `no-tariff`, `quantity-beyond-tiers`,
 * `currency-mismatch`.
 */
export const egressCost = (book: TariffBook, query: EgressQuery): Result<Money> => {
  const meter = findMeter(book, query);
  if (!meter.ok) return meter;
  const first = parseIsoDate(query.date ?? book.catalogDate);
  if (!first.ok) return first;
  const costs: Decimal[] = [];
  let currency: string | null = null;
  for (let month = 0; month < query.monthCount; month += 1) {
    const date = isoOfDate(addMonths(first.value, month));
    const tariff = findTariff(book, { meterId: meter.value, zone: null, eligibility: null, date });
    if (!tariff.ok) return tariff;
    currency ??= tariff.value.currency;
    if (tariff.value.currency !== currency) {
      return fail(makeIssue('currency-mismatch', { currency: tariff.value.currency, expected: currency }));
    }
    const { provider, jurisdiction, isFullExit } = query;
    const exit = { provider, jurisdiction, date, monthsSinceStart: month };
    if (isFullExit && exitCharge(book.exitRules, exit) === 'waived') continue;
    const cost = monthCost(book, tariff.value, query.gbPerMonth, date);
    if (!cost.ok) return cost;
    costs.push(cost.value);
  }
  return ok({ amount: sumDecimals(costs), currency: currency ?? '' });
};
