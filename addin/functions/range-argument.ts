import { translate } from '../localization/translate.ts';
import { numberArgument, type Argument, type NumberBounds } from './argument.ts';
import { CellError } from './cell-error.ts';

/** A range as Excel hands it over, or the one value that stands in its stead. */
export type RangeArgument = readonly (readonly Argument[])[] | Argument;

/** One of several ranges that belong together cell by cell. */
export interface RangeColumn {
  readonly name: string;
  readonly range: RangeArgument;
  readonly bounds?: NumberBounds;
}

const isBlank = (cell: Argument): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const cellsOf = (range: RangeArgument): readonly Argument[] => (Array.isArray(range) ? (range as Argument[][]).flat() : [range]);

/**
 * Numbers of ranges of the same size, a row of numbers for each cell, in reading order. Cells blank in all of them are
 * passed over; one blank among others is missing.
 */
export function alignedNumbers(columns: readonly RangeColumn[]): number[][] {
  const cells = columns.map(({ range }) => cellsOf(range));
  const [first, other] = [columns[0], columns.find((_, index) => cells[index]?.length !== cells[0]?.length)];
  if (first && other) throw new CellError('invalidValue', translate('ranges-differ', { first: first.name, other: other.name }));
  const rows = (cells[0] ?? []).map((_, place) => cells.map(column => column[place])).filter(row => !row.every(isBlank));
  if (rows.length === 0) throw new CellError('invalidValue', translate('argument-missing', { argument: columns[0]?.name ?? '' }));
  return rows.map(row => row.map((cell, index) => numberArgument(columns[index]?.name ?? '', cell, columns[index]?.bounds)));
}
