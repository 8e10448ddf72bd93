import { say, titled, type Sentence } from './sentence.ts';
import type { ReportCell, ReportColumn, ComposedSeries, ComposedTable } from './report.ts';

/** A column of a result table, declared as data. */
export interface ResultColumn<Id extends string = string> extends ReportColumn {
  readonly id: Id;
  /** English, for the docs: what the figure is, and whether it may be added up. */
  readonly description: string;
}

/** A result table, declared as data; its rows are filled by the builder of the same file. */
export interface ResultTableSpec<Id extends string = string> {
  readonly id: string;
  /** Counts up when columns change so that formulas on an older table must be looked at. */
  readonly version: number;
  readonly sheetName: string;
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly columns: readonly ResultColumn<Id>[];
}

export type ResultRow<Id extends string> = Readonly<Record<Id, ReportCell>>;

/** Keeps the column ids as a type, so that a builder that forgets a column does not compile. */
export const defineResultTable = <const Id extends string>(spec: ResultTableSpec<Id>): ResultTableSpec<Id> => spec;

export interface TableFilling<Id extends string> {
  readonly rows: readonly ResultRow<Id>[];
  readonly answer: Sentence;
  readonly currency?: string;
}

/** The plain table; null without a row, because an empty result table answers nothing. */
export const fillTable = <Id extends string>(
  { id, sheetName, title, question, columns }: ResultTableSpec<Id>,
  { rows, answer, currency }: TableFilling<Id>,
): ComposedTable | null =>
  rows.length === 0
    ? null
    : {
        id,
        sheetName,
        title,
        question,
        answer,
        columns: columns.map(column => ({
          id: column.id,
          title: column.title,
          ...(column.unit === undefined ? {} : { unit: column.unit }),
          format: column.format,
        })),
        rows: rows.map(row => columns.map(column => row[column.id])),
        ...(currency === undefined ? {} : { currency }),
      };

/** Room below the first visible series of a stack; its name is blank, so that the legend shows nothing. */
export const spacerSeries = (valueColumn: string, rowCount: number): ComposedSeries =>
  ({ name: say` `, valueColumn, firstRow: 0, rowCount, isSpacer: true });

/** A chart series for each of some columns, named by its title, over the first rows of the table. */
export const columnSeries = <Id extends string>(
  { columns }: ResultTableSpec<Id>,
  valueColumns: readonly NoInfer<Id>[],
  rowCount: number,
): ComposedSeries[] =>
  valueColumns.map(valueColumn => {
    const name = titled(columns.find(({ id }) => id === valueColumn)?.title ?? valueColumn);
    return { name, valueColumn, firstRow: 0, rowCount };
  });
