import type { Money } from '../money/money.ts';
import { chargeFrame, chargeDescription, nodeHoursOfSeconds, type ChargeLine, type ChargePeriod } from './charge.ts';
import type { HourlyPrice } from './hourly-price.ts';

/** Node-time used and paid as it is used: on-demand or spot. */
export interface UsageToCharge {
  /** What is paid per node-hour: on-demand or spot, after negotiation. */
  readonly price: HourlyPrice;
  /** Public on-demand price; null when it is not known, then list equals contracted. */
  readonly listPerHour: Money | null;
  readonly period: ChargePeriod;
  /** Integer node-seconds as billed, start-up and started quanta included. */
  readonly nodeSeconds: number;
}

/**
 * The ledger line of usage. Spot is `Dynamic` and its list price the on-demand one, so that list less effective shows
 * what it saves. Throws on a committed price: that is `commitmentCharges`.
 */
export const usageCharge = ({ price, listPerHour, period, nodeSeconds }: UsageToCharge): ChargeLine => {
  if (price.termHours !== null) throw new Error(`usage at a committed price of ${price.key.nodeType}`);
  const perHour = price.effectivePerHour;
  if (listPerHour && listPerHour.currency !== perHour.currency) throw new Error('list and paid price in two currencies');
  const list = listPerHour?.amount ?? perHour.amount;
  const quantity = nodeHoursOfSeconds(nodeSeconds);
  const cost = perHour.amount.times(quantity);
  return {
    ...chargeFrame(price.key, price.purchase, period, perHour.currency),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: chargeDescription('Compute usage', price.key, price.purchase),
    PricingCategory: price.purchase.kind === 'spot' ? 'Dynamic' : 'Standard',
    PricingQuantity: quantity,
    PricingUnit: 'Hours',
    ConsumedQuantity: quantity,
    ConsumedUnit: 'Hours',
    ListUnitPrice: list,
    ContractedUnitPrice: perHour.amount,
    ListCost: list.times(quantity),
    ContractedCost: cost,
    BilledCost: cost,
    EffectiveCost: cost,
    CommitmentDiscountCategory: null,
    CommitmentDiscountId: null,
    CommitmentDiscountType: null,
    CommitmentDiscountStatus: null,
    CommitmentDiscountQuantity: null,
    CommitmentDiscountUnit: null,
  };
};
