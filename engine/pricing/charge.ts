import type { PriceKey } from '../catalog/price-key.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import type { ServiceCategory } from '../catalog/service-category.ts';
import { decimal, sumDecimals, type Decimal } from '../numeric/decimal.ts';
import { civilDateOf, daysInMonth, epochDayOf, isoOfInstant, type EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../quantity/conversion.ts';
import { purchaseName } from '../catalog/purchase-name.ts';

/**
 * One line of the ledger, in FOCUS 1.2 columns. Costs are exact in `BillingCurrency`: quantities hold at most 12
 * decimals, so a unit price times a quantity is written out in full, and a total equals the sum of its lines. Instants
 * are UTC (`2026-01-01T00:00:00Z`), ends exclusive. What a workload adds (account, tags, scenario) stands beside it.
 */
export interface ChargeLine {
  readonly BillingCurrency: string;
  readonly BillingPeriodStart: string;
  readonly BillingPeriodEnd: string;
  readonly ChargePeriodStart: string;
  readonly ChargePeriodEnd: string;
  readonly ChargeCategory: ChargeCategory;
  readonly ChargeFrequency: 'One-Time' | 'Recurring' | 'Usage-Based';
  readonly ChargeDescription: string;
  /** Null on taxes, as quantity and unit are: nothing is priced. */
  readonly PricingCategory: 'Standard' | 'Dynamic' | 'Committed' | 'Other' | null;
  readonly PricingQuantity: Decimal | null;
  /** In FOCUS form: `Hours`, `GB`, `Requests`. */
  readonly PricingUnit: string | null;
  /** Null on purchases and on unused commitment: nothing ran. */
  readonly ConsumedQuantity: Decimal | null;
  readonly ConsumedUnit: string | null;
  /** Public price before any discount; null when it is not known. */
  readonly ListUnitPrice: Decimal | null;
  /** Price after negotiation and before commitments. */
  readonly ContractedUnitPrice: Decimal | null;
  readonly ListCost: Decimal;
  readonly ContractedCost: Decimal;
  /** What the invoice says: a commitment is billed at its purchase, the usage it covers is not. */
  readonly BilledCost: Decimal;
  /** Amortised: a purchase is 0, its money stands on the used and unused hours. */
  readonly EffectiveCost: Decimal;
  /** `Usage`: of so much usage (reservations, resource CUDs). `Spend`: of so much money (savings plans, flexible CUDs). */
  readonly CommitmentDiscountCategory: 'Usage' | 'Spend' | null;
  readonly CommitmentDiscountId: string | null;
  readonly CommitmentDiscountType: string | null;
  readonly CommitmentDiscountStatus: 'Used' | 'Unused' | null;
  readonly CommitmentDiscountQuantity: Decimal | null;
  /** `Hours`, or the currency of a commitment of spend. */
  readonly CommitmentDiscountUnit: string | null;
  readonly ProviderName: string;
  readonly ServiceCategory: ServiceCategory;
  readonly ServiceSubcategory: string;
  readonly ServiceName: string;
  readonly RegionId: string | null;
  readonly ResourceType: string | null;
  /** Null on charges that no SKU stands behind, such as taxes. */
  readonly SkuId: string | null;
  readonly SkuPriceId: string | null;
}

/** FOCUS 1.2 charge categories a plan can hold. */
export type ChargeCategory = 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment';

export const costColumns = ['ListCost', 'ContractedCost', 'BilledCost', 'EffectiveCost'] as const;
export type CostColumn = (typeof costColumns)[number];

/** A stretch of time a line is about, end exclusive. */
export interface ChargePeriod {
  readonly start: EpochSeconds;
  readonly end: EpochSeconds;
}

/** Decimals of a quantity of hours: a second is known to less than a nanosecond of an hour. */
const quantityDecimals = 12;

/** Node-hours of counted node-seconds. */
export const nodeHoursOfSeconds = (nodeSeconds: number): Decimal =>
  decimal(nodeSeconds).dividedBy(secondsPerHour).toDecimalPlaces(quantityDecimals);

const monthStart = (year: number, month: number): EpochSeconds => epochDayOf({ year, month, day: 1 }) * secondsPerDay;

/** The calendar month in UTC a charge is invoiced in. */
const billingPeriodOf = (instant: EpochSeconds): ChargePeriod => {
  const { year, month } = civilDateOf(Math.floor(instant / secondsPerDay));
  const start = monthStart(year, month);
  return { start, end: start + daysInMonth(year, month) * secondsPerDay };
};

/** `Compute usage (on-demand, m7i.xlarge)`: the stable part first, what varies in one pair of brackets. */
export const chargeDescription = (what: string, key: PriceKey, purchase: PurchaseOption): string =>
  `${what} (${purchaseName(purchase)}, ${key.nodeType})`;

/** The columns a line takes from its period and currency. */
export const chargePeriods = (period: ChargePeriod, currency: string) => {
  const billing = billingPeriodOf(period.start);
  return {
    BillingCurrency: currency,
    BillingPeriodStart: isoOfInstant(billing.start),
    BillingPeriodEnd: isoOfInstant(billing.end),
    ChargePeriodStart: isoOfInstant(period.start),
    ChargePeriodEnd: isoOfInstant(period.end),
  } as const;
};

/** Of what has no price of a unit: credits, taxes, corrections. */
export const unpriced = {
  PricingCategory: null,
  PricingQuantity: null,
  PricingUnit: null,
  ConsumedQuantity: null,
  ConsumedUnit: null,
  ListUnitPrice: null,
  ContractedUnitPrice: null,
} as const;

/** The columns a line takes from its price and period alone. */
export const chargeFrame = (key: PriceKey, purchase: PurchaseOption, period: ChargePeriod, currency: string) => {
  const sku = `${key.provider}/${key.region}/${key.nodeType}/${key.operatingSystem}/${key.tenancy}`;
  return {
    ...chargePeriods(period, currency),
    ProviderName: key.provider,
    ServiceCategory: 'Compute',
    ServiceSubcategory: 'Virtual Machines',
    ServiceName: computeServiceName(key.provider),
    RegionId: key.region,
    ResourceType: key.nodeType,
    SkuId: sku,
    SkuPriceId: `${sku}/${purchaseName(purchase)}`,
  } as const;
};

const serviceNames: ReadonlyMap<string, string> = new Map([
  ['aws', 'Amazon Elastic Compute Cloud'],
  ['azure', 'Virtual Machines'],
  ['gcp', 'Compute Engine'],
]);

/** FOCUS `ServiceName` of a provider's virtual machines. */
export const computeServiceName = (provider: string): string => serviceNames.get(provider.toLowerCase()) ?? 'Virtual machines';

/** Exact total of one cost column. Throws when two currencies meet: convert the lines first. */
export const sumCharges = (lines: Iterable<ChargeLine>, column: CostColumn): Decimal => {
  let currency: string | null = null;
  const amounts: Decimal[] = [];
  for (const line of lines) {
    if (currency !== null && line.BillingCurrency !== currency) throw new Error(`${line.BillingCurrency} met ${currency} in one total`);
    currency = line.BillingCurrency;
    amounts.push(line[column]);
  }
  return sumDecimals(amounts);
};
