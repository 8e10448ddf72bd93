import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import { emptyCatalog } from '../test/small-catalog.ts';
import { parsePurchase } from '../catalog/purchase-name.ts';
import { money } from '../money/money.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import { computeServiceName } from './charge.ts';
import { findPrice } from './find-price.ts';
import type { HourlyPrice, PriceQuery } from './hourly-price.ts';
import { makePriceBook, type OwnPrice, type PriceBook } from './price-book.ts';

const book = makePriceBook(starterCatalog);

const purchase = (word: string): PurchaseOption => {
  const option = parsePurchase(word);
  if (!option.ok) throw new Error(word);
  return option.value;
};

/** `provider/region/type`, bought on-demand on shared Linux unless said otherwise. */
const query = (place: string, word = 'on-demand', more: Partial<PriceQuery> = {}): PriceQuery => {
  const [provider = '', region = '', nodeType = ''] = place.split('/');
  const key = { provider, region, nodeType, operatingSystem: 'linux', tenancy: 'shared' } as const;
  return { ...key, purchase: purchase(word), ...more };
};
const price = (asked: PriceQuery, within: PriceBook = book): HourlyPrice => {
  const found = findPrice(within, asked);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};
const perHour = (...asked: Parameters<typeof query>): string =>
  price(query(...asked)).effectivePerHour.amount.toFixed();
const issue = (...asked: Parameters<typeof query>) => {
  const found = findPrice(book, query(...asked));
  return found.ok ? null : found.issues[0];
};

describe('findPrice in the catalog', () => {
  it('answers in any letter case, in the catalog’s own spelling', () => {
    expect(perHour('aws/us-east-1/m7i.xlarge')).toBe('0.2016');
    expect(price(query('AWS/US-East-1/M7I.xLarge')).key).toEqual({
      provider: 'aws', region: 'us-east-1', nodeType: 'm7i.xlarge', operatingSystem: 'linux', tenancy: 'shared',
    });
  });

  // Published points of the AWS price pages
  it.each([
    ['aws/us-east-1/t3.medium', 'on-demand', '0.0416'],
    ['aws/us-east-1/t3.medium', 'reserved-1y-no-upfront', '0.0261'],
    ['aws/us-east-1/t3.medium', 'reserved-3y-no-upfront', '0.018'],
    ['aws/us-east-1/m6a.xlarge', 'on-demand', '0.1728'],
    ['aws/us-east-1/m6a.xlarge', 'reserved-1y-no-upfront', '0.11431'],
    ['aws/us-east-1/m6a.xlarge', 'reserved-1y-partial-upfront', '0.108882'],
    ['aws/us-east-1/m6a.xlarge', 'reserved-3y-no-upfront', '0.07838'],
    ['aws/us-east-1/m6a.xlarge', 'reserved-3y-partial-upfront', '0.072591'],
    ['aws/us-east-1/m6a.2xlarge', 'reserved-3y-no-upfront', '0.15676'],
    ['aws/us-east-1/x2iedn.32xlarge', 'on-demand', '26.676'],
    ['aws/us-east-1/x2iedn.32xlarge', 'spot', '6.669'],
    ['aws/us-east-1/x2iedn.32xlarge', 'reserved-1y-no-upfront', '16.41374'],
    ['aws/us-east-1/x2iedn.32xlarge', 'reserved-1y-partial-upfront', '15.632166'],
    ['aws/us-east-1/x2iedn.32xlarge', 'reserved-1y-all-upfront', '15.319521'],
    ['aws/us-east-1/x2iedn.32xlarge', 'reserved-3y-no-upfront', '8.55659'],
    ['aws/us-east-1/x2iedn.32xlarge', 'reserved-3y-partial-upfront', '7.922767'],
    ['aws/us-east-1/x2iedn.32xlarge', 'reserved-3y-all-upfront', '7.447412'],
    ['aws/us-east-1/t3.medium', 'convertible-1y-no-upfront', '0.03'],
    ['aws/us-east-1/t3.medium', 'convertible-3y-no-upfront', '0.0206'],
    ['aws/us-east-1/m6a.xlarge', 'compute-sp-1y-no-upfront', '0.13965'],
    ['aws/us-east-1/x2iedn.32xlarge', 'convertible-1y-no-upfront', '19.7189'],
    ['aws/us-east-1/x2iedn.32xlarge', 'convertible-1y-partial-upfront', '18.779904'],
    ['aws/us-east-1/x2iedn.32xlarge', 'convertible-1y-all-upfront', '18.404338'],
    ['aws/us-east-1/x2iedn.32xlarge', 'convertible-3y-no-upfront', '10.2852'],
    ['aws/us-east-1/x2iedn.32xlarge', 'convertible-3y-partial-upfront', '9.523352'],
    ['aws/us-east-1/x2iedn.32xlarge', 'convertible-3y-all-upfront', '9.332877'],
  ])('%s %s is %s', (place, word, expected) => {
    expect(perHour(place, word)).toBe(expected);
    expect(price(query(place, word)).basis).toBe('listed');
  });

  it('charges upfront what each payment form takes upfront', () => {
    const legs = (form: string) => {
      const asked = query('aws/us-east-1/x2iedn.32xlarge', `reserved-1y-${form}`);
      const { upfront, recurringPerHour, termHours } = price(asked);
      return [upfront.amount.toFixed(), recurringPerHour.amount.toFixed(), termHours];
    };
    expect(legs('no-upfront')).toEqual(['0', '16.41374', 8760]);
    expect(legs('partial-upfront')).toEqual(['68468.88708', '7.816083', 8760]);
    expect(legs('all-upfront')).toEqual(['134199.00396', '0', 8760]);
  });

  it('keeps licences and tenancies apart', () => {
    const windows = price(query('aws/us-east-1/x2iedn.32xlarge', 'on-demand', { operatingSystem: 'windows' }));
    expect(windows.effectivePerHour.amount.toFixed()).toBe('32.564');
    const dedicated = price(query('aws/us-east-1/x2iedn.32xlarge', 'on-demand', { tenancy: 'dedicated' }));
    expect(dedicated.effectivePerHour.amount.toFixed()).toBe('29.344');
    expect(issue('aws/us-east-1/m7i.xlarge', 'on-demand', { operatingSystem: 'windows' })?.code).toBe('no-price');
  });

  // n2 in us-central1: 0.031611 per vCPU-hour and 0.004237 per GiB-hour
  it('builds GCP types from their vCPUs and GiB', () => {
    expect(perHour('gcp/us-central1/n2-standard-8')).toBe('0.388472');
    expect(perHour('gcp/us-central1/n2-highmem-128')).toBe('7.706976');
    expect(price(query('gcp/us-central1/n2-standard-8')).basis).toBe('built');
    // A100: 12 vCPU and 85 GiB at the prices of n2, and 2.933908 per GPU-hour
    expect(perHour('gcp/us-central1/a2-highgpu-1g')).toBe('3.673385');
    expect(perHour('gcp/us-central1/a2-megagpu-16g')).toBe('55.739504');
    expect(perHour('gcp/us-central1/n2-standard-8', 'cud-3y')).toBe('0.174824');
  });

  it('pays Azure monthly or upfront at the same total', () => {
    const upfront = price(query('azure/eastus/Standard_D4ds_v5', 'reserved-1y-upfront'));
    const monthly = price(query('azure/eastus/Standard_D4ds_v5', 'reserved-1y-monthly'));
    expect([upfront.upfront.amount.toFixed(), upfront.recurringPerHour.amount.toFixed()]).toEqual(['1168', '0']);
    expect(monthly.upfront.amount.isZero()).toBe(true);
    expect(monthly.recurringPerHour.amount.times(8760).toDecimalPlaces(15).toFixed()).toBe('1168');
    expect(monthly.effectivePerHour.amount.toFixed(18)).toBe(upfront.effectivePerHour.amount.toFixed(18));
    expect(monthly.basis).toBe('listed');
  });

  it('assumes a discount, marked as such, only where no reservation is listed', () => {
    const assumed = price(query('aws/us-east-1/m7i.xlarge', 'reserved-1y-all-upfront'));
    expect(assumed.basis).toBe('assumed-discount');
    expect(assumed.source).toMatch(/^A-PRI-1: /);
    expect(assumed.effectivePerHour.amount.toFixed()).toBe('0.124992');
    expect(assumed.upfront.amount.toFixed()).toBe('1094.92992');
    expect(issue('aws/us-east-1/p5.48xlarge', 'reserved-1y-no-upfront')?.code).toBe('no-price');
    const onWindows = { operatingSystem: 'windows' } as const;
    expect(issue('aws/us-east-1/m7i.xlarge', 'reserved-1y-no-upfront', onWindows)?.code).toBe('no-price');
  });

  it('assumes no discount beyond what published points bear out', () => {
    const assumedOf = (place: string, word: string) => {
      const { basis, source, effectivePerHour, upfront } = price(query(place, word));
      expect([basis, upfront.amount.isZero()]).toEqual(['assumed-discount', true]);
      return [source.slice(0, 8), effectivePerHour.amount.toFixed()];
    };
    // One point of a compute savings plan is at hand, of m6a.xlarge: 1 - 0.13965 / 0.1728 = 19.18 %; 0.2016 x 0.81
    expect(assumedOf('aws/us-east-1/m7i.xlarge', 'compute-sp-1y-no-upfront')).toEqual(['A-PRI-11', '0.163296']);
    expect(assumedOf('aws/us-east-1/m7i.xlarge', 'convertible-1y-no-upfront')).toEqual(['A-PRI-10', '0.149184']);
    for (const word of ['compute-sp-3y-no-upfront', 'ec2-sp-1y-no-upfront']) {
      expect(issue('aws/us-east-1/m7i.xlarge', word)).toMatchObject({ code: 'no-price', values: { purchase: word } });
    }
    expect(issue('azure/eastus/Standard_D4ds_v5', 'azure-sp-3y')?.code).toBe('no-price');
    // Flexible commitments: 0.388472 x 0.72 and x 0.54; the M series has no discount for one year, GPUs none at all
    expect(assumedOf('gcp/us-central1/n2-standard-8', 'flex-cud-1y')).toEqual(['A-PRI-12', '0.27969984']);
    expect(assumedOf('gcp/us-central1/n2-standard-8', 'flex-cud-3y')).toEqual(['A-PRI-12', '0.20977488']);
    const m3 = 'gcp/us-central1/m3-ultramem-32';
    const [, threeYears = ''] = assumedOf(m3, 'flex-cud-3y');
    expect(price(query(m3)).effectivePerHour.amount.times('0.37').toFixed()).toBe(threeYears);
    expect(issue(m3, 'flex-cud-1y')?.code).toBe('no-price');
    expect(issue('gcp/us-central1/a2-highgpu-1g', 'flex-cud-1y')?.code).toBe('no-price');
    const h3 = price(query('gcp/us-central1/h3-standard-88', 'flex-cud-3y'));
    const h3OnDemand = price(query('gcp/us-central1/h3-standard-88'));
    expect(h3.effectivePerHour.amount.dividedBy(h3OnDemand.effectivePerHour.amount).toFixed()).toBe('0.62');
  });

  it('holds historical prices to their days', () => {
    expect(perHour('aws/us-east-1/cc1.4xlarge', 'on-demand', { date: '2011-05-13' })).toBe('1.6');
    expect(perHour('aws/us-east-1/cg1.4xlarge', 'on-demand', { date: '2011-05-13' })).toBe('2.1');
    expect(perHour('aws/us-east-1/cc1.4xlarge')).toBe('1.6');
    expect(issue('aws/us-east-1/cc1.4xlarge', 'on-demand', { date: '2012-01-01' })?.values).toMatchObject({
      date: '2012-01-01', available: 'linux shared on-demand (2010-07-13..2012-01-01)',
    });
    expect(issue('aws/us-east-1/m7i.xlarge', 'on-demand', { date: '2011-05-13' })?.code).toBe('no-price');
  });
});

describe('findPrice without a price', () => {
  it('names the first thing it does not know, with the nearest that it does', () => {
    expect(issue('awss/us-east-1/m7i.xlarge')).toMatchObject({ code: 'unknown-provider', values: { suggestion: 'aws' } });
    expect(issue('aws/us-east1/m7i.xlarge')).toMatchObject({ code: 'unknown-region', values: { suggestion: 'us-east-1' } });
    expect(issue('aws/us-east-1/m7i.xlrge')).toMatchObject({
      code: 'unknown-node-type', severity: 'error', values: { provider: 'aws', nodeType: 'm7i.xlrge', suggestion: 'm7i.xlarge' },
    });
  });

  it('takes a provider by any name for a provider', () => {
    const strange = makePriceBook(emptyCatalog, [
      {
        priceId: 'x', key: query('constructor/r/n'), purchase: { kind: 'on-demand' }, recurringPerHour: money(1, 'USD'),
        upfront: money(0, 'USD'), validFrom: null, validTo: null, source: '', asOf: '',
      },
    ]);
    expect(price(query('constructor/r/n'), strange).effectivePerHour.amount.toFixed()).toBe('1');
    const spot = findPrice(strange, query('constructor/r/n', 'spot'));
    expect(spot.ok ? null : spot.issues[0]).toMatchObject({ code: 'purchase-not-sold', values: { sold: 'on-demand' } });
    expect(computeServiceName('constructor')).toBe('Virtual machines');
  });

  it('says what the provider sells', () => {
    expect(issue('gcp/us-central1/n2-standard-8', 'reserved-1y-no-upfront')).toMatchObject({
      code: 'purchase-not-sold', values: { sold: 'on-demand, spot, reserved-1y-monthly, reserved-3y-monthly, flex-cud-1y, flex-cud-3y' },
    });
    expect(issue('azure/eastus/Standard_D4ds_v5', 'compute-sp-1y-no-upfront')).toMatchObject({
      code: 'purchase-not-sold',
      values: {
        sold:
          'on-demand, spot, reserved-1y-monthly, reserved-1y-upfront, reserved-3y-monthly, reserved-3y-upfront, ' +
          'azure-sp-1y, azure-sp-3y',
      },
    });
    expect(issue('aws/us-east-1/m7i.xlarge', 'flex-cud-1y')?.values['sold']).toMatch(/convertible-1y-no-upfront.*ec2-sp-3y-all-upfront$/);
    expect(issue('lambda/any/1x-h100-80gb', 'spot')).toMatchObject({ code: 'purchase-not-sold', values: { sold: 'on-demand' } });
  });

  it('names exactly the combination, and what there is instead', () => {
    expect(issue('aws/us-east-1/m7i.xlarge', 'spot')?.values).toEqual({
      provider: 'aws', region: 'us-east-1', nodeType: 'm7i.xlarge', operatingSystem: 'linux', tenancy: 'shared',
      purchase: 'spot', date: '', available: 'linux shared on-demand (2026-01-01..)',
    });
    expect(issue('gcp/asia-northeast3/c4a-standard-4')?.values.available).toBe(
      'us-central1, us-east4, europe-west1, europe-west4, asia-southeast1',
    );
  });
});

describe('findPrice with the workbook’s own prices', () => {
  const own = (place: string, word: string, amount: string, more: Partial<OwnPrice> = {}): OwnPrice => {
    const { purchase: option, ...key } = query(place, word);
    return {
      priceId: 'P1', key, purchase: option, recurringPerHour: money(amount, 'USD'), upfront: money(0, 'USD'),
      validFrom: null, validTo: null, source: 'offer', asOf: '2026-02-01', ...more,
    };
  };

  it('lets them win for the same key, purchase and date, and only there', () => {
    const negotiated = own('aws/us-east-1/m7i.xlarge', 'on-demand', '0.15', { validFrom: '2026-03-01', validTo: '2026-09-01' });
    const mine = makePriceBook(starterCatalog, [negotiated]);
    const at = (date: string, word = 'on-demand') => price(query('aws/us-east-1/m7i.xlarge', word, { date }), mine);
    expect(at('2026-02-28').effectivePerHour.amount.toFixed()).toBe('0.2016');
    expect(at('2026-03-01').effectivePerHour.amount.toFixed()).toBe('0.15');
    expect(at('2026-09-01').effectivePerHour.amount.toFixed()).toBe('0.2016');
    // The assumed discount is about list prices, not on top of what was negotiated: 0.2016 x 0.67
    expect(at('2026-03-01', 'reserved-1y-no-upfront').effectivePerHour.amount.toFixed()).toBe('0.135072');
  });

  it('takes an own price over components, and in Azure’s other payment form', () => {
    const mine = makePriceBook(starterCatalog, [
      own('gcp/us-central1/n2-standard-8', 'on-demand', '0.3'),
      own('azure/koreacentral/Standard_D4s_v5', 'reserved-3y-upfront', '0', { upfront: money(2628, 'USD') }),
    ]);
    expect(price(query('gcp/us-central1/n2-standard-8'), mine)).toMatchObject({ basis: 'listed', source: 'offer' });
    const monthly = price(query('azure/koreacentral/Standard_D4s_v5', 'reserved-3y-monthly'), mine);
    expect(monthly.recurringPerHour.amount.toFixed()).toBe('0.1');
  });

  it('knows providers, regions, types and forms that only the workbook states', () => {
    const mine = makePriceBook(starterCatalog, [own('acme/seoul/blade', 'reserved-1y-monthly', '0.5')]);
    expect(price(query('ACME/Seoul/Blade', 'reserved-1y-monthly'), mine).effectivePerHour.amount.toFixed()).toBe('0.5');
    const missing = findPrice(mine, query('acme/seoul/blade'));
    expect(missing.ok || missing.issues[0]).toMatchObject({ code: 'purchase-not-sold', values: { sold: 'reserved-1y-monthly' } });
  });

  it('prefers the row begun last when two hold, and without a date the newest', () => {
    const rows = [
      own('aws/us-east-1/m7i.xlarge', 'spot', '0.09', { validFrom: '2026-06-01' }),
      own('aws/us-east-1/m7i.xlarge', 'spot', '0.08', { validFrom: '2026-01-01' }),
      own('aws/us-east-1/m7i.xlarge', 'spot', '0.01', { validFrom: '2026-07-01', validTo: '2026-08-01' }),
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const mine = makePriceBook(starterCatalog, order);
      const at = (date?: string) =>
        price(query('aws/us-east-1/m7i.xlarge', 'spot', date === undefined ? {} : { date }), mine).effectivePerHour.amount.toFixed();
      expect([at('2026-05-31'), at('2026-06-01'), at('2026-07-15'), at()]).toEqual(['0.08', '0.09', '0.01', '0.09']);
    }
  });
});
