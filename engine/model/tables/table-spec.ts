/** What a cell of a column holds. `fraction` is 0.7 in the cell, shown as 70 %; `value` is any cell (Settings only). */
export type ColumnType =
  'text' | 'number' | 'integer' | 'fraction' | 'date' | 'dateTime' | 'choice' | 'currency' | 'formula' | 'value';

export interface ColumnDefault {
  readonly value: string | number;
  /** Where the value comes from: a row of the assumptions register, or the definition it follows from. */
  readonly source: string;
}

export interface ColumnReference {
  readonly tableId: string;
  readonly columnId: string;
}

/** One column of an input table, declared once: reader, validation, templates, messages and docs derive from it. */
export interface ColumnSpec {
  /** Header and identifier: letters and digits, unit as suffix where it has one; never translated. */
  readonly id: string;
  /** Readable title for the caption row. */
  readonly title: string;
  readonly unit?: string;
  readonly type: ColumnType;
  /** English, for the docs and the input prompt. */
  readonly description: string;
  /** The column must be there and filled in every row. */
  readonly isRequired: boolean;
  /** What a blank cell, or a column that is not there, stands for. Without it a blank is "not given". */
  readonly default?: ColumnDefault;
  /** Words offered as a drop-down. */
  readonly choices?: readonly string[];
  /** The choices are suggestions: other words are checked elsewhere (own providers, own node types). */
  readonly choicesAreOpen?: boolean;
  /** The value must stand in one of these key columns. */
  readonly references?: readonly ColumnReference[];
  readonly minimum?: number;
  readonly isMinimumExclusive?: boolean;
  readonly maximum?: number;
  /** Key of the translated title and description. */
  readonly textKey: string;
}

/** Columns the analyst may add: every header that starts with `prefix` is read as text. */
export interface OpenColumns {
  readonly prefix: string;
  readonly description: string;
}

/** An input table, declared as data. */
export interface TableSpec {
  /** Excel table name. */
  readonly id: string;
  /** Counts up when columns change in a way old workbooks must be migrated for. */
  readonly version: number;
  readonly title: string;
  /** What the analyst answers by filling it. */
  readonly question: string;
  readonly description: string;
  /** Sheet a template puts it on. */
  readonly sheetName: string;
  /** Columns that together tell one row from another. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly openColumns?: OpenColumns;
  readonly textKey: string;
}

type WithoutTextKey<T> = Omit<T, 'textKey'>;
export type ColumnDeclaration = WithoutTextKey<ColumnSpec>;
type TableDeclaration = Omit<TableSpec, 'textKey' | 'columns'> & { readonly columns: readonly ColumnDeclaration[] };

/** Gives a declaration its text keys: `table.FarmJobs` and `table.FarmJobs.Work`. */
export const defineTable = (declaration: TableDeclaration): TableSpec => ({
  ...declaration,
  textKey: `table.${declaration.id}`,
  columns: declaration.columns.map(column => ({ ...column, textKey: `table.${declaration.id}.${column.id}` })),
});
