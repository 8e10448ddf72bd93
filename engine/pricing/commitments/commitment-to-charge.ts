import type { PriceKey } from '../../catalog/price-key.ts';
import type { PurchaseOption } from '../../catalog/purchase.ts';
import type { Money } from '../../money/money.ts';
import type { ChargeLine, ChargePeriod } from '../charge.ts';
import type { CommitmentFees } from '../hourly-price.ts';

/** What a commitment costs, and when it is paid. Amounts are per unit bought: at the start, and for every hour of the term. */
export interface CommitmentTerms extends CommitmentFees {
  /** Start of the term, and its end (exclusive). */
  readonly term: ChargePeriod;
  /** The same before negotiation; absent where nothing was negotiated. */
  readonly listFees?: CommitmentFees;
  /** The recurring part in equal payments, on the day of purchase of each month; else the hours of each month. */
  readonly isPaidMonthly: boolean;
}

/** Usage of one meter that a commitment covers in a period. */
export interface CoveredUsage {
  /** Counts of the commitment it draws. */
  readonly counts: number;
  /** Seconds of use covered. */
  readonly seconds: number;
  readonly key: PriceKey;
  readonly purchase: PurchaseOption;
  /** `Hours`, or of a component `VCPU-Hours`: FOCUS writes units in capitals. */
  readonly unit: string;
  /** Public on-demand price of an hour; null when it is not known, then no saving is claimed. */
  readonly listPerHour: Money | null;
  /** On-demand price after negotiation; null: the list price. */
  readonly contractedPerHour: Money | null;
}

/** A stretch of a term and who used it. Counts make one unit of size for one second, or a part of its amount. */
export interface CommittedPeriod extends ChargePeriod {
  readonly used: readonly CoveredUsage[];
  readonly unusedCounts: number;
}

/** What all lines of a commitment say about it. */
export type CommitmentColumns = Pick<
  ChargeLine,
  | 'ProviderName' | 'ServiceCategory' | 'ServiceSubcategory' | 'ServiceName' | 'RegionId' | 'ResourceType' | 'SkuId'
  | 'SkuPriceId' | 'CommitmentDiscountCategory' | 'CommitmentDiscountId' | 'CommitmentDiscountType' | 'CommitmentDiscountUnit'
>;

/** A commitment of usage or of spend as its ledger lines need it, and what became of it. */
export interface CommitmentToCharge extends CommitmentTerms {
  readonly columns: CommitmentColumns;
  /** Stands in brackets behind every description: `reserved-1y-all-upfront, m7i.xlarge`. */
  readonly label: string;
  /** How many are bought, and of what: 10 `Nodes`; 1 `Commitments` of spend. */
  readonly unitCount: number;
  readonly unit: string;
  /** Committed hours of one unit, or amount, in each hour: 1, or 25 USD. */
  readonly committedPerUnitHour: number;
  /** Counts of that: `covered` quantities are counts divided by it. */
  readonly countsPerQuantity: number;
  /** Ascending stretches inside the term, one per calendar month: all of it, or its part in the plan. */
  readonly periods: readonly CommittedPeriod[];
}

/** Decimals an amount spread over time is cut at; what is cut stands on the next part, so nothing is lost. */
export const spreadDecimals = 12;
