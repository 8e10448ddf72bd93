/**
 * The add-in's door for whoever drives it without hands: `window.cloudCost` in the shared runtime. The command line and
 * the tests use it; a person uses the pane and the ribbon, which call the same functions.
 */
export interface CloudCostAutomation {
  /** Resolves when functions are registered and the workbook's own prices are read. */
  readonly ready: Promise<void>;
  runModel(options?: RunOptions): Promise<RunOutcome>;
  /** Adds to the table PriceSheet what is wanted of a price list. */
  importPrices(source: PriceListSource, options?: ImportOptions): Promise<ImportOutcome>;
  /** Addresses at the Azure Retail Prices API, relative to the service, that answer the selection. */
  azurePriceAddresses(selection?: ImportSelection): Promise<readonly string[]>;
  /** Computes the model and tells the run as text; the workbook stays as it is. */
  exportReport(options: ExportOptions): Promise<ExportOutcome>;
  /** Runs a job log through one machine; the workbook has no part in it. */
  simulateLog(source: JobLogSource, options: SimulationOptions): Promise<SimulationOutcome>;
  /** Adds the workbook name CLOUDCOST so that `=CLOUDCOST(...)` works. */
  addCloudCostName(): Promise<NameOutcome>;
}

export interface RunOptions {
  onProgress?(progress: ProgressView): void;
  readonly signal?: AbortSignal;
}

/** `fraction` from 0 to 1 of the whole run including writing; `text` is a sentence for the reader. */
export interface ProgressView {
  readonly stage: string;
  readonly fraction: number;
  readonly text: string;
}

/** A problem as a person reads it. */
export interface ProblemView {
  readonly severity: 'error' | 'warning';
  readonly sheetName: string;
  readonly cellAddress: string;
  readonly tableName: string;
  readonly code: string;
  readonly message: string;
}

export interface FigureView {
  readonly label: string;
  /** Formatted for reading. */
  readonly text: string;
  readonly value: number | null;
}

/** A result table as it now stands in the workbook, with its answer in a sentence. */
export interface WrittenTable {
  readonly tableName: string;
  readonly sheetName: string;
  readonly rowCount: number;
  readonly answer: string;
}

export type RunOutcome =
  | {
      readonly status: 'done';
      readonly summary: readonly FigureView[];
      readonly tables: readonly WrittenTable[];
      readonly warnings: readonly ProblemView[];
    }
  | { readonly status: 'invalid'; readonly problems: readonly ProblemView[] }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

export interface ExportOptions extends RunOptions {
  /** A page that stands alone, a summary, or a table: the ledger in FOCUS columns when none is named. */
  readonly format: 'html' | 'markdown' | 'csv';
  /** What the run is called: the workbook's name. */
  readonly title: string;
  /** Result table of a CSV, such as OutSummary. */
  readonly tableId?: string;
  /** Of a CSV: the ledger by the hour, handed over piece by piece; the outcome's text is then empty. */
  onPiece?(text: string): void;
}

export type ExportOutcome =
  | { readonly status: 'done'; readonly text: string; readonly warnings: readonly ProblemView[] }
  | { readonly status: 'invalid'; readonly problems: readonly ProblemView[] }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

/** A price list, wherever its bytes come from. */
export interface PriceListSource {
  /** File or service, as the prices' source names it. */
  readonly name: string;
  /** Null when it is not known beforehand. */
  readonly byteCount: number | null;
  /** ISO date on which the list was saved or asked for. */
  readonly readOn: string;
  /** The bytes in order; read once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Names in any letter case; an empty list lets every name pass. All empty: only what the workbook uses. */
export interface ImportSelection {
  readonly regions: readonly string[];
  readonly nodeTypes: readonly string[];
  readonly operatingSystems: readonly string[];
}

export interface ImportOptions extends RunOptions {
  readonly selection?: ImportSelection;
}

/** What was read of a price list, what was skipped and why, and what became of it in the workbook. */
export interface ImportReportView {
  /** E.g. `AWS EC2 offer file`; empty when the file is no price list. */
  readonly listTitle: string;
  /** The list's own name, version and date. */
  readonly listDetail: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  /** `firstRow`: line of a CSV file, item of a JSON list. */
  readonly skipped: readonly { readonly text: string; readonly count: number; readonly firstRow: number }[];
  /** Wanted node types that the list prices only in part. */
  readonly unpriced: readonly string[];
  /** Rows of PriceSheet; `kept`: prices left out because the analyst states another. */
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  /** Sheet of the table PriceSheet; empty when nothing was written. */
  readonly sheetName: string;
}

export type ImportOutcome =
  | { readonly status: 'done'; readonly report: ImportReportView; readonly warnings: readonly ProblemView[] }
  /** Nothing was written. */
  | { readonly status: 'invalid'; readonly problems: readonly ProblemView[]; readonly report: ImportReportView | null }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

/** A job log in the Standard Workload Format, wherever its bytes come from. */
export interface JobLogSource {
  /** Null when it is not known beforehand. */
  readonly byteCount: number | null;
  /** The bytes in order; read once. */
  chunks(): AsyncIterable<Uint8Array>;
}

export interface SimulationOptions extends RunOptions {
  readonly policy: 'fcfs' | 'easy' | 'conservative' | 'sjf' | 'fair-share';
  /** What the log says of its machine when absent. */
  readonly nodes?: number | null;
  /** Who shares the machine under fair share; `group` when absent. */
  readonly department?: 'user' | 'group' | 'queue' | 'partition';
  /** Whether to answer each job's start. */
  readonly withJobs?: boolean;
}

/** Jobs as columns, in order of submission; `start` is NaN for a job that never started, `state` indexes `stateNames`. */
export interface JobScheduleView {
  readonly number: Int32Array;
  readonly submit: Float64Array;
  readonly start: Float64Array;
  readonly runSeconds: Int32Array;
  readonly estimateSeconds: Int32Array;
  readonly processors: Int32Array;
  readonly state: Uint8Array;
  readonly stateNames: readonly string[];
}

export type SimulationOutcome =
  | {
      readonly status: 'done';
      readonly nodes: number;
      readonly counts: readonly FigureView[];
      /** Empty when no job ended. */
      readonly metrics: readonly FigureView[];
      readonly jobs: JobScheduleView | null;
      readonly warnings: readonly ProblemView[];
    }
  | { readonly status: 'invalid'; readonly problems: readonly ProblemView[] }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

export type NameOutcome = { readonly status: 'added' | 'present' } | { readonly status: 'unsupported'; readonly message: string };

declare global {
  interface Window {
    cloudCost?: CloudCostAutomation;
  }
}
