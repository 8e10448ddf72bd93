import { SetWorksheetColWidthMutation, type ISetWorksheetColWidthMutationParams } from '@univerjs/sheets';
import type { LiveWorkbook } from '../live-workbook.ts';

/**
 * Sets the width of columns, in pixels. As in Excel the rows keep their heights; Univer's command measures all text that
 * wraps in them anew, which takes most of the time it takes to write a sheet.
 */
export function setColumnWidths(
  live: LiveWorkbook, sheetId: string, columns: { readonly first: number; readonly count: number }, pixels: number,
): void {
  const rowCount = live.sheet(sheetId).getMaxRows();
  const range = { startRow: 0, endRow: rowCount - 1, startColumn: columns.first, endColumn: columns.first + columns.count - 1 };
  const params: ISetWorksheetColWidthMutationParams = { unitId: live.unitId, subUnitId: sheetId, ranges: [range], colWidth: pixels };
  live.parts.api.syncExecuteCommand(SetWorksheetColWidthMutation.id, params);
}
