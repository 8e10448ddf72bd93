/** Where a problem stands: a cell of an input table, or only the table when the whole of it is concerned. */
export interface IssueLocation {
  readonly sheetName: string;
  readonly tableName: string;
  /** A1 address without the sheet, e.g. `C7`; absent when the problem is the table itself. */
  readonly cellAddress?: string;
  readonly columnName?: string;
}

/**
 * A problem in what the analyst entered. The engine emits codes with values; sentences live in
 * `addin/localization`, one for each code (its parameters are the keys of `values`).
 */
export interface Issue {
  /** kebab-case and stable, e.g. `unknown-node-type`. */
  readonly code: string;
  /** `error` stops the run before anything is written, `warning` stands in the Checks table. */
  readonly severity: 'error' | 'warning';
  readonly values: Readonly<Record<string, string | number>>;
  readonly location?: IssueLocation;
}
