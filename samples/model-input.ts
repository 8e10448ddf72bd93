import type { InputTable, ModelInput } from '../engine/index.ts';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../host/workbook/snapshot.ts';

const inputTable = (sheet: SheetSnapshot, { name, box, columnNames }: TableSnapshot): InputTable => ({
  tableName: name,
  sheetName: sheet.name,
  headerRowIndex: box.row,
  firstColumnIndex: box.column,
  headers: columnNames,
  rows: Array.from({ length: box.rowCount - 1 }, (_, row) =>
    columnNames.map((_name, column) => sheet.cells.get(box.row + 1 + row)?.get(box.column + column)?.value ?? null),
  ),
});

/** What the engine learns about a workbook, straight from its cells: all tables of all sheets. */
export const modelInput = (workbook: WorkbookSnapshot): ModelInput => ({
  tables: workbook.sheets.flatMap(sheet => sheet.tables.map(table => inputTable(sheet, table))),
  dateSystem: workbook.date1904 ? 1904 : 1900,
});
