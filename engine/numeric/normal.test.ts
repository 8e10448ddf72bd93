import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalProbability, normalQuantile, tabulatedNormalProbability } from './normal.ts';

describe('the normal quantile', () => {
  // Quantities to order for demand of mean 100 and deviation 25, computed outside to 13 digits.
  it.each([
    [0.3, 113.1100128177],
    [0.42, 105.0473369785],
    [0.62, 92.3629802975],
    [0.75, 83.1377562451],
  ])('of 1 - %d gives the newsvendor quantity %d', (probability, quantity) => {
    expect(100 + 25 * normalQuantile(1 - probability)).toBeCloseTo(quantity, 9);
  });

  // Abramowitz and Stegun 1964, table 26.5; far tails of AS 241's own test values.
  it.each([
    [0.5, 0],
    [0.975, 1.95996398454005],
    [0.99, 2.32634787404084],
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798408],
  ])('at %d is %d', (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 12);
  });

  it.each([0, 1, -0.5, NaN])('is not defined at %d', probability => {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });
});

describe('the normal probability', () => {
  it('undoes the quantile, exactly and from the table', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), z => {
        const exact = normalProbability(z);
        expect(Math.abs(tabulatedNormalProbability(z) - exact)).toBeLessThan(1e-11);
        if (Math.abs(z) < 5) expect(normalQuantile(exact)).toBeCloseTo(z, 8);
      }),
      { numRuns: 2000 },
    );
  });
});
