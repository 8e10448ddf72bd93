import type { PriceTier } from '../catalog/tier-table.ts';
import { decimal, zeroDecimal, type Decimal, type DecimalValue } from '../numeric/decimal.ts';

/** `graduated`: each tier prices the units inside it. `all-units`: the tier reached prices every unit. */
export type TierMode = 'graduated' | 'all-units';

/** Cost of `quantity` under ascending tiers, the first from 0. [EQ-PRI-7, EQ-PRI-8] Throws when no tier covers it. */
export const tierCost = (quantity: DecimalValue, tiers: readonly PriceTier[], mode: TierMode = 'graduated'): Decimal => {
  const amount = decimal(quantity);
  const first = tiers[0];
  if (!first || !first.fromQuantity.isZero()) throw new Error('the first tier starts at 0');
  if (amount.isNegative()) throw new Error('a quantity is not negative');
  if (mode === 'all-units') {
    let reached = first;
    for (const tier of tiers) if (amount.greaterThan(tier.fromQuantity)) reached = tier;
    return amount.times(reached.unitPrice);
  }
  let cost = zeroDecimal;
  tiers.forEach((tier, index) => {
    const end = tiers[index + 1]?.fromQuantity ?? amount;
    const inside = (end.lessThan(amount) ? end : amount).minus(tier.fromQuantity);
    if (inside.greaterThan(0)) cost = cost.plus(inside.times(tier.unitPrice));
  });
  return cost;
};
