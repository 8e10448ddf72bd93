import type { TablePlan } from './result-plan.ts';
import { sheetLayout, sheetStyle } from './sheet-layout.ts';

/** A new result sheet: last in the workbook, without gridlines, a narrow margin at the left. */
export function addResultSheet(workbook: Excel.Workbook, name: string): void {
  const sheet = workbook.worksheets.add(name);
  sheet.showGridlines = false;
  sheet.tabColor = sheetStyle.tabColor;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = sheetLayout.marginWidth;
}

/**
 * Header in view while scrolling, unless charts stand above it; printed in landscape, one page wide, the header on
 * every page. No print area: without one Excel prints what there is, also after the table has grown.
 */
export function layOutSheet(workbook: Excel.Workbook, name: string, plans: readonly TablePlan[]): void {
  const sheet = workbook.worksheets.getItem(name);
  const headerRow = Math.max(...plans.map(({ box }) => box.row));
  if (plans.every(({ charts }) => charts.length === 0)) sheet.freezePanes.freezeRows(headerRow + 1);
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(headerRow, 0, 1, 1).getEntireRow());
}
