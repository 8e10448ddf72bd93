import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { decimal } from '../../numeric/decimal.ts';
import { egressCost, type EgressQuery } from './egress-cost.ts';
import { makeTariffBook } from './tariff-book.ts';

const book = makeTariffBook(starterCatalog);
const query: EgressQuery = {
  gbPerMonth: decimal(1024), provider: 'aws', region: null, date: '2026-06-01', jurisdiction: null, isFullExit: false, monthCount: 1,
};
const cost = (changes: Partial<EgressQuery> & { readonly gb?: number }): string => {
  const { gb, ...rest } = changes;
  const found = egressCost(book, { ...query, ...rest, ...(gb === undefined ? {} : { gbPerMonth: decimal(gb) }) });
  return found.ok ? `${found.value.amount.toFixed()} ${found.value.currency}` : found.issues.map(({ code }) => code).join();
};

describe('egressCost', () => {
  it.each([
    [1, '83.16'], [10, '912.6'], [50, '4394.2'], [150, '11562.2'], [1000, '55082.2'], [10_000, '515882.2'],
  ])('%d TB in a month from AWS: %s USD', (terabytes, expected) => {
    expect(cost({ gb: terabytes * 1024 })).toBe(`${expected} USD`);
  });

  it('begins with tiers and allowance anew each month', () => {
    expect(cost({ monthCount: 12 })).toBe('997.92 USD'); // 12 x 83.16
  });

  it('is the region\'s price, and that of each provider', () => {
    expect(cost({ region: 'sa-east-1' })).toBe('138.6 USD'); // 924 x 0.15
    expect(cost({ region: 'US-GOV-WEST-1' })).toBe('158.72 USD'); // nothing free: 1,024 x 0.155
    expect(cost({ provider: 'Azure' })).toBe('80.388 USD'); // 924 x 0.087
    expect(cost({ provider: 'gcp', gb: 2048 })).toBe('235.52 USD'); // 1,024 x 0.12 + 1,024 x 0.11
  });

  const leaving = { isFullExit: true, gb: 10_240 } as const;
  it('is waived for two months for those who leave, since the provider promised it', () => {
    expect(cost({ ...leaving, date: '2026-06-01', monthCount: 2 })).toBe('0 USD');
    expect(cost({ ...leaving, date: '2026-06-01', monthCount: 3 })).toBe('912.6 USD');
    expect(cost({ ...leaving, provider: 'gcp', date: '2026-06-01' })).toBe('0 USD');
    // not for those who stay
    expect(cost({ gb: 10_240, date: '2026-06-01', jurisdiction: 'DE' })).toBe('912.6 USD');
  });

  it('is nothing for customers of the European Union who leave from 2027-01-12 on, however long it takes', () => {
    expect(cost({ ...leaving, date: '2027-01-12', jurisdiction: 'EU', monthCount: 7 })).toBe('0 USD');
    expect(cost({ ...leaving, date: '2027-01-12', jurisdiction: 'fr', monthCount: 7 })).toBe('0 USD');
    // two months waived by the provider, five paid outside of the Union
    expect(cost({ ...leaving, date: '2027-01-12', jurisdiction: 'CH', monthCount: 7 })).toBe('4563 USD');
    // the third month, from 2027-01-11, is a day before the law; the fourth is free
    expect(cost({ ...leaving, date: '2026-11-11', jurisdiction: 'EU', monthCount: 4 })).toBe('912.6 USD');
  });

  it('is unknown without a price', () => {
    expect(cost({ provider: 'azur' })).toBe('unknown-provider');
    expect(cost({ region: 'us-east-9' })).toBe('unknown-region');
    expect(cost({ provider: 'azure', region: 'westeurope' })).toBe('unknown-region');
    expect(cost({ date: '2020-01-01' })).toBe('no-tariff');
  });
});
