import type { LiveWorkbook } from '../live-workbook.ts';
import type { RangeState } from '../range/range-state.ts';
import { boxInGrid } from '../range/range-state.ts';
import { pointsPerPixel } from '../cell-style.ts';
import { setColumnWidths } from './column-width.ts';
import { rawStyle } from './style-patch.ts';

/** Calibri's digits are half as wide as the font is high; text runs a little wider in capitals. */
const widthPerPoint = 0.5;
const capitalWidthPerPoint = 0.6;
const cellPadding = 8;
const minWidth = 20;
const maxWidth = 400;
const lineHeightPerPoint = 1.36;

/** Without a screen there is nothing to measure text with: widths are estimated from its length. */
export function fitColumns(range: RangeState): void {
  const { live, sheetId } = range;
  const box = boxInGrid(range);
  const sheet = live.sheet(sheetId);
  for (let column = box.column; column < box.column + box.columnCount; column++) {
    let width = 0;
    for (let row = box.row; row < box.row + box.rowCount; row++) {
      if (live.cell(sheet, row, column)) width = Math.max(width, textWidth(live, sheetId, row, column));
    }
    const points = Math.min(Math.max(width + cellPadding, minWidth), maxWidth);
    if (width > 0) setColumnWidths(live, sheetId, { first: column, count: 1 }, points / pointsPerPixel);
  }
}

export function fitRows(range: RangeState): void {
  const { live, sheetId } = range;
  const box = boxInGrid(range);
  const sheet = live.sheet(sheetId);
  for (let row = box.row; row < box.row + box.rowCount; row++) {
    let height = 0;
    for (let column = box.column; column < box.column + box.columnCount; column++) {
      if (!live.cell(sheet, row, column)) continue;
      const style = rawStyle(live, sheetId, row, column);
      const room = sheet.getColumnWidth(column) * pointsPerPixel - cellPadding;
      const text = sheet.getRange(row, column).getDisplayValue();
      const wraps = sheet.getRange(row, column).getWrap();
      const lines = text.split('\n').reduce((sum, line) => sum + (wraps ? Math.max(1, Math.ceil(lineWidth(line, style?.fs ?? 11) / room)) : 1), 0);
      height = Math.max(height, lines * (style?.fs ?? 11) * lineHeightPerPoint);
    }
    if (height > 0) sheet.setRowHeightsForced(row, 1, height / pointsPerPixel);
  }
}

function textWidth(live: LiveWorkbook, sheetId: string, row: number, column: number): number {
  const style = rawStyle(live, sheetId, row, column);
  const text = live.sheet(sheetId).getRange(row, column).getDisplayValue();
  const widest = Math.max(...text.split('\n').map((line) => lineWidth(line, style?.fs ?? 11)));
  return style?.bl ? widest * 1.07 : widest;
}

function lineWidth(line: string, fontSize: number): number {
  let width = 0;
  for (const character of line) width += fontSize * (/[A-Z0-9MWmw@%]/.test(character) ? capitalWidthPerPoint : widthPerPoint);
  return width;
}
