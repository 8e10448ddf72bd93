/** A cell of an input table: dates are ISO text (`2011-03-01`, `2011-03-01 08:00`) in columns that hold dates. */
export type SourceCell = string | number | null;

/** One input table of a sample. Columns left out take the defaults the engine states for them. */
export interface SampleTable {
  /** Id of the engine's table declaration. */
  readonly tableId: string;
  /** Remark above the table: what the reader should know of these figures. */
  readonly note?: string;
  /** Header ids in the order shown; free tag columns (`Tag...`) may follow. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SourceCell[])[];
  /** Excel number formats that read better than the column's own, by header. */
  readonly numberFormats?: Readonly<Record<string, string>>;
}

/** Tables of one input sheet, side by side: each can grow downwards. */
export interface SampleSheet {
  readonly name: string;
  readonly tables: readonly SampleTable[];
}

/** A figure the sample stands on, and where it comes from. */
export interface SampleFigure {
  readonly figure: string;
  readonly source: string;
}

/** Which result to look at, and what it says. */
export interface ResultGuide {
  readonly sheet: string;
  readonly meaning: string;
}

/**
 * One worksheet formula on the Read me sheet. `{Table.Key.Column}` stands for the cell of that table row (found by its
 * first column), `{@id}` for the value of another live formula: a changed input counts at once.
 */
export interface LiveFormula {
  readonly id?: string;
  readonly question: string;
  readonly formula: string;
  readonly unit: string;
  readonly numberFormat: string;
}

/** A formula that spills a table, on a sheet of its own. */
export interface SpillingFormula {
  readonly sheetName: string;
  readonly question: string;
  readonly formula: string;
  readonly note: string;
  /** Columns of the spilled rows, from left to right. */
  readonly columns: readonly { readonly widthCharacters: number; readonly numberFormat?: string }[];
}

/** A sample workbook as data: one real question, its inputs, and how to read the answer. */
export interface Sample {
  /** File name without `.xlsx`. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** What stands behind the question, a paragraph each. */
  readonly background: readonly string[];
  readonly figures: readonly SampleFigure[];
  readonly results: readonly ResultGuide[];
  readonly liveFormulas: readonly LiveFormula[];
  readonly spillingFormula?: SpillingFormula;
  readonly sheets: readonly SampleSheet[];
}
