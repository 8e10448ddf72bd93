import type { CellBox } from './cell-box.ts';
import { whereServed } from './where-served.ts';

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
  await context.sync();
  const protection = await readProtection(context, sheets.items);
  const sheetParts = sheets.items.map(sheet => ({
    sheet,
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
    isStructureProtected: protection.isStructureProtected,
    sheets: sheetParts.map(({ sheet, used }) => ({
      name: sheet.name,
      isProtected: protection.sheetNames.includes(sheet.name),
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

interface Protection {
  readonly isStructureProtected: boolean;
  readonly sheetNames: readonly string[];
}

function readProtection(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<Protection> {
  const structure = context.workbook.protection.load('protected');
  const parts = sheets.map(({ name, protection }) => ({ name, protection: protection.load('protected') }));
  const answer = (): Protection => ({
    isStructureProtected: structure.protected,
    sheetNames: parts.filter(({ protection }) => protection.protected).map(({ name }) => name),
  });
  return whereServed(context, answer, { isStructureProtected: false, sheetNames: [] });
}

const boxOf = (range: Excel.Range): CellBox => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rowCount: range.rowCount,
  columnCount: range.columnCount,
});
