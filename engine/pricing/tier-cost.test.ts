import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { PriceTier } from '../catalog/tier-table.ts';
import { decimal } from '../numeric/decimal.ts';
import { binaryThousand } from '../quantity/conversion.ts';
import { tierCost } from './tier-cost.ts';

const tiers = (...steps: readonly (readonly [number, number | string])[]): PriceTier[] =>
  steps.map(([from, price]) => ({ fromQuantity: decimal(from), unitPrice: decimal(price) }));
const tableOf = (meter: string, date: string): readonly PriceTier[] => {
  const table = starterCatalog.tierTables.find(
    ({ meter: name, validFrom, validTo }) => name === meter && (validFrom ?? '') <= date && date < (validTo ?? '9999'),
  );
  if (!table) throw new Error(`${meter} ${date}`);
  return table.tiers;
};

describe('tierCost', () => {
  // 100 GB free, limits at 10, 50 and 150 TB of 1,024 GB
  it.each([
    [1, '83.16'], [10, '912.6'], [50, '4394.2'], [150, '11562.2'], [1000, '55082.2'], [10_000, '515882.2'],
  ])('%d TB leave AWS for %s USD', (terabytes, expected) => {
    expect(tierCost(terabytes * binaryThousand, tableOf('aws-internet-egress', '2026-06-01')).toFixed()).toBe(expected);
  });

  // Water of a house with shops, Pohang 2014: 585 won up to 15 m3, 950 beyond; 585 for all of it as a household
  it('prices 20 m3 graduated, all at the step reached, or as a household', () => {
    const tariff = tiers([0, 585], [15, 950]);
    expect(tierCost(20, tariff).toFixed()).toBe('13525');
    expect(tierCost(20, tariff, 'all-units').toFixed()).toBe('19000');
    expect(tierCost(20, tiers([0, 585])).toFixed()).toBe('11700');
    expect(tierCost(15, tariff, 'all-units').toFixed()).toBe('8775');
    expect(tierCost(0, tariff, 'all-units').toFixed()).toBe('0');
  });

  it('remembers what S3 cost in 2006, in 2007 and today', () => {
    expect(tierCost(1000, tableOf('s3-standard', '2006-06-01')).toFixed()).toBe('150');
    expect(tierCost(1000, tableOf('s3-transfer-out', '2006-06-01')).toFixed()).toBe('200');
    expect(tierCost(20_480, tableOf('s3-transfer-out', '2007-06-01')).toFixed()).toBe('3481.6');
    expect(tierCost(1000, tableOf('s3-standard', '2026-06-01')).toFixed()).toBe('23');
    // 50 TB at 0.023, 450 TB at 0.022, 24 TB at 0.021
    expect(tierCost(524 * binaryThousand, tableOf('s3-standard', '2026-06-01')).toFixed()).toBe('11831.296');
  });

  const tariff = fc
    .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 0, maxLength: 6 })
    .chain(limits =>
      fc
        .array(fc.integer({ min: 0, max: 500 }), { minLength: limits.length + 1, maxLength: limits.length + 1 })
        .map(prices => {
          const ascending = [0, ...[...limits].sort((a, b) => a - b)];
          return tiers(...ascending.map((from, index) => [from, prices[index] ?? 0] as const));
        }),
    );

  it('costs what unit after unit costs', () => {
    fc.assert(
      fc.property(tariff, fc.integer({ min: 0, max: 1200 }), (steps, quantity) => {
        let unitByUnit = decimal(0);
        for (let unit = 0; unit < quantity; unit += 1) {
          const step = steps.filter(({ fromQuantity }) => fromQuantity.lessThanOrEqualTo(unit)).at(-1);
          unitByUnit = unitByUnit.plus(step?.unitPrice ?? 0);
        }
        expect(tierCost(quantity, steps).equals(unitByUnit)).toBe(true);
      }),
    );
  });

  it('throws on a tariff that does not begin at 0, and on less than nothing', () => {
    expect(() => tierCost(1, [])).toThrow('the first tier starts at 0');
    expect(() => tierCost(1, tiers([5, 1]))).toThrow('the first tier starts at 0');
    expect(() => tierCost(-1, tiers([0, 1]))).toThrow('not negative');
  });
});
