import type { PriceTier } from '../../catalog/tier-table.ts';
import { decimal, sumDecimals, type Decimal, type DecimalValue } from '../../numeric/decimal.ts';
import { tierQuantities, type TierMode } from './tier-quantities.ts';

/** Cost of `quantity` under ascending tiers, the first from 0. [EQ-TAR-2, EQ-TAR-3] Throws when no tier covers it. */
export const tierCost = (quantity: DecimalValue, tiers: readonly PriceTier[], mode: TierMode = 'graduated'): Decimal =>
  sumDecimals(tierQuantities(decimal(quantity), tiers, mode).map(({ tier, quantity: units }) => units.times(tier.unitPrice)));
