import type { ServiceCategory } from '../../catalog/service-category.ts';
import type { PriceTier } from '../../catalog/tier-table.ts';
import type { Decimal } from '../../numeric/decimal.ts';
import type { BillingStep } from './billed-quantity.ts';
import type { TierMode } from './tier-quantities.ts';

/** What a meter measures, in the words of a bill (FOCUS 1.2). */
export interface MeteredService {
  readonly providerName: string;
  readonly regionId: string | null;
  readonly serviceCategory: ServiceCategory;
  readonly serviceSubcategory: string;
  readonly serviceName: string;
}

/** The prices of one meter in one zone and under one condition, from one day on. Amounts are in `currency`. */
export interface Tariff {
  /** `aws/us-east-1/internet-egress`, or the workbook's own name. */
  readonly meterId: string;
  readonly zone: string | null;
  /** Condition the customer must meet for these prices (household, non-profit); null: everybody. */
  readonly eligibility: string | null;
  readonly service: MeteredService;
  /** FOCUS unit of the quantity: `GiB`, `GiB-Months`, `1000 Requests`, `Hours`. */
  readonly unit: string;
  readonly currency: string;
  readonly mode: TierMode;
  /** Ascending, the first from 0; of a month's quantity. */
  readonly tiers: readonly PriceTier[];
  /** Quantity beyond which no price is stated; null: the last tier has no end. */
  readonly limit: Decimal | null;
  /** Meters of one group add up their quantities to find the tier; null: the meter by itself. */
  readonly tierGroup: string | null;
  /** Free quantity it draws on, perhaps with other meters. */
  readonly allowanceId: string | null;
  /** Least amount of a month in which it is used. */
  readonly minimumCharge: Decimal | null;
  readonly step: BillingStep | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly asOf: string;
}
