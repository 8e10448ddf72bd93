import { decimal, type Decimal } from '../../numeric/decimal.ts';
import { chargePeriods, unpriced, type ChargeLine } from '../../pricing/charge.ts';
import { prepaidAt } from '../../pricing/commitments/payments.ts';
import { exitValue, resaleFeeShare, type ExitValue } from '../../pricing/exit-value.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PlannedCommitment } from '../rating/resolve-commitments.ts';
import type { PlannedLeave } from './read-exits.ts';

const monthsPerYear = 12;
const amountDecimals = 12;

/** What giving up all units of a commitment brings, as `exitValue` says. */
export const leftValue = ({ terms, unitCount }: PlannedCommitment, { way, date, priceCut, held }: PlannedLeave): ExitValue => {
  const { term, upfront, recurringPerHour } = terms;
  const termMonths = held.termYears * monthsPerYear;
  const termHours = (term.end - term.start) / secondsPerHour;
  const exit = way === 'resale' ? { kind: way, priceCut, feeShare: resaleFeeShare } : way === 'refund' ? { kind: way, poolLeft: Infinity } : { kind: way };
  return exitValue(exit, {
    termMonths,
    heldMonths: (termMonths * (date - term.start)) / (term.end - term.start),
    upfront: upfront.amount.times(unitCount).toNumber(),
    recurringPerMonth: recurringPerHour.amount.times(unitCount).times(termHours).dividedBy(termMonths).toNumber(),
  });
};

/** Money that comes back: proceeds; of an exchange what was paid upfront for the time left, set off against the new one. */
export const creditOf = (commitment: PlannedCommitment, leave: PlannedLeave): Decimal => {
  const { terms: { term, upfront }, unitCount } = commitment;
  if (leave.way !== 'exchange') return decimal(leftValue(commitment, leave).proceeds).toDecimalPlaces(amountDecimals);
  return upfront.amount.times(unitCount).times(term.end - leave.date).dividedBy(term.end - term.start).toDecimalPlaces(amountDecimals);
};

const words = { resale: 'Resale of commitment, less the fee', refund: 'Refund of commitment', exchange: 'Exchange of commitment' } as const;

/** Ledger lines of leaving: what comes back, and what was paid for time that is no longer held, written off. */
export const leaveLines = (commitment: PlannedCommitment, leave: PlannedLeave): ChargeLine[] => {
  const { terms, unitCount, columns, label } = commitment;
  const period = { start: leave.date, end: leave.date + secondsPerHour };
  const line = (ChargeCategory: 'Credit' | 'Adjustment', what: string, billed: Decimal, effective: Decimal): ChargeLine => ({
    ...chargePeriods(period, terms.upfront.currency),
    ...columns,
    ChargeCategory,
    ChargeFrequency: 'One-Time',
    ChargeDescription: `${what} (${label})`,
    ...unpriced,
    ListCost: billed,
    ContractedCost: billed,
    BilledCost: billed,
    EffectiveCost: effective,
    CommitmentDiscountStatus: null,
    CommitmentDiscountQuantity: null,
    CommitmentDiscountUnit: null,
    SkuId: null,
    SkuPriceId: null,
  });
  const credit = creditOf(commitment, leave).negated();
  const prepaid = prepaidAt(terms, unitCount, leave.date);
  return [
    ...(credit.isZero() ? [] : [line('Credit', words[leave.way], credit, credit)]),
    ...(prepaid.isZero() ? [] : [line('Adjustment', 'Unused commitment written off', credit.times(0), prepaid)]),
  ];
};

interface Refund {
  readonly date: number;
  readonly poolUsed: number;
}

/** Left of Azure's pool, given what earlier refunds of the same twelve months took of it. */
export const poolLeft = (earlier: readonly Refund[], date: number, poolInBase: number): number => {
  const year = 365 * 24 * secondsPerHour;
  return poolInBase - earlier.filter(each => each.date > date - year).reduce((sum, { poolUsed }) => sum + poolUsed, 0);
};
