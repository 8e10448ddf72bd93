import { strandedCommitments, type CommitmentAtExit, type Exit } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { optionalNumber, optionalText, type Argument } from './argument.ts';
import { CellError } from './cell-error.ts';
import { currentPrices } from './current-prices.ts';
import { optionalDate } from './date-argument.ts';
import { rangeRows } from './range-rows.ts';

const columns = ['Start', 'End', 'Upfront', 'RecurringPerMonth', 'Exit'];
const exits: readonly Exit['kind'][] = ['none', 'exchange', 'resale', 'refund'];

/**
 * What is lost of commitments on the day of an exit: what is left of their fees, less what is used on, sold or refunded.
 * @customfunction STRANDED
 * @param commitments Range with the columns Start, End, Upfront, RecurringPerMonth and Exit: none (savings plans, committed
 * use), resale (AWS standard reserved instances), refund (Azure reservations) or exchange (AWS convertible ones).
 * @param exitDate Day of the exit.
 * @param [reuse] Share of what is left that other workloads go on to use; 0 when omitted.
 * @param [resaleDiscount] Off the remaining value so that a buyer is found, as a fraction; 0 when omitted.
 * @returns Amount of money.
 */
export function stranded(
  commitments: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  exitDate: any, // eslint-disable-line @typescript-eslint/no-explicit-any -- a number or text, which Excel calls any
  reuse?: number,
  resaleDiscount?: number,
): number {
  const day = dateArgument('exitDate', exitDate);
  const held = rangeRows('commitments', commitments, columns).map(row => commitmentAt(day, row));
  const lost = strandedCommitments(held, {
    reuse: optionalNumber('reuse', reuse, { minimum: 0, maximum: 1 }) ?? 0,
    resaleCut: optionalNumber('resaleDiscount', resaleDiscount, { minimum: 0, maximum: 1 }) ?? 0,
  });
  return lost.reduce((total, each) => total + each.lost, 0);
}

function commitmentAt(day: string, [start, end, upfront, recurring, exit]: readonly Argument[]): CommitmentAtExit {
  const [from, to] = [dateArgument('Start', start), dateArgument('End', end)];
  if (to <= from) throw new CellError('invalidValue', translate('argument-end-before-start', { start: from, end: to }));
  return {
    termMonths: monthsBetween(from, to),
    heldMonths: monthsBetween(from, day),
    upfront: optionalNumber('Upfront', upfront, { minimum: 0 }) ?? 0,
    recurringPerMonth: optionalNumber('RecurringPerMonth', recurring, { minimum: 0 }) ?? 0,
    exit: exitArgument(exit),
  };
}

function exitArgument(value: Argument): Exit['kind'] {
  const text = optionalText('Exit', value)?.toLowerCase() ?? 'none';
  const kind = exits.find(each => each === text);
  if (kind !== undefined) return kind;
  const values = { argument: 'Exit', value: text, choices: exits.join(', ') };
  throw new CellError('invalidValue', translate('argument-not-choice', values));
}

function dateArgument(name: string, value: Argument): string {
  const date = optionalDate(name, value, currentPrices().dateSystem);
  if (date === null) throw new CellError('invalidValue', translate('argument-missing', { argument: name }));
  return date;
}

/** Whole months, and days as parts of 30. */
function monthsBetween(from: string, to: string): number {
  const [[y1 = 0, m1 = 0, d1 = 0], [y2 = 0, m2 = 0, d2 = 0]] = [from, to].map(date => date.split('-').map(Number)) as [number[], number[]];
  return (y2 - y1) * 12 + (m2 - m1) + (d2 - d1) / 30;
}
