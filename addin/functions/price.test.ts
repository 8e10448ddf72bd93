import { afterEach, describe, expect, it } from '@jest/globals';
import { decimal, money, type OwnPrice } from '../../engine/index.ts';
import { cost } from './cost.ts';
import { refusePrices, usePrices } from './current-prices.ts';
import { price } from './price.ts';

const noOwnPrices = { prices: [], nodeTypes: [], fxRates: [], negotiated: [], tariffs: { tariffs: [], allowances: [] }, baseCurrency: 'USD' } as const;
/** Excel hands null for an argument that was left out. */
const omitted = null as unknown as undefined;

const ownPrice: OwnPrice = {
  priceId: 'P1',
  key: { provider: 'aws', region: 'us-east-1', nodeType: 'm7i.xlarge', operatingSystem: 'linux', tenancy: 'shared' },
  purchase: { kind: 'on-demand' },
  recurringPerHour: money('0.15', 'EUR'),
  upfront: money(0, 'EUR'),
  validFrom: '2026-01-01',
  validTo: '2027-01-01',
  source: 'offer 17',
  asOf: '2026-02-01',
};

afterEach(() => usePrices(noOwnPrices, 1900));

describe('CLOUD.PRICE', () => {
  it('is the listed on-demand price when nothing else is said', () => {
    // AWS price list, us-east-1: m7i.xlarge Linux on-demand 0.2016 USD per hour
    expect(price('aws', 'us-east-1', 'm7i.xlarge')).toBe(0.2016);
    expect(price('AWS', ' US-East-1 ', 'M7I.XLARGE', omitted, omitted, omitted, omitted)).toBe(0.2016);
  });

  it('spreads an upfront part over the term', () => {
    // m6a.xlarge, 1 year, partial upfront: 476.90316 USD at once and 0.054441 USD per hour
    // (476.90316 + 0.054441 x 8760) / 8760 = 0.05444100 + 0.054441 = 0.108882
    expect(price('aws', 'us-east-1', 'm6a.xlarge', 'reserved-1y-partial-upfront')).toBeCloseTo(0.108882, 9);
  });

  it('asks for the price of a day, as Excel date of either date system or as text', () => {
    usePrices({ ...noOwnPrices, prices: [ownPrice] }, 1900);
    // 2026-06-15 is serial 46,188 where days are counted from 1900, 1,462 less where they are counted from 1904
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, 46188)).toBe(0.15);
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, '2026-06-15')).toBe(0.15);
    usePrices({ ...noOwnPrices, prices: [ownPrice] }, 1904);
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, 44726)).toBe(0.15);
    // the own price ends on 2027-01-01, then the list price holds again
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, '2027-03-01')).toBe(0.2016);
  });

  it('answers in another currency at the workbook\'s own rate, and in none without', () => {
    usePrices({ ...noOwnPrices, fxRates: [{ from: 'USD', to: 'EUR', date: '2020-01-01', rate: decimal('0.9') }] }, 1900);
    // 0.2016 x 0.9
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, omitted, omitted, 'eur')).toBeCloseTo(0.18144, 12);
    usePrices(noOwnPrices, 1900);
    expect(() => price('aws', 'us-east-1', 'm7i.xlarge', omitted, omitted, omitted, 'EUR')).toThrow(
      expect.objectContaining({ kind: 'notAvailable', message: expect.stringContaining('exchange rate from USD to EUR') }),
    );
  });

  it('is #N/A with the nearest name for a node type nobody knows', () => {
    expect(() => price('aws', 'us-east-1', 'm7i.xlagre')).toThrow(
      expect.objectContaining({ kind: 'notAvailable', message: 'Unknown node type "m7i.xlagre" of aws. Did you mean m7i.xlarge?' }),
    );
  });

  it('is #N/A for a payment form the provider does not sell, and says which it sells', () => {
    expect(() => price('azure', 'eastus', 'Standard_D4ds_v5', 'reserved-1y-no-upfront')).toThrow(
      expect.objectContaining({ kind: 'notAvailable', message: expect.stringMatching(/does not sell.*reserved-1y-monthly/) }),
    );
  });

  it.each([
    ['aws', 'us-east-1', 't3.medium', 'convertible-3y-no-upfront', 0.0206],
    ['aws', 'us-east-1', 'm6a.xlarge', 'compute-sp-1y-no-upfront', 0.13965],
    ['gcp', 'us-central1', 'n2-standard-8', 'cud-3y', 0.174824],
    // 0.388472 less 46 %
    ['gcp', 'us-central1', 'n2-standard-8', 'flex-cud-3y', 0.20977488],
  ])('knows %s %s %s %s', (provider, region, nodeType, purchase, expected) => {
    expect(price(provider, region, nodeType, purchase)).toBe(expected);
    expect(cost(provider, region, nodeType, 8760, 2, purchase)).toBeCloseTo(expected * 8760 * 2, 6);
  });

  it('stands on negotiated prices for any account, from the day they hold', () => {
    const term = {
      id: 'EDP', account: null, provider: 'aws', service: null, region: null, skuPattern: 'm7i.*', appliesTo: 'both', priority: 0,
      change: { kind: 'percent', discountFraction: decimal('0.125') }, from: '2027-01-01', to: null,
    } as const;
    usePrices({ ...noOwnPrices, negotiated: [term, { ...term, id: 'shop', account: 'shop', priority: 9 }] }, 1900);
    // 0.2016 less 12.5 %
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, '2027-06-15')).toBe(0.1764);
    expect(price('aws', 'us-east-1', 'm7i.xlarge', omitted, '2026-12-31')).toBe(0.2016);
    expect(cost('aws', 'us-east-1', 'm7i.xlarge', 100, 1, omitted, '2027-06-15')).toBeCloseTo(17.64, 10);
  });

  it('is #N/A for a form that is sold, but has no price', () => {
    for (const word of ['ec2-sp-1y-all-upfront', 'compute-sp-3y-no-upfront']) {
      expect(() => price('aws', 'us-east-1', 'm7i.xlarge', word)).toThrow(
        expect.objectContaining({ kind: 'notAvailable', message: expect.stringContaining(`No price is known for m7i.xlarge`) }),
      );
    }
  });

  it.each([
    ['no provider', ['', 'us-east-1', 'm7i.xlarge'], 'provider is missing.'],
    ['a truth value for a name', ['aws', true, 'm7i.xlarge'], 'region must be text, not true.'],
    ['an unknown word for the purchase', ['aws', 'us-east-1', 'm7i.xlarge', 'rented'], 'Unknown purchase option "rented".'],
    ['an unknown system', ['aws', 'us-east-1', 'm7i.xlarge', omitted, omitted, 'beos'], 'os must be one of linux'],
    ['a day that is none', ['aws', 'us-east-1', 'm7i.xlarge', omitted, '31.12.2026'], 'date must be a date'],
    ['a serial that is no day', ['aws', 'us-east-1', 'm7i.xlarge', omitted, -3], 'date must be a date'],
  ])('is #VALUE! with the reason for %s', (_what, values, message) => {
    expect(() => (price as (...all: unknown[]) => number)(...values)).toThrow(
      expect.objectContaining({ kind: 'invalidValue', message: expect.stringContaining(message) }),
    );
  });

  it('says what is wrong with the workbook\'s own prices rather than answer from the catalog', () => {
    const location = { sheetName: 'Prices', tableName: 'PriceSheet', cellAddress: 'H7' };
    refusePrices([{ code: 'invalid-number', severity: 'error', values: { text: 'cheap' }, location }]);
    expect(() => price('aws', 'us-east-1', 'm7i.xlarge')).toThrow('Prices!H7: "cheap" is not a number.');
  });
});

describe('CLOUD.COST', () => {
  it('is price times hours times nodes', () => {
    // 0.2016 x 730 = 147.168; two nodes 294.336
    expect(cost('aws', 'us-east-1', 'm7i.xlarge', 730)).toBeCloseTo(147.168, 10);
    expect(cost('aws', 'us-east-1', 'm7i.xlarge', 730, 2)).toBeCloseTo(294.336, 10);
    expect(cost('aws', 'us-east-1', 'm7i.xlarge', 0, 2)).toBe(0);
  });

  it('takes a number typed as text, and no negative one', () => {
    expect(cost('aws', 'us-east-1', 'm7i.xlarge', '730' as unknown as number)).toBeCloseTo(147.168, 10);
    expect(() => cost('aws', 'us-east-1', 'm7i.xlarge', -1)).toThrow('hours must be 0 or more, not -1.');
    expect(() => cost('aws', 'us-east-1', 'm7i.xlarge', 'many' as unknown as number)).toThrow('hours must be a number, not "many".');
  });
});
