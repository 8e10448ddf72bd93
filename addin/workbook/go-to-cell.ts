import { inWorkbook } from './in-workbook.ts';

/** Shows the sheet and selects the cell; with an empty address only shows the sheet. */
export const goToCell = (sheetName: string, cellAddress: string): Promise<void> =>
  inWorkbook(async context => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.activate();
    if (cellAddress !== '') sheet.getRange(cellAddress).select();
    await context.sync();
  });
