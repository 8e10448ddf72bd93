import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { isCurrencyCode } from '../../money/currency.ts';
import { nearestNames } from '../../catalog/nearest-names.ts';
import { epochDayOf, parseIsoDate } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import { localSecondsOfSerial, type DateSystem } from '../../quantity/excel-date.ts';
import type { InputCell } from '../model-input.ts';
import type { ColumnSpec } from '../tables/table-spec.ts';

/** A cell by its column's type: text, a number, or seconds on the clock face of a date. Null: blank. */
export type CellValue = string | number | null;

/** What a cell is read as; tables give the whole column, Settings a setting. */
export type CellRule = Pick<
  ColumnSpec,
  'id' | 'type' | 'choices' | 'choicesAreOpen' | 'minimum' | 'isMinimumExclusive' | 'maximum'
>;

const errorText =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|EXTERNAL!|PYTHON!)$/i;

const shownText = (cell: string | number | boolean): string =>
  typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell).trim();

const isoDateTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Seconds of `2026-01-31` or `2026-01-31 13:00`, as typed text. */
const secondsOfText = (text: string): Result<number> => {
  const invalid = fail(makeIssue('invalid-date', { text }));
  const match = isoDateTime.exec(text);
  if (!match) return invalid;
  const date = parseIsoDate(match[1] ?? '');
  const [hour, minute, second] = [match[2], match[3], match[4]].map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  if (!date.ok || hour > 23 || minute > 59 || second > 59) return invalid;
  return ok(epochDayOf(date.value) * secondsPerDay + hour * 3600 + minute * 60 + second);
};

const readDate = (
  cell: string | number | boolean,
  type: 'date' | 'dateTime',
  dateSystem: DateSystem,
): Result<number> => {
  if (typeof cell === 'boolean') return fail(makeIssue('invalid-date', { text: shownText(cell) }));
  const read = typeof cell === 'number' ? localSecondsOfSerial(cell, dateSystem) : secondsOfText(shownText(cell));
  return read.ok && type === 'date' ? ok(Math.floor(read.value / secondsPerDay) * secondsPerDay) : read;
};

const readNumber = (cell: string | number | boolean, rule: CellRule): Result<number> => {
  if (typeof cell !== 'number' || !Number.isFinite(cell))
    return fail(makeIssue('invalid-number', { text: shownText(cell) }));
  const { id: column, minimum, maximum } = rule;
  if (rule.type === 'integer' && !Number.isInteger(cell)) return fail(makeIssue('not-whole', { column, value: cell }));
  if (minimum !== undefined && rule.isMinimumExclusive && cell <= minimum) {
    return fail(makeIssue('not-above', { column, value: cell, limit: minimum }));
  }
  if (minimum !== undefined && cell < minimum)
    return fail(makeIssue('below-minimum', { column, value: cell, minimum }));
  if (maximum !== undefined && cell > maximum)
    return fail(makeIssue('above-maximum', { column, value: cell, maximum }));
  return ok(cell);
};

const readChoice = (text: string, { id, choices = [], choicesAreOpen }: CellRule): Result<string> => {
  const choice = choices.find(candidate => candidate.toLowerCase() === text.toLowerCase());
  if (choice !== undefined) return ok(choice);
  if (choicesAreOpen) return ok(text);
  const suggestion = nearestNames(text, choices, 1)[0] ?? '';
  return fail(makeIssue('not-a-choice', { column: id, value: text, suggestion, choices: choices.join(', ') }));
};

const readCurrency = (text: string): Result<string> => {
  const code = text.toUpperCase();
  return isCurrencyCode(code) ? ok(code) : fail(makeIssue('unknown-currency', { currency: text }));
};

/**
 * Reads one cell by its column's rules. Blank (also text of blanks) is null. Reports `error-cell`, `invalid-number`,
 * `not-whole`, `below-minimum`, `not-above`, `above-maximum`, `not-a-choice`, `invalid-date`, `unknown-currency`.
 */
export const readCell = (cell: InputCell, rule: CellRule, dateSystem: DateSystem): Result<CellValue> => {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return ok(null);
  if (typeof cell === 'string' && errorText.test(cell.trim())) {
    return fail(makeIssue('error-cell', { column: rule.id, error: cell.trim() }));
  }
  switch (rule.type) {
    case 'number':
    case 'integer':
    case 'fraction':
      return readNumber(cell, rule);
    case 'date':
    case 'dateTime':
      return readDate(cell, rule.type, dateSystem);
    case 'currency':
      return readCurrency(shownText(cell));
    case 'choice':
      return readChoice(shownText(cell), rule);
    case 'text':
    case 'formula':
    case 'value':
      return ok(shownText(cell));
  }
};
