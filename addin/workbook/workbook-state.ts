import type { CellBox } from './cell-box.ts';

/** What a run must know of the workbook before it writes: enough to decide everything without asking again. */
export interface WorkbookState {
  readonly sheets: readonly SheetState[];
  readonly tables: readonly TableState[];
  /** Sheets can be neither added nor renamed. */
  readonly isStructureProtected: boolean;
}

export interface SheetState {
  readonly name: string;
  readonly isProtected: boolean;
  /** Null for an empty sheet. */
  readonly usedBox: CellBox | null;
}

export interface TableState {
  readonly name: string;
  readonly sheetName: string;
  /** Header and body, without a totals row. */
  readonly box: CellBox;
  readonly headers: readonly string[];
  readonly hasTotals: boolean;
}

/** Reads the state of every sheet, and of every table with its headers. */
export async function readWorkbookState(context: Excel.RequestContext): Promise<WorkbookState> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load('items/name');
  const tables = workbook.tables.load('items/name,items/showTotals,items/worksheet/name');
  workbook.protection.load('protected');
  await context.sync();
  const sheetParts = sheets.items.map(sheet => ({
    sheet,
    protection: sheet.protection.load('protected'),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  const tableParts = tables.items.map(table => ({
    table,
    // Not the header row itself: an analyst may have hidden it.
    columns: table.columns.load('items/name'),
    body: table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  await context.sync();
  return {
    isStructureProtected: workbook.protection.protected,
    sheets: sheetParts.map(({ sheet, protection, used }) => ({
      name: sheet.name,
      isProtected: protection.protected,
      usedBox: used.isNullObject ? null : boxOf(used),
    })),
    tables: tableParts.map(({ table, columns, body }) => ({
      name: table.name,
      sheetName: table.worksheet.name,
      box: { ...boxOf(body), row: body.rowIndex - 1, rowCount: body.rowCount + 1 },
      headers: columns.items.map(({ name }) => name),
      hasTotals: table.showTotals,
    })),
  };
}

const boxOf = (range: Excel.Range): CellBox => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rowCount: range.rowCount,
  columnCount: range.columnCount,
});
