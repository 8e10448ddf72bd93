import type { Money } from '../money/money.ts';
import type { PriceKey } from './price-key.ts';
import type { PurchaseOption } from './purchase.ts';

/** One row of a price list: what a node costs under one purchase option, while it holds. */
export interface ListedPrice {
  readonly key: PriceKey;
  readonly purchase: PurchaseOption;
  /** Due for each hour (used or not when committed), per node. */
  readonly recurringPerHour: Money;
  /** Due at purchase, per node; zero for everything but upfront forms. Same currency as `recurringPerHour`. */
  readonly upfront: Money;
  /** ISO date, inclusive; null: no known beginning. */
  readonly validFrom: string | null;
  /** ISO date, exclusive; null: until further notice. */
  readonly validTo: string | null;
  readonly source: string;
  /** ISO date the price was read. */
  readonly asOf: string;
}
