import type { Issue } from '../issue/issue.ts';
import type { Sentence } from './sentence.ts';

export type ReportCell = string | number | boolean | null;

/** How a column's numbers are shown; the add-in turns it into an Excel number format for the workbook's locale. */
export type ColumnFormat =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'hours'
  | 'percent'
  /** Share from 0 to 1 whose cell is the darker the more it is: many columns side by side. */
  | 'heat'
  | 'date'
  | 'dateTime'
  /** Amount of money in the column's or row's currency, at the currency's minor unit. */
  | 'money'
  /** Price per unit: up to six decimals. */
  | 'unitPrice';

export interface ReportColumn {
  /** Header and identifier: letters and digits, a FOCUS 1.2 column id where one exists, own columns `x_` and last. */
  readonly id: string;
  /** Readable title and unit for the caption row above the table. */
  readonly title: string;
  readonly unit?: string;
  readonly format: ColumnFormat;
}

/**
 * A result table. `Text` is what its words are: composed by the engine (`Sentence`), or written in a language. Dates are ISO
 * text (`2026-01-01`, `2026-01-01T00:00:00Z`); the writer makes Excel dates of them.
 */
export interface ReportTable<Text = string> {
  /** Excel table name, prefixed `Out`, e.g. `OutFrontier`. */
  readonly id: string;
  readonly sheetName: string;
  readonly title: string;
  /** The question the table answers, and the answer in a sentence: shown above it. */
  readonly question: string;
  readonly answer: Text;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** ISO code of the `money` columns when it is one for all rows. */
  readonly currency?: string;
}

export type ChartKind = 'line' | 'columnClustered' | 'columnStacked' | 'barStacked' | 'areaStacked' | 'scatterLines';

/** A series over some rows of the table: its values, and the cells of `categoryColumn` in the same rows. */
export interface ReportSeries<Text = string> {
  readonly name: Text;
  readonly valueColumn: string;
  /** Zero-based in the table's body. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** Takes its room in a stack and is not drawn, so that the next one starts where it ends: waterfalls, timelines. */
  readonly isSpacer?: boolean;
}

/** A native chart bound to columns of one result table, which stands on the same sheet. */
export interface ReportChart<Text = string> {
  /** Stable name of the chart object, so that a re-run finds it again. */
  readonly id: string;
  readonly tableId: string;
  readonly kind: ChartKind;
  readonly title: Text;
  readonly categoryColumn: string;
  readonly valueColumns: readonly string[];
  /** In place of whole `valueColumns`, when the table holds several blocks of rows. */
  readonly series?: readonly ReportSeries<Text>[];
  readonly categoryAxisTitle: Text;
  readonly valueAxisTitle: Text;
}

/** One of the few numbers that matter. */
export interface SummaryFigure<Text = string> {
  readonly label: Text;
  readonly value: number | null;
  readonly format: ColumnFormat;
  readonly currency?: string;
  readonly unit?: string;
}

/** What a run answers: plain data, host-free, deterministic for the same input, catalog and seed. */
export interface Report<Text = string> {
  readonly engineVersion: string;
  readonly catalogDate: string;
  readonly randomSeed: number;
  /** Hash of the input tables: tells whether a result is out of date. */
  readonly inputHash: string;
  /** The same of each input table that was read, by its name: tells which one made a result out of date. */
  readonly tableHashes: Readonly<Record<string, string>>;
  /** The same in short, with the date of the catalog: results carry it, so that they can say themselves that they are out of date. */
  readonly runState: string;
  readonly summary: readonly SummaryFigure<Text>[];
  readonly tables: readonly ReportTable<Text>[];
  readonly charts: readonly ReportChart<Text>[];
  readonly warnings: readonly Issue[];
}

/** As the engine composes them: what they say can still be said in any language. */
export type ComposedTable = ReportTable<Sentence>;
export type ComposedChart = ReportChart<Sentence>;
export type ComposedSeries = ReportSeries<Sentence>;
export type ComposedFigure = SummaryFigure<Sentence>;
export type ComposedReport = Report<Sentence>;
