import type { PriceKey } from '../../catalog/price-key.ts';
import type { PurchaseOption } from '../../catalog/purchase.ts';
import { purchaseName } from '../../catalog/purchase-name.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { EpochSeconds } from '../../quantity/calendar.ts';
import { chargeFrame } from '../charge.ts';
import type { HourlyPrice } from '../hourly-price.ts';
import type { CommitmentColumns, CommitmentTerms } from './commitment-to-charge.ts';

/** What reserved nodes of a price with a term cost from `start` on, per node. Throws on a price without a term. */
export const reservedTerms = (
  { key, purchase, termHours, upfront, recurringPerHour, listFees }: HourlyPrice,
  start: EpochSeconds,
): CommitmentTerms => {
  if (termHours === null) throw new Error(`no term in the price of ${key.nodeType}`);
  return {
    term: { start, end: start + termHours * secondsPerHour },
    upfront,
    recurringPerHour,
    ...(listFees ? { listFees } : {}),
    isPaidMonthly: isPaidMonthly(key.provider, purchase),
  };
};

/** Azure takes equal payments on the day of purchase of each month; AWS and GCP bill the hours of the month (A-PRI-7). */
export const isPaidMonthly = (provider: string, purchase: PurchaseOption): boolean =>
  provider.toLowerCase() === 'azure' && (purchase.kind === 'reserved' || purchase.kind === 'spend-plan') && purchase.payment === 'monthly';

const typeNames: ReadonlyMap<string, string> = new Map([['aws', 'Reserved Instance'], ['gcp', 'Resource-based CUD']]);

/** The columns of a commitment for whole nodes of one key. */
export const reservedColumns = (key: PriceKey, purchase: PurchaseOption, commitmentId: string): CommitmentColumns => {
  const { ProviderName, ServiceCategory, ServiceSubcategory, ServiceName, RegionId, ResourceType, SkuId, SkuPriceId } = chargeFrame(
    key, purchase, { start: 0, end: 1 }, '',
  );
  return {
    ProviderName, ServiceCategory, ServiceSubcategory, ServiceName, RegionId, ResourceType, SkuId, SkuPriceId,
    CommitmentDiscountCategory: 'Usage',
    CommitmentDiscountId: commitmentId,
    CommitmentDiscountType: typeNames.get(key.provider.toLowerCase()) ?? 'Reservation',
    CommitmentDiscountUnit: 'Hours',
  };
};

/** Stands in brackets behind a description. */
export const reservedLabel = (key: PriceKey, purchase: PurchaseOption): string => `${purchaseName(purchase)}, ${key.nodeType}`;
