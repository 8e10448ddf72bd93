import { decimal, type Decimal } from '../../numeric/decimal.ts';
import { chargePeriods, type ChargeLine, type ChargePeriod, type CostColumn, unpriced } from '../charge.ts';

interface FeeFrame {
  /** Name of the fee in the workbook. */
  readonly id: string;
  readonly provider: string;
  readonly period: ChargePeriod;
  readonly currency: string;
}

const noCommitment = {
  CommitmentDiscountCategory: null,
  CommitmentDiscountId: null,
  CommitmentDiscountType: null,
  CommitmentDiscountStatus: null,
  CommitmentDiscountQuantity: null,
  CommitmentDiscountUnit: null,
} as const;

const services = {
  support: { ServiceCategory: 'Management and Governance', ServiceSubcategory: 'Support', ServiceName: 'Support' },
  fee: { ServiceCategory: 'Other', ServiceSubcategory: 'Other (Other)', ServiceName: 'Fee' },
  shortfall: { ServiceCategory: 'Other', ServiceSubcategory: 'Other (Other)', ServiceName: 'Minimum spend' },
  tax: { ServiceCategory: 'Other', ServiceSubcategory: 'Other (Other)', ServiceName: 'Tax' },
} as const;

const descriptions = { support: 'Support fee', fee: 'Flat fee', shortfall: 'Shortfall of minimum spend' } as const;
const skus = { support: 'support', fee: 'fee', shortfall: 'minimum-spend' } as const;

export interface FeeToCharge extends FeeFrame {
  readonly kind: 'support' | 'fee' | 'shortfall';
  readonly amount: Decimal;
}

/**
 * The ledger line of a fee: one month of it, or for a shortfall one period, at its amount. It buys nothing for later, so
 * it is no purchase in the sense of FOCUS (EffectiveCost-C-005): what is billed is its effective cost.
 */
export const feeCharge = ({ kind, id, provider, period, currency, amount }: FeeToCharge): ChargeLine => {
  const sku = `${provider}/${skus[kind]}/${id}`;
  const isShortfall = kind === 'shortfall';
  return {
    ...chargePeriods(period, currency),
    ...noCommitment,
    ...services[kind],
    ChargeCategory: isShortfall ? 'Adjustment' : 'Usage',
    ChargeFrequency: isShortfall ? 'One-Time' : 'Recurring',
    ChargeDescription: `${descriptions[kind]} (${id})`,
    PricingCategory: 'Other',
    PricingQuantity: decimal(1),
    PricingUnit: isShortfall ? 'Periods' : 'Months',
    ConsumedQuantity: isShortfall ? null : decimal(1),
    ConsumedUnit: isShortfall ? null : 'Months',
    ListUnitPrice: amount,
    ContractedUnitPrice: amount,
    ListCost: amount,
    ContractedCost: amount,
    BilledCost: amount,
    EffectiveCost: amount,
    ProviderName: provider,
    RegionId: null,
    ResourceType: null,
    SkuId: sku,
    SkuPriceId: sku,
  };
};

/** Which promise a ledger line is the shortfall of; null: of none. */
export const promiseOf = ({ ServiceName, ProviderName, SkuId }: ChargeLine): string | null =>
  ServiceName === services.shortfall.ServiceName ? (SkuId ?? '').slice(`${ProviderName}/${skus.shortfall}/`.length) : null;

export interface TaxToCharge extends FeeFrame {
  readonly fraction: Decimal;
  /** Sums of what is taxed, each by the cost column it is of. */
  readonly taxed: Readonly<Record<CostColumn, Decimal>>;
}

/**
 * The ledger line of a tax. FOCUS works each of its costs out of the same cost of what is taxed (EffectiveCost-C-009,
 * ContractedCost-C-007, ListCost-C-007). [EQ-FEE-3]
 */
export const taxCharge = ({ id, provider, period, currency, fraction, taxed }: TaxToCharge): ChargeLine => ({
  ...chargePeriods(period, currency),
  ...noCommitment,
  ...services.tax,
  ChargeCategory: 'Tax',
  ChargeFrequency: 'Recurring',
  ChargeDescription: `Tax (${id})`,
  ...unpriced,
  ListCost: taxed.ListCost.times(fraction),
  ContractedCost: taxed.ContractedCost.times(fraction),
  BilledCost: taxed.BilledCost.times(fraction),
  EffectiveCost: taxed.EffectiveCost.times(fraction),
  ProviderName: provider,
  RegionId: null,
  ResourceType: null,
  SkuId: null,
  SkuPriceId: null,
});
