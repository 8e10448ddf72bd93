import type { CellBox } from '../../host/workbook/snapshot.ts';

/** Where the body of an input table stands: what formulas and drop-downs refer to. */
export interface TablePlace {
  readonly tableId: string;
  readonly sheetName: string;
  readonly columns: readonly string[];
  /** First cell of each row. */
  readonly keys: readonly string[];
  /** Without the header. */
  readonly body: CellBox;
}

const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const quoted = (sheetName: string): string => (/^\w+$/.test(sheetName) ? sheetName : `'${sheetName.replaceAll("'", "''")}'`);

/** `'Farm jobs'!$D$8`. */
export const cellReference = (sheetName: string, row: number, column: number): string =>
  `${quoted(sheetName)}!$${columnLetters(column)}$${row + 1}`;

const columnOf = ({ tableId, columns, body }: TablePlace, header: string): number => {
  const index = columns.indexOf(header);
  if (index < 0) throw new Error(`the sample's ${tableId} has no column ${header}`);
  return body.column + index;
};

/** `'Farm jobs'!$B$8:$B$12`: all cells of a column. */
export const columnReference = (place: TablePlace, header: string): string => {
  const column = columnOf(place, header);
  const last = `$${columnLetters(column)}$${place.body.row + place.body.rowCount}`;
  return `${cellReference(place.sheetName, place.body.row, column)}:${last}`;
};

/** Replaces `{Table.Key.Column}` by the cell it means. */
export const withCellReferences = (formula: string, places: readonly TablePlace[]): string =>
  formula.replace(/\{(\w+)\.([^.{}]+)\.(\w+)\}/g, (words, tableId: string, key: string, header: string) => {
    const place = places.find(each => each.tableId === tableId);
    const row = place?.keys.indexOf(key) ?? -1;
    if (!place || row < 0) throw new Error(`no table row for ${words}`);
    return cellReference(place.sheetName, place.body.row + row, columnOf(place, header));
  });
