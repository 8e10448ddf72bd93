import { decimal, zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import { addMonths, civilDateOf, epochDayOf, type EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerDay } from '../quantity/conversion.ts';
import { chargeFrame, chargeDescription, nodeHoursOfSeconds, type ChargeLine, type ChargePeriod } from './charge.ts';
import { commitmentColumns, spreadDecimals, type CommitmentToCharge } from './commitment.ts';

interface Payment {
  readonly period: ChargePeriod;
  readonly frequency: 'One-Time' | 'Recurring';
  readonly quantity: Decimal;
  readonly unit: 'Hours' | 'Nodes';
  readonly unitPrice: Decimal;
  /** Committed node-hours the payment is for: the whole term's when paid at once, else those of its period. */
  readonly committedHours: Decimal;
}

const purchaseLine = (commitment: CommitmentToCharge, payment: Payment): ChargeLine => {
  const { key, purchase, recurringPerHour } = commitment.price;
  const cost = payment.unitPrice.times(payment.quantity);
  const fee = payment.frequency === 'One-Time' ? 'Commitment upfront fee' : 'Commitment recurring fee';
  return {
    ...chargeFrame(key, purchase, payment.period, recurringPerHour.currency),
    ...commitmentColumns(commitment),
    ChargeCategory: 'Purchase',
    ChargeFrequency: payment.frequency,
    ChargeDescription: chargeDescription(fee, key, purchase),
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
    CommitmentDiscountQuantity: payment.committedHours,
    CommitmentDiscountUnit: 'Hours',
  };
};

/** The same day of each month from the start of the term: when equal payments fall due. */
const paymentInstants = (termStart: EpochSeconds, count: number): EpochSeconds[] => {
  const startDay = Math.floor(termStart / secondsPerDay);
  const timeOfDay = termStart - startDay * secondsPerDay;
  const start = civilDateOf(startDay);
  return Array.from({ length: count }, (_, month) => epochDayOf(addMonths(start, month)) * secondsPerDay + timeOfDay);
};

/** 12 or 36 payments, equal but for the last decimal they are cut at, whose sum is the total. */
const equalPayments = (total: Decimal, count: number): Decimal[] => {
  const upTo = (index: number): Decimal =>
    index === count ? total : total.times(index).dividedBy(count).toDecimalPlaces(spreadDecimals);
  return Array.from({ length: count }, (_, index) => upTo(index + 1).minus(upTo(index)));
};

/**
 * What buying bills: the upfront fee at the start of the term; then the recurring fee, for the committed hours of each
 * period, or on Azure in equal monthly payments. Payments due outside the periods given are left out.
 */
export const purchaseLines = (commitment: CommitmentToCharge): ChargeLine[] => {
  const { price, nodeCount, termStart, periods } = commitment;
  const { upfront, recurringPerHour, purchase, termHours } = price;
  if (purchase.kind !== 'reserved' || termHours === null) throw new Error(`no term in the price of ${price.key.nodeType}`);
  const holding = (instant: EpochSeconds): ChargePeriod | undefined =>
    periods.find(({ start, end }) => start <= instant && instant < end);
  const nodes = decimal(nodeCount);
  const hoursIn = ({ start, end }: ChargePeriod): Decimal => nodeHoursOfSeconds(nodeCount * (end - start));
  const lines: ChargeLine[] = [];

  const first = holding(termStart);
  if (first && !upfront.amount.isZero()) {
    const payment = { period: first, quantity: nodes, unit: 'Nodes', unitPrice: upfront.amount } as const;
    const committedHours = nodes.times(termHours);
    lines.push(purchaseLine(commitment, { ...payment, frequency: 'One-Time', committedHours }));
  }
  if (recurringPerHour.amount.isZero()) return lines;

  if (price.key.provider === 'azure' && purchase.payment === 'monthly') {
    const count = purchase.termYears * 12;
    const payments = equalPayments(recurringPerHour.amount.times(termHours), count);
    paymentInstants(termStart, count).forEach((instant, index) => {
      const period = holding(instant);
      if (!period) return;
      const payment = { period, quantity: nodes, unit: 'Nodes', unitPrice: payments[index] ?? zeroDecimal } as const;
      lines.push(purchaseLine(commitment, { ...payment, frequency: 'Recurring', committedHours: hoursIn(period) }));
    });
    return lines;
  }
  for (const period of periods) {
    const quantity = hoursIn(period);
    const payment = { period, quantity, unit: 'Hours', unitPrice: recurringPerHour.amount } as const;
    lines.push(purchaseLine(commitment, { ...payment, frequency: 'Recurring', committedHours: quantity }));
  }
  return lines;
};
