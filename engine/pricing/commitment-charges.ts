import type { Money } from '../money/money.ts';
import { decimal, zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import { addMonths, civilDateOf, epochDayOf, type EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../quantity/conversion.ts';
import { termTotal } from './amortize.ts';
import { chargeFrame, describe, nodeHoursOfSeconds, type ChargeLine, type ChargePeriod } from './charge.ts';
import type { HourlyPrice } from './hourly-price.ts';

/** A stretch of a term and the node-seconds of it that were used. */
export interface CommittedPeriod extends ChargePeriod {
  readonly usedNodeSeconds: number;
}

export interface CommitmentToCharge {
  /** A price with a term. */
  readonly price: HourlyPrice;
  /** Public on-demand price of the same key; null when it is not known, then no saving is claimed. */
  readonly listPerHour: Money | null;
  /** On-demand price after negotiation; the list price when absent. */
  readonly contractedPerHour?: Money;
  readonly commitmentId: string;
  readonly nodeCount: number;
  readonly termStart: EpochSeconds;
  /** Ascending stretches inside the term, commonly one per calendar month; together all of it, or its part up to a horizon. */
  readonly periods: readonly CommittedPeriod[];
}

/** Decimals an amortised amount is cut at; what is cut stands on the next period, so nothing is lost. */
const amortizedDecimals = 12;

const commitmentTypes: Readonly<Record<string, string>> = {
  aws: 'Reserved Instance',
  azure: 'Reservation',
  gcp: 'Resource-based CUD',
};

/** Instants at which equal monthly payments fall due, the first at the start of the term. */
const paymentInstants = (termStart: EpochSeconds, termYears: number): EpochSeconds[] => {
  const startDay = Math.floor(termStart / secondsPerDay);
  const timeOfDay = termStart - startDay * secondsPerDay;
  const start = civilDateOf(startDay);
  return Array.from({ length: termYears * 12 }, (_, month) => epochDayOf(addMonths(start, month)) * secondsPerDay + timeOfDay);
};

/**
 * Ledger lines of a commitment over the given periods: its purchase (one line for what is due upfront, one recurring line
 * per period or per payment), and per period what was used and what was not. FOCUS identities: a purchase has no effective
 * cost, covered usage no billed cost, and over a whole term the effective cost of used and unused hours equals what the
 * purchases bill, exactly. Lines without an amount are left out.
 *
 * Throws when periods leave the term or overlap, or use more than was committed: usage beyond is on-demand.
 */
export const commitmentCharges = (commitment: CommitmentToCharge): ChargeLine[] => {
  const { price, nodeCount, termStart, periods } = commitment;
  if (price.termHours === null || price.purchase.kind !== 'reserved') throw new Error(`no term in the price of ${price.key.nodeType}`);
  const termEnd = termStart + price.termHours * secondsPerHour;
  let previousEnd = termStart;
  for (const period of periods) {
    if (period.start < previousEnd || period.end <= period.start || period.end > termEnd) throw new Error('a period leaves the term');
    previousEnd = period.end;
  }
  return [...purchaseLines(commitment, price.purchase.termYears), ...usageLines(commitment, price.termHours)];
};

const discountColumns = ({ price, commitmentId }: CommitmentToCharge) =>
  ({
    CommitmentDiscountCategory: 'Usage',
    CommitmentDiscountId: commitmentId,
    CommitmentDiscountType: commitmentTypes[price.key.provider] ?? 'Reservation',
  }) as const;

interface Payment {
  readonly period: ChargePeriod;
  readonly frequency: 'One-Time' | 'Recurring';
  readonly quantity: Decimal;
  readonly unit: 'Hours' | 'Nodes';
  readonly unitPrice: Decimal;
}

const purchaseLine = (commitment: CommitmentToCharge, payment: Payment): ChargeLine => {
  const { key, purchase, recurringPerHour } = commitment.price;
  const cost = payment.unitPrice.times(payment.quantity);
  return {
    ...chargeFrame(key, purchase, payment.period, recurringPerHour.currency),
    ...discountColumns(commitment),
    ChargeCategory: 'Purchase',
    ChargeFrequency: payment.frequency,
    ChargeDescription: describe(payment.frequency === 'One-Time' ? 'Commitment upfront fee' : 'Commitment recurring fee', key, purchase),
    PricingCategory: 'Standard',
    PricingQuantity: payment.quantity,
    PricingUnit: payment.unit,
    ConsumedQuantity: null,
    ConsumedUnit: null,
    ListUnitPrice: payment.unitPrice,
    ContractedUnitPrice: payment.unitPrice,
    ListCost: cost,
    ContractedCost: cost,
    BilledCost: cost,
    EffectiveCost: zeroDecimal,
    CommitmentDiscountStatus: null,
    CommitmentDiscountQuantity: payment.unit === 'Hours' ? payment.quantity : null,
    CommitmentDiscountUnit: payment.unit === 'Hours' ? 'Hours' : null,
  };
};

const purchaseLines = (commitment: CommitmentToCharge, termYears: 1 | 3): ChargeLine[] => {
  const { price, nodeCount, termStart, periods } = commitment;
  const { upfront, recurringPerHour, purchase } = price;
  const holding = (instant: EpochSeconds): ChargePeriod | undefined => periods.find(({ start, end }) => start <= instant && instant < end);
  const lines: ChargeLine[] = [];
  const first = holding(termStart);
  if (!upfront.amount.isZero() && first) {
    const payment: Payment = {
      period: first, frequency: 'One-Time', quantity: decimal(nodeCount), unit: 'Nodes', unitPrice: upfront.amount,
    };
    lines.push(purchaseLine(commitment, payment));
  }
  if (recurringPerHour.amount.isZero()) return lines;

  const paidInEqualParts = price.key.provider === 'azure' && purchase.kind === 'reserved' && purchase.payment === 'monthly';
  if (paidInEqualParts) {
    const total = termTotal(upfront, recurringPerHour, price.termHours ?? 0).amount;
    const instants = paymentInstants(termStart, termYears);
    let paid = zeroDecimal;
    instants.forEach((instant, index) => {
      const paidNext = index + 1 === instants.length
        ? total
        : total.times(index + 1).dividedBy(instants.length).toDecimalPlaces(amortizedDecimals);
      const period = holding(instant);
      const payment = paidNext.minus(paid);
      paid = paidNext;
      if (period) lines.push(purchaseLine(commitment, { period, frequency: 'Recurring', quantity: decimal(nodeCount), unit: 'Nodes', unitPrice: payment }));
    });
    return lines;
  }
  for (const period of periods) {
    const quantity = nodeHoursOfSeconds(nodeCount * (period.end - period.start));
    lines.push(purchaseLine(commitment, { period, frequency: 'Recurring', quantity, unit: 'Hours', unitPrice: recurringPerHour.amount }));
  }
  return lines;
};

const usageLines = (commitment: CommitmentToCharge, termHours: number): ChargeLine[] => {
  const { price, nodeCount, termStart, periods, listPerHour } = commitment;
  const total = termTotal(price.upfront, price.recurringPerHour, termHours).amount.times(nodeCount);
  const termSeconds = termHours * secondsPerHour;
  /** Amortised from the start of the term up to an instant, cut at the stated decimals. */
  const amortizedTo = (instant: EpochSeconds): Decimal =>
    instant - termStart === termSeconds
      ? total
      : total.times(instant - termStart).dividedBy(termSeconds).toDecimalPlaces(amortizedDecimals);

  const list = listPerHour?.amount ?? null;
  const contracted = commitment.contractedPerHour?.amount ?? list;
  const lines: ChargeLine[] = [];
  for (const period of periods) {
    const committedSeconds = nodeCount * (period.end - period.start);
    const unusedSeconds = committedSeconds - period.usedNodeSeconds;
    if (period.usedNodeSeconds < 0 || unusedSeconds < 0) throw new Error('more used than committed');
    const amortized = amortizedTo(period.end).minus(amortizedTo(period.start));
    const used = committedSeconds === 0
      ? zeroDecimal
      : amortized.times(period.usedNodeSeconds).dividedBy(committedSeconds).toDecimalPlaces(amortizedDecimals);

    const line = (status: 'Used' | 'Unused', seconds: number, effective: Decimal): ChargeLine => {
      const quantity = nodeHoursOfSeconds(seconds);
      // Nothing ran in an unused hour, so nothing is priced at list: savings then count it as pure waste.
      const priced = status === 'Used' ? quantity : zeroDecimal;
      return {
        ...chargeFrame(price.key, price.purchase, period, price.recurringPerHour.currency),
        ...discountColumns(commitment),
        ChargeCategory: 'Usage',
        ChargeFrequency: 'Usage-Based',
        ChargeDescription: describe(status === 'Used' ? 'Committed usage' : 'Unused commitment', price.key, price.purchase),
        PricingCategory: 'Committed',
        PricingQuantity: priced,
        PricingUnit: 'Hours',
        ConsumedQuantity: status === 'Used' ? quantity : null,
        ConsumedUnit: status === 'Used' ? 'Hours' : null,
        ListUnitPrice: list,
        ContractedUnitPrice: contracted,
        ListCost: list ? list.times(priced) : status === 'Used' ? effective : zeroDecimal,
        ContractedCost: contracted ? contracted.times(priced) : status === 'Used' ? effective : zeroDecimal,
        BilledCost: zeroDecimal,
        EffectiveCost: effective,
        CommitmentDiscountStatus: status,
        CommitmentDiscountQuantity: quantity,
        CommitmentDiscountUnit: 'Hours',
      };
    };
    if (period.usedNodeSeconds > 0) lines.push(line('Used', period.usedNodeSeconds, used));
    if (unusedSeconds > 0) lines.push(line('Unused', unusedSeconds, amortized.minus(used)));
  }
  return lines;
};
