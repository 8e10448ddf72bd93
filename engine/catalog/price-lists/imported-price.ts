import type { PriceKey } from '../price-key.ts';

/**
 * A price as a list states it, in the columns of the workbook's own prices. Plain data: it crosses threads. Amounts are
 * decimal texts, as exact as the list.
 */
export interface ImportedPrice {
  readonly key: PriceKey;
  /** Purchase word, e.g. `reserved-3y-all-upfront`. */
  readonly purchase: string;
  /** Due for each node-hour; of a reservation its recurring part, of a savings plan its whole rate. */
  readonly recurringPerHour: string;
  /** Due at purchase of a reservation, per node. */
  readonly upfront: string;
  readonly currency: string;
  /** ISO date; null: no known beginning. */
  readonly validFrom: string | null;
  /** ISO date, exclusive; null: until further notice. */
  readonly validTo: string | null;
  /** The list with its version. */
  readonly source: string;
  /** ISO date of the list's publication, or on which it was read. */
  readonly asOf: string;
}
