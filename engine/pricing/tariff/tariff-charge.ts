import type { Money } from '../../money/money.ts';
import { zeroDecimal } from '../../numeric/decimal.ts';
import { chargePeriods, type ChargeLine, type ChargePeriod } from '../charge.ts';
import type { MeteredUse, RatedPart } from './rate-month.ts';

export interface TariffCharge {
  /** Priced in the currency of its tariff. */
  readonly part: RatedPart<MeteredUse>;
  readonly period: ChargePeriod;
  /** What a unit costs this customer: the part's price, or what was negotiated. */
  readonly contracted: Money;
}

/** A unit that only counts months is a fee: it recurs, whatever is used. */
const isFee = (unit: string): boolean => /^months?$/i.test(unit);

const words = { free: 'free', tier: 'from', minimum: 'minimum charge' } as const;

/**
 * The ledger line of a part of a month's usage: quantity times unit price, as a bill shows a tier. What a minimum charge
 * adds is a line of one month, nothing of which was consumed.
 */
export const tariffCharge = ({ part, period, contracted }: TariffCharge): ChargeLine => {
  const { use, kind, fromQuantity, quantity, unitPrice } = part;
  const { meterId, zone, eligibility, service, unit, currency } = use.tariff;
  if (contracted.currency !== currency) throw new Error('list and paid price in two currencies');
  const cost = contracted.amount.times(quantity);
  const step = kind === 'tier' ? `${words.tier} ${fromQuantity.toFixed()}` : words[kind];
  const detail = [meterId, zone, eligibility, step].filter(text => text !== null).join(', ');
  const sku = [meterId, zone, eligibility].filter(text => text !== null).join('/');
  const isMinimum = kind === 'minimum';
  return {
    ...chargePeriods(period, currency),
    ChargeCategory: 'Usage',
    ChargeFrequency: isMinimum || isFee(unit) ? 'Recurring' : 'Usage-Based',
    ChargeDescription: `${service.serviceName} usage (${detail})`,
    PricingCategory: 'Standard',
    PricingQuantity: quantity,
    PricingUnit: isMinimum ? 'Months' : unit,
    ConsumedQuantity: isMinimum ? zeroDecimal : quantity,
    ConsumedUnit: unit,
    ListUnitPrice: unitPrice,
    ContractedUnitPrice: contracted.amount,
    ListCost: unitPrice.times(quantity),
    ContractedCost: cost,
    BilledCost: cost,
    EffectiveCost: cost,
    CommitmentDiscountCategory: null,
    CommitmentDiscountId: null,
    CommitmentDiscountType: null,
    CommitmentDiscountStatus: null,
    CommitmentDiscountQuantity: null,
    CommitmentDiscountUnit: null,
    ProviderName: service.providerName,
    ServiceCategory: service.serviceCategory,
    ServiceSubcategory: service.serviceSubcategory,
    ServiceName: service.serviceName,
    RegionId: service.regionId,
    ResourceType: meterId,
    SkuId: sku,
    SkuPriceId: `${sku}/${kind === 'tier' ? fromQuantity.toFixed() : kind}`,
  };
};
