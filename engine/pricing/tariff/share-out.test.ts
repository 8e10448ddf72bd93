import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, sumDecimals } from '../../numeric/decimal.ts';
import { shareOut } from './share-out.ts';

const shares = (total: number, weights: readonly number[], decimals = 0, capacities?: readonly number[]): string[] =>
  shareOut({
    total: decimal(total), weights: weights.map(decimal), decimals,
    ...(capacities ? { capacities: capacities.map(decimal) } : {}),
  }).map(share => share.toFixed());

describe('shareOut', () => {
  it('splits by largest remainder', () => {
    // 10 by 1 : 1 : 1: 3.33 each, the first takes what is over; 7 by 5 : 3 : 1: 3.89, 2.33, 0.78
    expect(shares(10, [1, 1, 1])).toEqual(['4', '3', '3']);
    expect(shares(7, [5, 3, 1])).toEqual(['4', '2', '1']);
    expect(shares(1, [1, 2], 2)).toEqual(['0.33', '0.67']);
  });

  it('splits evenly when no weight tells how', () => {
    expect(shares(9, [0, 0, 0])).toEqual(['3', '3', '3']);
  });

  it('gives nobody more than fits, and says when it does not fit at all', () => {
    expect(shares(6, [9, 1], 0, [4, 3])).toEqual(['4', '2']);
    expect(() => shares(8, [9, 1], 0, [4, 3])).toThrow('more than all capacities');
  });

  it('adds up, and is off by less than one step', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (units, given) => {
        const total = decimal(units).dividedBy(1000);
        const parts = shareOut({ total, weights: given.map(decimal), decimals: 3 });
        expect(sumDecimals(parts).equals(total)).toBe(true);
        const whole = given.reduce((sum, weight) => sum + weight, 0);
        if (whole === 0) return;
        parts.forEach((part, index) => {
          const exact = total.times(given[index] ?? 0).dividedBy(whole);
          expect(part.minus(exact).abs().lessThan('0.001')).toBe(true);
        });
      }),
    );
  });
});
