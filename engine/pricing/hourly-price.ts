import type { PriceKey } from '../catalog/price-key.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import type { Money } from '../money/money.ts';

/** How a price came about, shown wherever the price is shown. */
export type PriceBasis =
  /** Read from a price list or the workbook's own table. */
  | 'listed'
  /** Summed from component prices (GCP vCPU-hours and GiB-hours). */
  | 'built'
  /** On-demand price times a dated, editable discount assumption. */
  | 'assumed-discount';

/** What a commitment takes, per node: at purchase, and for each hour. */
export interface CommitmentFees {
  readonly upfront: Money;
  readonly recurringPerHour: Money;
}

/** The price of one node for one hour under one purchase option. Money is exact. */
export interface HourlyPrice {
  readonly key: PriceKey;
  readonly purchase: PurchaseOption;
  /** Amortised price per node-hour: (upfront + recurring x term hours) / term hours; else the plain price. */
  readonly effectivePerHour: Money;
  /** Due at purchase, per node; zero for everything but upfront forms. */
  readonly upfront: Money;
  /** Due each hour, used or not when committed, per node. */
  readonly recurringPerHour: Money;
  /** The fees of a commitment before they were negotiated; absent where they were not. */
  readonly listFees?: CommitmentFees;
  /** 8,760 or 26,280; null when not committed. */
  readonly termHours: number | null;
  readonly basis: PriceBasis;
  readonly source: string;
  /** ISO date of the price. */
  readonly asOf: string;
  /** ISO dates the price holds from and until (exclusive); null: no known beginning, no known end. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface PriceQuery extends PriceKey {
  readonly purchase: PurchaseOption;
  /** ISO date the price must hold on; the newest known price when absent. */
  readonly date?: string;
  /** Account that pays, for terms negotiated for one; none when absent. */
  readonly account?: string | null;
}
