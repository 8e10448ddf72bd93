import type { CellBox } from './cell-box.ts';
import { bottomOf, rangeOf, rightOf } from './cell-box.ts';
import type { TablePlan } from './result-plan.ts';
import { sheetLayout, sheetStyle } from './sheet-layout.ts';

/** A new result sheet: last in the workbook, without gridlines, a narrow margin at the left. */
export function addResultSheet(workbook: Excel.Workbook, name: string): void {
  const sheet = workbook.worksheets.add(name);
  sheet.showGridlines = false;
  sheet.tabColor = sheetStyle.tabColor;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = sheetLayout.marginWidth;
}

/** Header in view while scrolling, unless charts stand above it; printed in landscape on one page's width. */
export function layOutSheet(workbook: Excel.Workbook, name: string, plans: readonly TablePlan[]): void {
  const sheet = workbook.worksheets.getItem(name);
  const headerRow = Math.max(...plans.map(({ box }) => box.row));
  if (plans.every(({ charts }) => charts.length === 0)) sheet.freezePanes.freezeRows(headerRow + 1);
  setPrintArea(sheet, plans);
}

/** Everything from the title to the last row of the longest table. */
export function setPrintArea(sheet: Excel.Worksheet, plans: readonly TablePlan[]): void {
  const right = Math.max(...plans.map(({ box }) => rightOf(box)));
  const bottom = Math.max(...plans.map(({ box }) => bottomOf(box)));
  const area: CellBox = { row: 0, column: 0, rowCount: bottom, columnCount: right };
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintArea(rangeOf(sheet, area));
}
