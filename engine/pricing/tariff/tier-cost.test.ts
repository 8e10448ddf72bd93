import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PriceTier } from '../../catalog/tier-table.ts';
import { decimal } from '../../numeric/decimal.ts';
import { binaryThousand } from '../../quantity/conversion.ts';
import { tierCost } from './tier-cost.ts';

const tiers = (...steps: readonly (readonly [number, number | string])[]): PriceTier[] =>
  steps.map(([from, price]) => ({ fromQuantity: decimal(from), unitPrice: decimal(price) }));
describe('tierCost', () => {
  // 100 GB free, limits at 10, 50 and 150 TB of 1,024 GB
  const egress = tiers([0, 0], [100, '0.09'], [10_240, '0.085'], [51_200, '0.07'], [153_600, '0.05']);
  it.each([
    [1, '83.16'], [10, '912.6'], [50, '4394.2'], [150, '11562.2'], [1000, '55082.2'], [10_000, '515882.2'],
  ])('%d TB leave AWS for %s USD', (terabytes, expected) => {
    expect(tierCost(terabytes * binaryThousand, egress).toFixed()).toBe(expected);
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

  // Amazon's own example of 2011: 52,900 GB-months at 0.140 up to 1 TB, 0.125 up to 50 TB, 0.110 beyond
  it('prices the storage example of the S3 page of 2011', () => {
    const storage = tiers([0, '0.140'], [1024, '0.125'], [51_200, '0.110']);
    expect(tierCost(52_900, storage).toFixed()).toBe('6602.36');
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
