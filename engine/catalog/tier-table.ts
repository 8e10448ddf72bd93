import type { Decimal } from '../numeric/decimal.ts';

/** From `fromQuantity` (of the table's unit, a month's use) on, a unit costs `unitPrice`. */
export interface PriceTier {
  readonly fromQuantity: Decimal;
  readonly unitPrice: Decimal;
}

/** A tariff with steps: storage per GB-month, transfer per GB. */
export interface TierTable {
  /** `aws-internet-egress`, `aws-s3-standard`. */
  readonly meter: string;
  readonly provider: string;
  readonly region: string;
  /** FOCUS unit of the quantity: `GB`, `GB-Months`, `Requests`. */
  readonly unit: string;
  readonly currency: string;
  /** Ascending, the first from 0. */
  readonly tiers: readonly PriceTier[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly asOf: string;
}
