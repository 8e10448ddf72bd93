import type { InputCell, InputTable, ModelInput } from '../model/model-input.ts';

/** Rows of a table as records; a column missing in a row is a blank cell. */
export type Rows = readonly Readonly<Record<string, InputCell>>[];

/** Serial date of the 1900 system, for dates after February 1900: days since 1899-12-30. */
export const serial = (iso: string): number =>
  Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`) / 86_400_000 + 25_569;

const table = (tableName: string, rows: Rows, place: number): InputTable => {
  const headers = [...new Set(rows.flatMap(row => Object.keys(row)))];
  return {
    tableName,
    sheetName: `${tableName} sheet`,
    headerRowIndex: 4,
    firstColumnIndex: place % 3,
    headers,
    rows: rows.map(row => headers.map(header => row[header] ?? null)),
  };
};

/** A workbook of input tables; headers stand in row 5 of each sheet, bodies from row 6. */
export const workbook = (
  tables: Readonly<Record<string, Rows>>,
  dateSystem: ModelInput['dateSystem'] = 1900,
): ModelInput => ({
  tables: Object.entries(tables).map(([name, rows], place) => table(name, rows, place)),
  dateSystem,
});
