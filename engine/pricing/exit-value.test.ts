import { describe, expect, it } from '@jest/globals';
import { exitValue, refundPool, resaleFeeShare } from './exit-value.ts';

describe('giving a commitment up', () => {
  it('resells 24 months of 1,000 at 10 % off for 19,008 after the marketplace\'s fee', () => {
    const held = { termMonths: 36, heldMonths: 12, upfront: 36_000, recurringPerMonth: 50 };
    expect(exitValue({ kind: 'resale', priceCut: 0.1, feeShare: resaleFeeShare }, held)).toEqual({
      proceeds: expect.closeTo(19_008, 9), releasedFees: 1200, exchangeValue: 0, poolUsed: 0,
    });
    // whole months only, none in the first and the last
    expect(exitValue({ kind: 'resale', priceCut: 0, feeShare: 0 }, { ...held, heldMonths: 12.5 }).proceeds).toBe(23_000);
    expect(exitValue({ kind: 'resale', priceCut: 0, feeShare: 0 }, { ...held, heldMonths: 0.5 }).proceeds).toBe(0);
    expect(exitValue({ kind: 'resale', priceCut: 0, feeShare: 0 }, { ...held, heldMonths: 35.5 }).releasedFees).toBe(0);
  });

  it('takes 2,400 of the refund pool for 100 a month over 36 months at month 12', () => {
    const held = { termMonths: 36, heldMonths: 12, upfront: 0, recurringPerMonth: 100 };
    expect(exitValue({ kind: 'refund', poolLeft: refundPool }, held)).toEqual({ proceeds: 0, releasedFees: 2400, exchangeValue: 0, poolUsed: 2400 });
    expect(exitValue({ kind: 'refund', poolLeft: 600 }, { ...held, upfront: 3600 })).toMatchObject({ proceeds: 300, releasedFees: 300, poolUsed: 600 });
  });

  it('exchanges a convertible for others of its worth, and gives nothing for a plan', () => {
    const held = { termMonths: 12, heldMonths: 3, upfront: 1200, recurringPerMonth: 10 };
    expect(exitValue({ kind: 'exchange' }, held)).toEqual({ proceeds: 0, releasedFees: 0, exchangeValue: 990, poolUsed: 0 });
    expect(exitValue({ kind: 'none' }, held)).toEqual({ proceeds: 0, releasedFees: 0, exchangeValue: 0, poolUsed: 0 });
    expect(() => exitValue({ kind: 'none' }, { ...held, heldMonths: 13 })).toThrow('after its end');
  });
});
