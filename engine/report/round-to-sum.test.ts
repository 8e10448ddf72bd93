import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, sumDecimals } from '../numeric/decimal.ts';
import { roundToSum } from './round-to-sum.ts';

describe('rounding to a sum', () => {
  it('gives missing units to the largest remainders, equal ones to the earlier', () => {
    // 1/3 three times is 1: the first takes it
    expect(roundToSum(['0.3333', '0.3333', '0.3334'].map(decimal), 1)).toEqual([0, 0, 1]);
    expect(roundToSum(['0.5', '0.5', '1'].map(decimal), 2)).toEqual([1, 0, 1]);
    expect(roundToSum(['10.4', '20.4', '30.2'].map(decimal), 61)).toEqual([11, 20, 30]);
    expect(roundToSum(['-1.5', '0.5'].map(decimal), -1)).toEqual([-1, 0]);
  });

  it('adds up exactly, moves nothing by a whole unit, and leaves whole amounts alone', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(1, 1000, 7), (thousandths, step) => {
        const exact = thousandths.map(value => decimal(value * step).dividedBy(1000));
        const total = sumDecimals(exact).toDecimalPlaces(0).toNumber() + 0;
        const rounded = roundToSum(exact, total);
        expect(rounded.reduce((sum, value) => sum + value, 0)).toBe(total);
        rounded.forEach((value, index) => {
          const difference = exact[index]?.minus(value).abs().toNumber() ?? 1;
          expect(difference).toBeLessThan(1);
          if (exact[index]?.isInteger()) expect(difference).toBe(0);
        });
      }),
    );
  });

  it('refuses a total the amounts cannot be rounded to', () => {
    expect(() => roundToSum([decimal('1.5')], 3)).toThrow();
    expect(() => roundToSum([decimal(2)], 3)).toThrow();
  });
});
