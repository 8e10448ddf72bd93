import type { Decimal } from '../numeric/decimal.ts';
import type { ServiceCategory } from './service-category.ts';

/** From `fromQuantity` (of the table's unit, a month's use) on, a unit costs `unitPrice`. */
export interface PriceTier {
  readonly fromQuantity: Decimal;
  readonly unitPrice: Decimal;
}

/** What a meter measures, in the words of a bill (FOCUS 1.2). */
export interface Meter {
  readonly provider: string;
  /** `internet-egress`, `s3-standard`. */
  readonly meter: string;
  /** FOCUS unit of the quantity: `GiB`, `GiB-Months`, `1000 Requests`. A GB of a price list is 2^30 bytes (A-TAR-1). */
  readonly unit: string;
  readonly serviceCategory: ServiceCategory;
  readonly serviceSubcategory: string;
  readonly serviceName: string;
}

/** A tariff with steps: storage per GiB-month, transfer per GiB. */
export interface TierTable extends Meter {
  readonly region: string;
  /** Where traffic goes, when prices differ; null: all, or the rest. */
  readonly zone: string | null;
  readonly currency: string;
  /** Ascending, the first from 0. */
  readonly tiers: readonly PriceTier[];
  /** Quantity beyond which no price is known; null: the last tier has no end. */
  readonly limit: Decimal | null;
  /** Free quantity it draws on. */
  readonly allowanceId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly asOf: string;
}

/** So much of a month is free, for all meters that name it together. */
export interface Allowance {
  readonly id: string;
  readonly freeQuantity: Decimal;
  readonly unit: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly asOf: string;
}
