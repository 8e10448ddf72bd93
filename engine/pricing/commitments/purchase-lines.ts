import { decimal, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import type { EpochSeconds } from '../../quantity/calendar.ts';
import { chargePeriods, nodeHoursOfSeconds, type ChargeLine, type ChargePeriod } from '../charge.ts';
import type { CommitmentToCharge } from './commitment-to-charge.ts';
import { monthlyPayments } from './payments.ts';

interface Payment {
  readonly period: ChargePeriod;
  readonly frequency: 'One-Time' | 'Recurring';
  readonly quantity: Decimal;
  readonly unit: string;
  readonly unitPrice: Decimal;
  readonly listUnitPrice: Decimal;
  /** The hours the payment is for: the whole term's when paid at once, else those of its period. */
  readonly hours: Decimal;
}

const purchaseLine = (commitment: CommitmentToCharge, payment: Payment): ChargeLine => {
  const cost = payment.unitPrice.times(payment.quantity);
  const fee = payment.frequency === 'One-Time' ? 'Commitment upfront fee' : 'Commitment recurring fee';
  return {
    ...chargePeriods(payment.period, commitment.recurringPerHour.currency),
    ...commitment.columns,
    ChargeCategory: 'Purchase',
    ChargeFrequency: payment.frequency,
    ChargeDescription: `${fee} (${commitment.label})`,
    PricingCategory: 'Standard',
    PricingQuantity: payment.quantity,
    PricingUnit: payment.unit,
    ConsumedQuantity: null,
    ConsumedUnit: null,
    ListUnitPrice: payment.listUnitPrice,
    ContractedUnitPrice: payment.unitPrice,
    ListCost: payment.listUnitPrice.times(payment.quantity),
    ContractedCost: cost,
    BilledCost: cost,
    EffectiveCost: zeroDecimal,
    CommitmentDiscountStatus: null,
    CommitmentDiscountQuantity: payment.hours.times(commitment.committedPerUnitHour),
  };
};

/**
 * What buying bills: the upfront fee at the start of the term; then the recurring fee, for the committed hours of each
 * period, or in equal monthly payments. Payments due outside the periods are left out.
 */
export const purchaseLines = (commitment: CommitmentToCharge): ChargeLine[] => {
  const { term, upfront, recurringPerHour, isPaidMonthly, unitCount, unit, periods } = commitment;
  const list = commitment.listFees ?? commitment;
  const holding = (instant: EpochSeconds): ChargePeriod | undefined => periods.find(({ start, end }) => start <= instant && instant < end);
  const hoursIn = ({ start, end }: ChargePeriod): Decimal => nodeHoursOfSeconds(unitCount * (end - start));
  const units = decimal(unitCount);
  const lines: ChargeLine[] = [];

  const first = holding(term.start);
  if (first && !upfront.amount.isZero()) {
    const prices = { unitPrice: upfront.amount, listUnitPrice: list.upfront.amount };
    const payment = { period: first, quantity: units, unit, ...prices, hours: hoursIn(term) };
    lines.push(purchaseLine(commitment, { ...payment, frequency: 'One-Time' }));
  }
  if (recurringPerHour.amount.isZero()) return lines;
  if (isPaidMonthly) {
    const listPayments = monthlyPayments({ ...commitment, ...list });
    monthlyPayments(commitment).forEach(({ instant, perUnit }, index) => {
      const period = holding(instant);
      if (!period) return;
      const prices = { unitPrice: perUnit, listUnitPrice: listPayments[index]?.perUnit ?? perUnit };
      const payment = { period, quantity: units, unit, ...prices, hours: hoursIn(period) };
      lines.push(purchaseLine(commitment, { ...payment, frequency: 'Recurring' }));
    });
    return lines;
  }
  for (const period of periods) {
    const hours = hoursIn(period);
    const prices = { unitPrice: recurringPerHour.amount, listUnitPrice: list.recurringPerHour.amount };
    const payment = { period, quantity: hours, unit: 'Hours', ...prices, hours };
    lines.push(purchaseLine(commitment, { ...payment, frequency: 'Recurring' }));
  }
  return lines;
};
