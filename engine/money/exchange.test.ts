import { describe, expect, it } from '@jest/globals';
import { decimal } from '../numeric/decimal.ts';
import { convert, type FxRate } from './exchange.ts';
import { money } from './money.ts';

const rate = (from: string, to: string, date: string, value: string): FxRate =>
  ({ from, to, date, rate: decimal(value) });
const rates = [
  rate('EUR', 'USD', '2026-06-01', '1.25'),
  rate('EUR', 'USD', '2026-01-01', '1.2'),
  rate('USD', 'KRW', '2026-01-01', '1400'),
];

const converted = (from: string, to: string, date: string): string => {
  const result = convert(money(100, from), to, date, rates);
  return result.ok ? `${result.value.amount.toFixed()} ${result.value.currency}` : JSON.stringify(result.issues);
};

describe('convert', () => {
  it('takes the rate that holds on the date, whatever the order of the rows', () => {
    expect(converted('EUR', 'USD', '2026-05-31')).toBe('120 USD');
    expect(converted('EUR', 'USD', '2026-06-01')).toBe('125 USD');
    expect(converted('USD', 'USD', '1999-01-01')).toBe('100 USD');
  });

  it('inverts the opposite pair', () => {
    expect(converted('USD', 'EUR', '2027-01-01')).toBe('80 EUR');
  });

  it('gives an amount with an end, so that what is computed from it is exact', () => {
    const result = convert(money(1, 'KRW'), 'USD', '2026-02-01', rates);
    // 1 / 1400 = 0.000714285 714285 714285 7...
    expect(result.ok && result.value.amount.toFixed()).toBe('0.00071428571428571429');
  });

  it('knows no rate before the first, and chains none', () => {
    expect(converted('EUR', 'USD', '2025-12-31')).toContain('no-exchange-rate');
    expect(converted('EUR', 'KRW', '2026-07-01')).toBe(
      '[{"code":"no-exchange-rate","severity":"error","values":{"from":"EUR","to":"KRW","date":"2026-07-01"}}]',
    );
  });
});
