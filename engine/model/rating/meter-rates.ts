import type { PriceKey } from '../../catalog/price-key.ts';
import type { PurchaseOption } from '../../catalog/purchase.ts';
import type { Result } from '../../issue/result.ts';
import type { Money } from '../../money/money.ts';
import type { PriceBook } from '../../pricing/price-book.ts';
import { isoOfEpochDay, type EpochSeconds } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import type { PlanPrice, PlanPrices } from './plan-prices.ts';
import type { PlannedCommitment } from './resolve-commitments.ts';
import { componentPrice, type PlacementMeter } from './usage-meters.ts';

/** Prices per hour of a meter, in the base currency, on the first day of a month that the placement is active. */
export interface MeterRates {
  /** On-demand, after negotiation; null when it is not known. */
  onDemand(meter: PlacementMeter, month: number): Money | null;
  /** The part of it that a commitment can cover: without the licence on Azure, which stays to be paid. */
  coverable(meter: PlacementMeter, month: number): Money | null;
  /** Public on-demand price, of all and of what a commitment can cover. */
  wholeList(meter: PlacementMeter, month: number): Money | null;
  list(meter: PlacementMeter, month: number): Money | null;
  /** Under a plan of spend: of its first day when rates are locked, else of the month. */
  underPlan(meter: PlacementMeter, commitment: PlannedCommitment, month: number): Money | null;
  /** The node's price it is taken from. */
  planPrice(meter: PlacementMeter, commitment: PlannedCommitment, month: number): PlanPrice | null;
}

export const isoDayOf = (instant: EpochSeconds): string => isoOfEpochDay(Math.floor(instant / secondsPerDay));

const onDemandOption: PurchaseOption = { kind: 'on-demand' };

/** Azure reservations and plans are for compute: Windows costs its licence besides. */
export const computeKey = (key: PriceKey): PriceKey =>
  key.provider.toLowerCase() === 'azure' && key.operatingSystem === 'windows' ? { ...key, operatingSystem: 'linux' } : key;

export const makeMeterRates = (prices: PlanPrices, book: PriceBook, horizon: Horizon): MeterRates => {
  const dateOf = ({ placement }: PlacementMeter, month: number): string => {
    const { startHour } = horizon.months[month] as Horizon['months'][number];
    return isoDayOf(Math.max(placement.from, instantOfHour(horizon, startHour)));
  };
  const accountOf = ({ placement }: PlacementMeter): string | null => placement.workload.ownership.account;
  const perHour = (meter: PlacementMeter, found: Result<PlanPrice>, date: string): Money | null =>
    found.ok ? componentPrice(meter, found.value.converted.effectivePerHour, book, date) : null;
  const find = (meter: PlacementMeter, key: PriceKey, purchase: PurchaseOption, date: string): Money | null =>
    perHour(meter, prices.find(key, purchase, date, accountOf(meter)), date);

  const listed = (meter: PlacementMeter, key: PriceKey, date: string): Money | null => {
    const list = prices.listPerHour(key, date);
    return list && componentPrice(meter, list, book, date);
  };

  const planPrice: MeterRates['planPrice'] = (meter, { purchase, isRateLocked, terms }, month) => {
    if (!purchase) return null;
    // What was negotiated lowers the fee of the plan, not the rates that draw it down (A-PRI-14).
    const on = (day: string): PlanPrice | null => {
      const found = prices.findStated(computeKey(meter.placement.key), purchase, day);
      return found.ok ? found.value : null;
    };
    // A plan older than the price lists keeps the oldest rates they know (A-COM-11).
    return (isRateLocked ? on(isoDayOf(terms.term.start)) : null) ?? on(dateOf(meter, month));
  };

  return {
    onDemand: (meter, month) => find(meter, meter.placement.key, onDemandOption, dateOf(meter, month)),
    coverable: (meter, month) => find(meter, computeKey(meter.placement.key), onDemandOption, dateOf(meter, month)),
    wholeList: (meter, month) => listed(meter, meter.placement.key, dateOf(meter, month)),
    list: (meter, month) => listed(meter, computeKey(meter.placement.key), dateOf(meter, month)),
    underPlan: (meter, commitment, month) => {
      const price = planPrice(meter, commitment, month);
      return price && componentPrice(meter, price.converted.effectivePerHour, book, dateOf(meter, month));
    },
    planPrice,
  };
};
