import type { TablePlan } from './result-plan.ts';
import { columnWidth } from './column-caption.ts';
import { sheetLayout, sheetStyle } from './sheet-layout.ts';

/** A new result sheet: last in the workbook, without gridlines, a narrow margin at the left. */
export function addResultSheet(workbook: Excel.Workbook, name: string): void {
  const sheet = workbook.worksheets.add(name);
  sheet.showGridlines = false;
  sheet.tabColor = sheetStyle.tabColor;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = sheetLayout.marginWidth;
}

/**
 * Pages beside each other on which the tables of a sheet can still be read: their first column is repeated on each. One
 * where charts stand above the tables, as a piece of a chart would be repeated too.
 */
function pagesWide(plans: readonly TablePlan[]): number {
  if (plans.some(({ charts }) => charts.length > 0)) return 1;
  const widths = plans.flatMap(({ table }) => table.columns.map((column, index) => columnWidth(column, index, table)));
  return Math.ceil(widths.reduce((sum, width) => sum + width, 0) / sheetLayout.printedWidth);
}

/**
 * Header in view while scrolling, unless charts stand above it; printed in landscape, wide tables on several pages beside
 * each other, the header on every page and the first column of the table too. No print area: without one Excel prints what
 * there is, also after the table has grown.
 */
export function layOutSheet(workbook: Excel.Workbook, name: string, plans: readonly TablePlan[]): void {
  const sheet = workbook.worksheets.getItem(name);
  const headerRow = Math.max(...plans.map(({ box }) => box.row));
  if (plans.every(({ charts }) => charts.length === 0)) sheet.freezePanes.freezeRows(headerRow + 1);
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  const pages = pagesWide(plans);
  pageLayout.zoom = { horizontalFitToPages: pages, verticalFitToPages: 0 };
  pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(headerRow, 0, 1, 1).getEntireRow());
  if (pages > 1) pageLayout.setPrintTitleColumns(sheet.getRangeByIndexes(0, 0, 1, sheetLayout.firstColumn + 1).getEntireColumn());
}
