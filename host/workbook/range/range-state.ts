import { invalidArgument } from '../../interpreter/api-error.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { CellBox } from '../snapshot.ts';

/** A rectangle of cells on one sheet; whole rows and columns have Excel's full length. */
export interface RangeState {
  readonly live: LiveWorkbook;
  readonly sheetId: string;
  readonly box: CellBox;
}

/** More cells than Excel hands out in one piece. */
const maxCellCount = 5_000_000;

/** The part of the range that exists in the grid: whole columns and rows are cut to it. */
export function boxInGrid({ live, sheetId, box }: RangeState): CellBox {
  const sheet = live.sheet(sheetId);
  const rowCount = Math.min(box.rowCount, sheet.getMaxRows() - box.row);
  const columnCount = Math.min(box.columnCount, sheet.getMaxColumns() - box.column);
  return { ...box, rowCount: Math.max(rowCount, 0), columnCount: Math.max(columnCount, 0) };
}

/** Reads every cell of the range; those beyond the grid are blank. */
export function mapCells<T>({ box }: RangeState, read: (row: number, column: number) => T): T[][] {
  if (box.rowCount * box.columnCount > maxCellCount) throw invalidArgument('The range has too many cells to be read in one piece.');
  return Array.from({ length: box.rowCount }, (_, row) =>
    Array.from({ length: box.columnCount }, (_, column) => read(box.row + row, box.column + column)),
  );
}

/** A matrix of exactly the range's shape; a single value stands for all cells. */
export function matrixOf(box: CellBox, value: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) {
    if (box.rowCount * box.columnCount > maxCellCount) throw invalidArgument('The range has too many cells.');
    return Array.from({ length: box.rowCount }, () => new Array<unknown>(box.columnCount).fill(value));
  }
  if (value.length !== box.rowCount || value.some((row) => !Array.isArray(row) || row.length !== box.columnCount)) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range " +
        `(${box.rowCount} x ${box.columnCount}).`,
    );
  }
  return value as unknown[][];
}
