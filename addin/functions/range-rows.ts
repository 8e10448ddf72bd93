import { translate } from '../localization/translate.ts';
import type { Argument } from './argument.ts';
import { CellError } from './cell-error.ts';

const isBlank = (cell: Argument): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Rows of a range that must have so many columns; blank rows are passed over. The body of a table, without its header. */
export function rangeRows(name: string, range: readonly (readonly Argument[])[] | Argument, columns: readonly string[]): Argument[][] {
  const rows = (Array.isArray(range) ? (range as Argument[][]) : [[range]]).filter(row => !row.every(isBlank));
  if (rows.length === 0) throw new CellError('invalidValue', translate('argument-missing', { argument: name }));
  if (rows.some(row => row.length !== columns.length)) {
    const values = { argument: name, expected: columns.length, columns: columns.join(', '), count: rows[0]?.length ?? 0 };
    throw new CellError('invalidValue', translate('range-columns', values));
  }
  return rows;
}
