import { cellData, excelValue } from '../cell-content.ts';
import type { ExcelValue } from '../cell-content.ts';
import { mapCells, matrixOf } from './range-state.ts';
import type { RangeState } from './range-state.ts';

export function readValues(range: RangeState): ExcelValue[][] {
  const sheet = range.live.sheet(range.sheetId);
  return mapCells(range, (row, column) => excelValue(range.live.cell(sheet, row, column)));
}

/** The formula where a cell has one, otherwise its value. */
export function readFormulas(range: RangeState): ExcelValue[][] {
  const sheet = range.live.sheet(range.sheetId);
  return mapCells(range, (row, column) => {
    const cell = sheet.getSheet().getCellRaw(row, column);
    if (cell?.f && !cell.si) return cell.f;
    if (cell?.si) return sheet.getRange(row, column).getFormula();
    return excelValue(range.live.cell(sheet, row, column));
  });
}

/** What typing the values would leave; null leaves a cell as it is, '' clears it. */
export function writeContent({ live, sheetId, box }: RangeState, value: unknown): void {
  const rows = matrixOf(box, value).map((row) => row.map((item) => (item === null ? undefined : cellData(item))));
  live.grow(sheetId, box.row + box.rowCount, box.column + box.columnCount);
  live.writer.write(sheetId, box.row, box.column, rows);
}
