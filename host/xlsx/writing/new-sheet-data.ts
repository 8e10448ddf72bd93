import type { SheetSnapshot } from '../../workbook/snapshot.ts';
import type { StyleTable } from '../styles/style-table.ts';
import { cellXml, type CellWriting } from './cell-xml.ts';
import { heightAttributes } from './sheet-data.ts';

/** The rows of a sheet that has none in the file: no comparing, as there is nothing to keep. */
export function newSheetData(writing: CellWriting, sheet: SheetSnapshot, styles: StyleTable): string {
  const rows = new Set([...sheet.cells.keys(), ...sheet.rowHeights.keys()]);
  return Array.from(rows)
    .sort((a, b) => a - b)
    .map(row => rowXml(writing, sheet, styles, row))
    .join('');
}

function rowXml(writing: CellWriting, sheet: SheetSnapshot, styles: StyleTable, row: number): string {
  const height = sheet.rowHeights.get(row);
  let cells = '';
  let last = -1;
  const inRow = sheet.cells.get(row);
  for (const column of orderedColumns(inRow)) {
    const cell = inRow!.get(column)!;
    const style = cell.style ? styles.numberOf(cell.style) : 0;
    if (cell.value === null && cell.formula === undefined && style === 0) continue;
    cells += cellXml(writing, { row, column, style, cell });
    last = column;
  }
  if (last < 0 && height === undefined) return '';
  return `<row r="${row + 1}"${height === undefined ? '' : heightAttributes(height)}>${cells}</row>`;
}

/** Nearly always in order already. */
function orderedColumns(cells: ReadonlyMap<number, unknown> | undefined): Iterable<number> {
  let previous = -1;
  for (const column of cells?.keys() ?? []) {
    if (column < previous) return [...cells!.keys()].sort((a, b) => a - b);
    previous = column;
  }
  return cells?.keys() ?? [];
}
