import { decimal, sumDecimals, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { addMonths, civilDateOf, epochDayOf, type EpochSeconds } from '../../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import { spreadDecimals, type CommitmentTerms } from './commitment-to-charge.ts';

const hoursOf = ({ start, end }: CommitmentTerms['term']): Decimal => decimal(end - start).dividedBy(secondsPerHour);

/** All that is due over the term, per unit. Exact. [EQ-PRI-1] */
export const totalOfTerm = ({ term, upfront, recurringPerHour }: CommitmentTerms): Decimal =>
  recurringPerHour.amount.times(hoursOf(term)).plus(upfront.amount);

/** The amortised price of an hour of one unit, cut at 12 decimals. [EQ-PRI-2] */
export const amortizedPerHour = (terms: CommitmentTerms): Decimal =>
  totalOfTerm(terms).dividedBy(hoursOf(terms.term)).toDecimalPlaces(spreadDecimals);

/** What has been amortised of the term by an instant, for so many units: evenly over its hours. [EQ-PRI-4] */
export const amortizedTo = (terms: CommitmentTerms, unitCount: number, instant: EpochSeconds): Decimal => {
  const { start, end } = terms.term;
  const total = totalOfTerm(terms).times(unitCount);
  if (instant >= end) return total;
  if (instant <= start) return zeroDecimal;
  return total.times(instant - start).dividedBy(end - start).toDecimalPlaces(spreadDecimals);
};

/** One of the equal payments of a term. */
interface MonthlyPayment {
  readonly instant: EpochSeconds;
  readonly perUnit: Decimal;
}

/**
 * The payments on the same day of each month from the start, equal but for the last decimal they are cut at; their sum
 * is the recurring part of the term.
 */
export const monthlyPayments = ({ term, recurringPerHour }: CommitmentTerms): MonthlyPayment[] => {
  const startDay = Math.floor(term.start / secondsPerDay);
  const timeOfDay = term.start - startDay * secondsPerDay;
  const instants: EpochSeconds[] = [];
  for (let month = 0; ; month += 1) {
    const instant = epochDayOf(addMonths(civilDateOf(startDay), month)) * secondsPerDay + timeOfDay;
    if (instant >= term.end) break;
    instants.push(instant);
  }
  const total = recurringPerHour.amount.times(hoursOf(term));
  const upTo = (count: number): Decimal =>
    count === instants.length ? total : total.times(count).dividedBy(instants.length).toDecimalPlaces(spreadDecimals);
  return instants.map((instant, index) => ({ instant, perUnit: upTo(index + 1).minus(upTo(index)) }));
};

/** What has been paid before an instant, for so many units: the upfront fee, and the recurring part due. */
const paidTo = (terms: CommitmentTerms, unitCount: number, instant: EpochSeconds): Decimal => {
  const { term, upfront, recurringPerHour, isPaidMonthly } = terms;
  if (instant <= term.start) return zeroDecimal;
  const recurring = isPaidMonthly
    ? sumDecimals(monthlyPayments(terms).filter(payment => payment.instant < instant).map(({ perUnit }) => perUnit))
    : recurringPerHour.amount.times(hoursOf({ start: term.start, end: Math.min(term.end, instant) }));
  return upfront.amount.plus(recurring).times(unitCount);
};

/** Paid and not yet amortised at an instant; negative where hours are paid after they ran. [EQ-COV-8] */
export const prepaidAt = (terms: CommitmentTerms, unitCount: number, instant: EpochSeconds): Decimal =>
  paidTo(terms, unitCount, instant).minus(amortizedTo(terms, unitCount, instant));
