import { afterEach, describe, expect, it } from '@jest/globals';
import { decimal, money, starterCatalog } from '../../engine/index.ts';
import { usePrices } from './current-prices.ts';
import { egress } from './egress.ts';
import { tierCost } from './tier-cost.ts';

/** Excel hands null for an argument that was left out. */
const omitted = null as unknown as undefined;
const noOwnPrices = {
  prices: [], nodeTypes: [], fxRates: [], negotiated: [], tariffs: { tariffs: [], allowances: [] }, baseCurrency: 'USD',
} as const;
afterEach(() => usePrices(noOwnPrices, 1900));

const invalid = (message: string) => expect.objectContaining({ kind: 'invalidValue', message: expect.stringContaining(message) });

describe('CLOUD.TIERCOST', () => {
  // Pohang, 2014: 585 won up to 15 m3, 950 beyond
  const water = [[0, 585], [15, 950]];

  it('prices 20 m3 of water graduated, at the step reached, and for a household', () => {
    expect(tierCost(20, water)).toBe(13_525);
    expect(tierCost(20, water, 0, false)).toBe(13_525);
    expect(tierCost(20, water, 1)).toBe(19_000);
    expect(tierCost(20, water, 1, true)).toBe(11_700);
    expect(tierCost(20, water, omitted, true)).toBe(11_700);
  });

  it('prices egress of AWS: 100 GB free, limits in TB of 1,024 GB', () => {
    const tiers = [[0, 0], [100, 0.09], [10_240, 0.085], [51_200, 0.07], [153_600, 0.05]];
    expect([1, 10, 50, 150, 1000, 10_000].map(terabytes => tierCost(terabytes * 1024, tiers))).toEqual([
      83.16, 912.6, 4394.2, 11_562.2, 55_082.2, 515_882.2,
    ]);
  });

  it('takes rows in any order, a header above them and blank rows below', () => {
    expect(tierCost(20, [['FromQty', 'UnitPrice'], [15, 950], [0, 585], ['', ''], [null, null]])).toBe(13_525);
    expect(tierCost(20, [['0', '585'], ['15', '950']])).toBe(13_525);
    expect(tierCost(0, water)).toBe(0);
  });

  it.each<[string, unknown[], string]>([
    ['a negative quantity', [-1, water], 'quantity must be 0 or more, not -1.'],
    ['a word for a price', [20, [[0, 'cheap']]], 'tierTable row 1, price must be a number, not "cheap".'],
    ['a blank price', [20, [[0, '']]], 'tierTable row 1, price is missing.'],
    ['a table without rows', [20, [['', '']]], 'tierTable is missing.'],
    ['three columns', [20, [[0, 15, 585]]], 'tierTable must have 2 columns, not 3.'],
    ['a gap at the start', [20, [[5, 585]]], 'The tiers of tierTable give no price from 0 to 5.'],
    ['two prices for one quantity', [20, [[0, 585], [0, 950]]], 'Two tiers of tierTable give a price for 0.'],
    ['a negative price', [20, [[0, -585]]], 'A tier of tierTable holds -585'],
    ['a mode there is not', [20, water, 2], 'mode must be 1 or less, not 2.'],
    ['a word for a truth value', [20, water, 0, 'maybe'], 'eligible must be TRUE or FALSE, not "maybe".'],
  ])('is #VALUE! with the reason for %s', (_what, values, message) => {
    expect(() => (tierCost as (...all: unknown[]) => number)(...values)).toThrow(invalid(message));
  });
});

describe('CLOUD.EGRESS', () => {
  it('is what AWS charges, month after month', () => {
    expect(egress(10_240, 'aws')).toBe(912.6);
    expect(egress(10_240, 'AWS', '2026-06-01', omitted, omitted, 'us-east-1', 12)).toBeCloseTo(10_951.2, 9);
    expect(egress(0, 'aws')).toBe(0);
  });

  it('is nothing for a customer of the European Union who leaves for good from 2027-01-12 on', () => {
    // 2027-02-01 is serial 46,419
    expect(egress(10_240, 'azure', 46_419, 'EU', true, omitted, 6)).toBe(0);
    expect(egress(10_240, 'azure', 46_419, 'US', true, omitted, 6)).toBeCloseTo(4 * 10_140 * 0.087, 9);
    expect(egress(10_240, 'azure', 46_419, 'EU', false)).toBeCloseTo(10_140 * 0.087, 9);
  });

  it('stands on the workbook\'s own meter of that name', () => {
    const service = {
      providerName: 'aws', regionId: null, serviceCategory: 'Networking', serviceSubcategory: 'Other (Networking)', serviceName: 'x',
    } as const;
    const own = {
      meterId: 'aws/us-east-1/internet-egress', zone: null, eligibility: null, service, unit: 'GiB', currency: 'USD', mode: 'graduated',
      tiers: [{ fromQuantity: decimal(0), unitPrice: money('0.02', 'USD').amount }], limit: decimal(5000), tierGroup: null, allowanceId: null,
      minimumCharge: null, step: null, validFrom: null, validTo: null, source: 'contract', asOf: '',
    } as const;
    usePrices({ ...noOwnPrices, tariffs: { tariffs: [own], allowances: [] } }, 1900);
    expect(egress(1000, 'aws')).toBe(20);
    expect(() => egress(5001, 'aws')).toThrow(
      expect.objectContaining({ kind: 'notAvailable', message: expect.stringContaining('has prices up to 5000, but 5001 are used') }),
    );
  });

  it.each<[string, unknown[], string]>([
    ['a provider nobody knows', [1, 'azur'], 'Unknown provider "azur". Did you mean azure? Known: aws, gcp, azure.'],
    ['a region without a price', [1, 'azure', omitted, omitted, omitted, 'westeurope'], 'Unknown region "westeurope" of azure.'],
    ['a day without a price', [1, 'aws', '2020-01-01'], 'No price is known for aws/us-east-1/internet-egress on 2020-01-01.'],
  ])('is #N/A with the reason for %s', (_what, values, message) => {
    expect(() => (egress as (...all: unknown[]) => number)(...values)).toThrow(
      expect.objectContaining({ kind: 'notAvailable', message: expect.stringContaining(message) }),
    );
  });

  it.each<[string, unknown[], string]>([
    ['a negative quantity', [-1, 'aws'], 'gbPerMonth must be 0 or more, not -1.'],
    ['no provider', [1, ''], 'provider is missing.'],
    ['a day that is none', [1, 'aws', '31.12.2026'], 'date must be a date'],
    ['a country in words', [1, 'aws', omitted, 'Germany'], 'jurisdiction must be EU or a country of two letters such as DE, not "GERMANY".'],
    ['half a month', [1, 'aws', omitted, omitted, omitted, omitted, 0.5], 'months must be 1 or more, not 0.5.'],
  ])('is #VALUE! with the reason for %s', (_what, values, message) => {
    expect(() => (egress as (...all: unknown[]) => number)(...values)).toThrow(invalid(message));
  });

  it('takes the catalog\'s date when none is given', () => {
    expect(egress(1024, 'gcp', starterCatalog.date)).toBe(egress(1024, 'gcp'));
  });
});
