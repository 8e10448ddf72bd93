import { describe, expect, it } from '@jest/globals';
import { parsePurchase, purchaseName, purchaseNames, purchaseOptions, suggestedPurchaseNames } from './purchase-name.ts';

describe('purchase words', () => {
  it('name every option once and read back as it', () => {
    expect(purchaseNames.slice(0, 3)).toEqual(['on-demand', 'spot', 'reserved-1y-no-upfront']);
    // Two without a term; per term 5 reservations, 3 convertible ones, 3 of each AWS plan, one Azure plan, one GCP plan
    expect(new Set(purchaseNames).size).toBe(2 + 2 * (5 + 3 + 3 + 3 + 1 + 1));
    for (const option of purchaseOptions) {
      expect(parsePurchase(purchaseName(option))).toEqual({ ok: true, value: option });
    }
  });

  it('are read in any letter case, and in the word GCP uses', () => {
    const monthly = { kind: 'reserved', offeringClass: 'standard', termYears: 3, payment: 'monthly' };
    expect(parsePurchase(' On Demand ')).toEqual({ ok: true, value: { kind: 'on-demand' } });
    expect(parsePurchase('RESERVED_3Y_MONTHLY')).toEqual({ ok: true, value: monthly });
    expect(parsePurchase('cud-3y')).toEqual({ ok: true, value: monthly });
  });

  it.each([
    ['convertible-3y-all-upfront', { kind: 'reserved', offeringClass: 'convertible', termYears: 3, payment: 'all-upfront' }],
    ['compute-sp-1y-no-upfront', { kind: 'spend-plan', plan: 'compute-sp', termYears: 1, payment: 'no-upfront' }],
    ['ec2-sp-3y-partial-upfront', { kind: 'spend-plan', plan: 'ec2-sp', termYears: 3, payment: 'partial-upfront' }],
    ['azure-sp-3y', { kind: 'spend-plan', plan: 'azure-sp', termYears: 3, payment: 'monthly' }],
    ['flex-cud-1y', { kind: 'spend-plan', plan: 'flex-cud', termYears: 1, payment: 'monthly' }],
  ])('know %s', (word, option) => expect(parsePurchase(word)).toEqual({ ok: true, value: option }));

  it('do not exist for a form nobody sells', () => {
    for (const word of ['convertible-1y-monthly', 'azure-sp-1y-upfront', 'flex-cud-2y', 'compute-sp-1y']) {
      expect(parsePurchase(word)).toMatchObject({ ok: false, issues: [{ code: 'unknown-purchase' }] });
    }
  });

  it('fit a drop-down of Excel where they are suggested', () => {
    expect(suggestedPurchaseNames.join(',').length).toBeLessThanOrEqual(255);
    expect(suggestedPurchaseNames).toHaveLength(12);
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
