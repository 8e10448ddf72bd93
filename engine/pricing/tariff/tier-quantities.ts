import type { PriceTier } from '../../catalog/tier-table.ts';
import { zeroDecimal, type Decimal } from '../../numeric/decimal.ts';

export const tierModes = ['graduated', 'all-units'] as const;
/** `graduated`: each tier prices the units inside it. `all-units`: the tier reached prices every unit. */
export type TierMode = (typeof tierModes)[number];

/** Units priced by one tier. */
export interface TierQuantity {
  readonly tier: PriceTier;
  readonly quantity: Decimal;
}

/**
 * The tiers a quantity reaches, and how many of its units after the first `free` each of them prices: together
 * `quantity - free`. [EQ-TAR-2, EQ-TAR-3] Free units count towards the limits. A limit belongs to the tier below it.
 *
 * Throws when the tiers do not begin at 0, and on less than nothing: check with `checkTiers`.
 */
export const tierQuantities = (
  quantity: Decimal,
  tiers: readonly PriceTier[],
  mode: TierMode,
  free: Decimal = zeroDecimal,
): TierQuantity[] => {
  const first = tiers[0];
  if (!first || !first.fromQuantity.isZero()) throw new Error('the first tier starts at 0');
  if (quantity.isNegative() || free.isNegative()) throw new Error('a quantity is not negative');
  const paid = quantity.minus(free);
  if (!paid.greaterThan(0)) return [];
  if (mode === 'all-units') {
    const reached = tiers.filter(tier => quantity.greaterThan(tier.fromQuantity)).at(-1) ?? first;
    return [{ tier: reached, quantity: paid }];
  }
  return tiers.flatMap((tier, index) => {
    const end = tiers[index + 1]?.fromQuantity ?? quantity;
    const top = end.lessThan(quantity) ? end : quantity;
    const bottom = tier.fromQuantity.greaterThan(free) ? tier.fromQuantity : free;
    const inside = top.minus(bottom);
    return inside.greaterThan(0) ? [{ tier, quantity: inside }] : [];
  });
};
