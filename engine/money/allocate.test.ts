import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../numeric/decimal.ts';
import { allocate } from './allocate.ts';
import { money, sumMoney, type Money } from './money.ts';

const amounts = (parts: readonly Money[]): string[] => parts.map(part => part.amount.toFixed());

describe('allocate', () => {
  it('gives what is left to the largest remainders, the earlier of equals first', () => {
    expect(amounts(allocate(money('0.10', 'USD'), [1, 1, 1]))).toEqual(['0.04', '0.03', '0.03']);
    // Hamilton's method, 100 won over 43 : 33 : 24.5 of 100.5: 42.79, 32.84, 24.38, so 42, 32, 24 and two left over
    expect(amounts(allocate(money(100, 'KRW'), [43, 33, '24.5']))).toEqual(['43', '33', '24']);
    expect(amounts(allocate(money('-0.05', 'USD'), [1, 1]))).toEqual(['-0.03', '-0.02']);
    expect(amounts(allocate(money('1', 'USD'), [0, 5, 0]))).toEqual(['0', '1', '0']);
  });

  it('leaves what the decimals cannot hold with the heaviest part, and loses nothing', () => {
    expect(amounts(allocate(money('10.005', 'USD'), [1, 3]))).toEqual(['2.5', '7.505']);
    expect(amounts(allocate(money('10.005', 'USD'), [1, 3], 3))).toEqual(['2.501', '7.504']);
  });

  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
    .filter(list => list.some(weight => weight > 0));
  const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

  it('always adds up to the total', () => {
    fc.assert(
      fc.property(cents, weights, (units, shares) => {
        const total = money(decimal(units.toString()).dividedBy(100), 'USD');
        expect(sumMoney(allocate(total, shares), 'USD').amount.equals(total.amount)).toBe(true);
      }),
    );
  });

  it('keeps every part within one minor unit of its exact share, and gives nothing to a weight of zero', () => {
    fc.assert(
      fc.property(cents, weights, (units, shares) => {
        const total = decimal(units.toString()).dividedBy(100);
        const whole = shares.reduce((sum, share) => sum + share, 0);
        allocate(money(total, 'USD'), shares).forEach((part, index) => {
          const exact = total.times(shares[index] ?? 0).dividedBy(whole);
          expect(part.amount.minus(exact).abs().lessThan('0.01')).toBe(true);
          if (shares[index] === 0) expect(part.amount.isZero()).toBe(true);
        });
      }),
    );
  });

  it('throws when there is nothing to split over', () => {
    expect(() => allocate(money(1, 'USD'), [])).toThrow('no weight is positive');
    expect(() => allocate(money(1, 'USD'), [0, 0])).toThrow('no weight is positive');
    expect(() => allocate(money(1, 'USD'), [2, -1])).toThrow('a weight is negative');
  });
});
