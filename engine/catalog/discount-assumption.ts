import type { NodeFamily } from './node-type.ts';
import type { PurchaseOption } from './purchase.ts';

/**
 * An assumption, not a price: the fraction a commitment takes off the on-demand price where no listed price is at hand.
 * It covers Linux on shared tenancy only.
 */
export interface DiscountAssumption {
  /** Row of the assumptions register, e.g. `A-PRI-3`. */
  readonly id: string;
  readonly provider: string;
  /** What it is about: a family of node types, or one series of the provider; the other is null. */
  readonly family: NodeFamily | null;
  readonly series: string | null;
  readonly purchase: PurchaseOption;
  readonly discountFraction: number;
  /** Part of the term's total due at purchase: 0, 0.5 or 1. */
  readonly upfrontFraction: number;
  readonly source: string;
  readonly asOf: string;
}
