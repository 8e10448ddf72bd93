import { describe, expect, it } from '@jest/globals';
import { parsePurchase, purchaseName, purchaseNames, purchaseOptions } from './purchase-name.ts';

describe('purchase words', () => {
  it('name every option once and read back as it', () => {
    expect(purchaseNames.slice(0, 3)).toEqual(['on-demand', 'spot', 'reserved-1y-no-upfront']);
    expect(new Set(purchaseNames).size).toBe(12);
    for (const option of purchaseOptions) {
      expect(parsePurchase(purchaseName(option))).toEqual({ ok: true, value: option });
    }
  });

  it('are read in any letter case, and in the word GCP uses', () => {
    const monthly = { ok: true, value: { kind: 'reserved', termYears: 3, payment: 'monthly' } };
    expect(parsePurchase(' On Demand ')).toEqual({ ok: true, value: { kind: 'on-demand' } });
    expect(parsePurchase('RESERVED_3Y_MONTHLY')).toEqual(monthly);
    expect(parsePurchase('cud-3y')).toEqual(monthly);
  });

  it('suggest the nearest word', () => {
    const result = parsePurchase('reserved-1y-noupfront');
    expect(result).toMatchObject({
      ok: false,
      issues: [{ code: 'unknown-purchase', values: { purchase: 'reserved-1y-noupfront', suggestion: 'reserved-1y-no-upfront' } }],
    });
    expect(parsePurchase('').ok).toBe(false);
  });
});
