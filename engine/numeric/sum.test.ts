import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compensatedSum } from './sum.ts';

describe('compensatedSum', () => {
  it('does not lose small hours beside large ones', () => {
    expect(compensatedSum([1e100, 1, -1e100])).toBe(1);
    expect(compensatedSum(new Float64Array(3_500_000).fill(0.1))).toBe(350_000);
    expect(compensatedSum([])).toBe(0);
  });

  it('sums whole numbers exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), values => {
        const exact = Number(values.reduce((total, value) => total + BigInt(value), 0n));
        expect(compensatedSum(values)).toBe(exact);
        expect(compensatedSum([...values].reverse())).toBe(exact);
      }),
    );
  });
});
