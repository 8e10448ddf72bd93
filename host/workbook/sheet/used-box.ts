import type { ICellData } from '@univerjs/core';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { CellBox } from '../snapshot.ts';

/** The smallest box around all cells in use, or null; `valuesOnly` leaves out cells that are merely formatted. */
export function usedBox(live: LiveWorkbook, sheetId: string, valuesOnly: boolean, within?: CellBox): CellBox | null {
  const sheet = live.sheet(sheetId).getSheet();
  const extent = new Extent(within);
  const isUsed = (cell: ICellData): boolean =>
    (cell.v !== undefined && cell.v !== null) || Boolean(cell.f ?? cell.si ?? cell.p) || (!valuesOnly && Boolean(cell.s));
  sheet.getCellMatrix().forValue((row, column, cell) => void (cell && isUsed(cell) && extent.add(row, column)));
  for (const [row, cells] of Object.entries(live.spilledCells(sheetId) ?? {})) {
    for (const column of Object.keys(cells)) extent.add(Number(row), Number(column));
  }
  return extent.box();
}

class Extent {
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  constructor(private readonly within: CellBox | undefined) {}

  add(row: number, column: number): void {
    const { within } = this;
    if (within && (row < within.row || row >= within.row + within.rowCount)) return;
    if (within && (column < within.column || column >= within.column + within.columnCount)) return;
    this.top = Math.min(this.top, row);
    this.left = Math.min(this.left, column);
    this.bottom = Math.max(this.bottom, row);
    this.right = Math.max(this.right, column);
  }

  box(): CellBox | null {
    if (this.bottom < 0) return null;
    return { row: this.top, column: this.left, rowCount: this.bottom - this.top + 1, columnCount: this.right - this.left + 1 };
  }
}
