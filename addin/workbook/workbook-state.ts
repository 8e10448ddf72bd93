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

/** Reads the state of every sheet, and of every table with its header. */
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
    header: table.getHeaderRowRange().load('values,rowIndex,columnIndex,columnCount'),
    body: table.getDataBodyRange().load('rowCount'),
  }));
  await context.sync();
  return {
    isStructureProtected: workbook.protection.protected,
    sheets: sheetParts.map(({ sheet, protection, used }) => ({
      name: sheet.name,
      isProtected: protection.protected,
      usedBox: used.isNullObject ? null : boxOf(used, used.rowCount),
    })),
    tables: tableParts.map(({ table, header, body }) => ({
      name: table.name,
      sheetName: table.worksheet.name,
      box: boxOf(header, body.rowCount + 1),
      headers: (header.values[0] ?? []).map(String),
      hasTotals: table.showTotals,
    })),
  };
}

const boxOf = (range: Excel.Range, rowCount: number): CellBox => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rowCount,
  columnCount: range.columnCount,
});
