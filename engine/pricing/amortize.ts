import type { PurchaseOption } from '../catalog/purchase.ts';
import type { Money } from '../money/money.ts';
import { termHours } from '../quantity/conversion.ts';

/** 8,760 or 26,280 for a commitment, null for what is paid as it is used. */
export const termHoursOf = (purchase: PurchaseOption): number | null =>
  'termYears' in purchase ? termHours(purchase.termYears) : null;

/** All that is due over the term, per node: upfront + recurring x hours. Exact. [EQ-PRI-1] */
export const termTotal = (upfront: Money, recurringPerHour: Money, hoursOfTerm: number): Money => ({
  amount: recurringPerHour.amount.times(hoursOfTerm).plus(upfront.amount),
  currency: recurringPerHour.currency,
});

/** Amortised price per hour of the term: its total divided by its hours, used or not. [EQ-PRI-2] */
export const amortize = (upfront: Money, recurringPerHour: Money, hoursOfTerm: number): Money =>
  upfront.amount.isZero()
    ? recurringPerHour
    : {
        amount: termTotal(upfront, recurringPerHour, hoursOfTerm).amount.dividedBy(hoursOfTerm),
        currency: recurringPerHour.currency,
      };
