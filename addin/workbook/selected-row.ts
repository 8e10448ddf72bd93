import { inWorkbook } from './in-workbook.ts';

/** The row of a table in which the selected cell stands. */
export interface SelectedRow {
  readonly tableName: string;
  readonly headers: readonly string[];
  readonly cells: readonly unknown[];
}

/** Null when no row of a table is selected. */
export const selectedRow = (): Promise<SelectedRow | null> =>
  inWorkbook(async context => {
    const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex');
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const tables = sheet.tables.load('items/name');
    await context.sync();
    const found = tables.items.map(table => ({
      table,
      body: table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount'),
      columns: table.columns.load('items/name'),
    }));
    await context.sync();
    const hit = found.find(({ body }) => {
      const [row, column] = [cell.rowIndex - body.rowIndex, cell.columnIndex - body.columnIndex];
      return row >= 0 && row < body.rowCount && column >= 0 && column < body.columnCount;
    });
    if (!hit) return null;
    const { table, body, columns } = hit;
    const row = body.getCell(cell.rowIndex - body.rowIndex, 0).getResizedRange(0, body.columnCount - 1).load('values');
    await context.sync();
    return { tableName: table.name, headers: columns.items.map(({ name }) => name), cells: row.values[0] as unknown[] };
  });
