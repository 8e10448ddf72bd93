import { cellData, excelValue, textCell } from '../cell-content.ts';
import type { ExcelValue } from '../cell-content.ts';
import { patchStyle, rawStyle } from '../format/style-patch.ts';
import { boxInGrid, mapCells, matrixOf } from './range-state.ts';
import type { RangeState } from './range-state.ts';

export function readValues(range: RangeState): ExcelValue[][] {
  const sheet = range.live.sheet(range.sheetId);
  return mapCells(range, (row, column) => excelValue(range.live.cell(sheet, row, column)));
}

/** The formula where a cell has one, otherwise its value. */
export function readFormulas(range: RangeState): ExcelValue[][] {
  const sheet = range.live.sheet(range.sheetId);
  const cells = sheet.getSheet();
  return mapCells(range, (row, column) => {
    const cell = cells.getCellRaw(row, column);
    if (cell?.si) return sheet.getRange(row, column).getFormula();
    return cell?.f ? cell.f : excelValue(range.live.cell(sheet, row, column));
  });
}

/** As the cells show it. */
export function readText(range: RangeState): string[][] {
  const sheet = range.live.sheet(range.sheetId);
  const { rowCount, columnCount } = boxInGrid(range);
  const { row, column } = range.box;
  return mapCells(range, (r, c) => {
    if (r >= row + rowCount || c >= column + columnCount) return '';
    const value = excelValue(range.live.cell(sheet, r, c));
    return typeof value === 'boolean' ? String(value).toUpperCase() : sheet.getRange(r, c).getDisplayValue();
  });
}

const generalFormat = 'General';

export function readNumberFormats(range: RangeState): string[][] {
  const { live, sheetId } = range;
  return mapCells(range, (row, column) => rawStyle(live, sheetId, row, column)?.n?.pattern || generalFormat);
}

/** One format for all cells, or one for each; null leaves a cell as it is. */
export function writeNumberFormats(range: RangeState, value: unknown): void {
  if (!Array.isArray(value)) return patchStyle(range, () => formatPatch(value));
  const { row, column } = range.box;
  const formats = matrixOf(range.box, value);
  patchStyle(range, (r, c) => (formats[r - row]![c - column] === null ? null : formatPatch(formats[r - row]![c - column])));
}

const formatPatch = (format: unknown) => ({ n: format === generalFormat || !format ? null : { pattern: String(format) } });

/** What typing the values would leave; null leaves a cell as it is, '' clears it. */
export function writeContent({ live, sheetId, box }: RangeState, value: unknown): void {
  const matrix = matrixOf(box, value);
  const sheet = live.sheetAsStored(sheetId);
  const styles = live.stylesAsStored;
  // what is typed into a cell formatted as text stays text: "007" is no number there
  const isText = (row: number, column: number): boolean => {
    const cell = sheet.getCellRaw(row, column);
    return Boolean(cell?.s) && styles.getStyleByCell(cell)?.n?.pattern === '@';
  };
  const rows = matrix.map((values, row) =>
    values.map((item, column) => {
      if (item === null) return undefined;
      return item !== '' && isText(box.row + row, box.column + column) ? textCell(item) : cellData(item);
    }),
  );
  live.grow(sheetId, box.row + box.rowCount, box.column + box.columnCount);
  live.writer.write(sheetId, box.row, box.column, rows);
}
