/** One cell as Excel holds it. Dates are serial numbers, an empty cell is null, an Excel error is its text (`#N/A`). */
export type InputCell = string | number | boolean | null;

/** One Excel table as read, header and body apart. Rows and columns are zero-based on the sheet. */
export interface InputTable {
  readonly tableName: string;
  readonly sheetName: string;
  readonly headerRowIndex: number;
  readonly firstColumnIndex: number;
  readonly headers: readonly string[];
  /** [row][column], as wide as `headers`. */
  readonly rows: readonly (readonly InputCell[])[];
}

/** All the engine learns about a workbook. */
export interface ModelInput {
  readonly tables: readonly InputTable[];
  /** First day of the workbook's serial dates. */
  readonly dateSystem: 1900 | 1904;
}
