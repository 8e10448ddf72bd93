import { columnName, maxColumnCount, maxRowCount } from '../workbook/address.ts';
import type { CellBox } from '../workbook/snapshot.ts';

const columnNames: string[] = [];

/** Zero-based row and column to `B3`: called for every cell of a file, so column names are remembered. */
export const cellAddress = (row: number, column: number): string =>
  (columnNames[column] ??= columnName(column)) + (row + 1);

/** `B3` as row times 16,384 plus column, both zero-based; -1 when it is no cell of an Excel sheet. */
export function packCellAddress(address: string): number {
  let at = 0;
  let column = 0;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (at === 0 || at > 3 || at === address.length || address.length - at > 7) return -1;
  let row = 0;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code < 48 || code > 57) return -1;
    row = row * 10 + code - 48;
  }
  return row < 1 || row > maxRowCount || column > maxColumnCount ? -1 : (row - 1) * maxColumnCount + column - 1;
}

export const boxContains = (box: CellBox, row: number, column: number): boolean =>
  row >= box.row && row < box.row + box.rowCount && column >= box.column && column < box.column + box.columnCount;

export const sameBox = (a: CellBox, b: CellBox): boolean =>
  a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
