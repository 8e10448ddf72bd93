import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { divideFinitely, type Decimal } from '../numeric/decimal.ts';
import type { Money } from './money.ts';

/** One unit of `from` is worth `rate` of `to` from `date` (ISO, inclusive) until the next row of the same pair. */
export interface FxRate {
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly rate: Decimal;
}

const latest = (rates: readonly FxRate[], from: string, to: string, date: string): FxRate | undefined => {
  let found: FxRate | undefined;
  for (const rate of rates) {
    if (rate.from !== from || rate.to !== to || rate.date > date) continue;
    if (!found || rate.date >= found.date) found = rate;
  }
  return found;
};

/**
 * `value` in the currency `to` at the rate holding on `date` (ISO): the pair as stated, or the inverse of the opposite
 * pair when that is newer, cut at 20 decimals. Two rates are never chained: an unstated cross rate is unknown. Reports
 * `no-exchange-rate`.
 */
export const convert = (value: Money, to: string, date: string, rates: readonly FxRate[]): Result<Money> => {
  if (value.currency === to) return ok(value);
  const direct = latest(rates, value.currency, to, date);
  const inverse = latest(rates, to, value.currency, date);
  if (direct && (!inverse || direct.date >= inverse.date)) {
    return ok({ amount: value.amount.times(direct.rate), currency: to });
  }
  if (inverse) return ok({ amount: divideFinitely(value.amount, inverse.rate), currency: to });
  return fail(makeIssue('no-exchange-rate', { from: value.currency, to, date }));
};
