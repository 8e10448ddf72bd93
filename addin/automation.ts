/**
 * The add-in's door for whoever drives it without hands: `window.cloudCost` in the shared runtime. The command line and
 * the tests use it; a person uses the pane and the ribbon, which call the same functions.
 */
export interface CloudCostAutomation {
  /** Resolves when functions are registered and the workbook's own prices are read. */
  readonly ready: Promise<void>;
  runModel(options?: RunOptions): Promise<RunOutcome>;
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

export type NameOutcome = { readonly status: 'added' | 'present' } | { readonly status: 'unsupported'; readonly message: string };

declare global {
  interface Window {
    cloudCost?: CloudCostAutomation;
  }
}
