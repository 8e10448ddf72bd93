/** A part of an Excel table's body, by row and column of the body. */
export const bodyPart = (
  table: Excel.Table,
  row: number,
  column: number,
  rowCount: number,
  columnCount: number,
): Excel.Range => table.getDataBodyRange().getCell(row, column).getResizedRange(rowCount - 1, columnCount - 1);

/** Lets the table cover its header, `rowCount` rows and `columnCount` columns, in place. */
export function resizeTable(table: Excel.Table, rowCount: number, columnCount: number): void {
  table.resize(table.getHeaderRowRange().getCell(0, 0).getResizedRange(rowCount, columnCount - 1));
}
