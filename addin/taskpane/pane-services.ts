import type { ExportOptions, ExportOutcome, ImportOptions, ImportOutcome, NameOutcome, ProblemView, RunOptions, RunOutcome } from '../automation.ts';

/**
 * All the pane knows of the world. `addin/main.ts` answers it from Office.js and the engine; the pane itself touches
 * neither. A rejected promise is shown to the reader as its message.
 */
export interface PaneServices {
  readonly engineVersion: string;
  /** The workbook had input tables when the pane was made: it is past its first screen. */
  readonly hasTables: boolean;
  /** ISO date of the built-in catalog. */
  readonly catalogDate: string;
  /** How many prices and node types the catalog with the workbook's own prices holds, when known. */
  readonly catalogSize?: { readonly nodeTypeCount: number; readonly priceCount: number };
  runModel(options: RunOptions): Promise<RunOutcome>;
  /** The input tables of the workbook as they stand now, in the order in which they should be read. */
  readTables(): Promise<TablesView>;
  /** Runs the workbook remembers, the newest first. */
  pastRuns(): readonly PastRunView[];
  /** What a later run found otherwise than an earlier one; both by their places in `pastRuns`. */
  compareRuns(earlier: number, later: number): RunComparison;
  /** How the row of a result table came about in which the selected cell stands. */
  explainSelection(): Promise<Explanation>;
  /** Computes the model and tells the run as text; the workbook stays as it is. */
  exportReport(format: ReportFormat): Promise<ExportOutcome>;
  /** Activates the sheet and selects the cell; an empty address only activates the sheet. */
  goToCell(sheetName: string, cellAddress: string): Promise<void>;
  addCloudCostName(): Promise<NameOutcome>;
  /** What `insertTemplate` can insert. */
  readonly templates: readonly TemplateView[];
  /** Adds the template's tables that the workbook does not have yet; answers the names of the tables added. */
  insertTemplate(templateId: string): Promise<readonly string[]>;
  /** Questions of the first screen. */
  readonly questions: readonly QuestionView[];
  /** Adds the tables of a question's example with their rows. */
  insertExample(questionId: string): Promise<ExampleOutcome>;
  /** What a placement may name: workloads of the workbook, and scenarios it has. */
  placementChoices(): Promise<PlacementChoices>;
  /** Adds a row to the table Placements, made when it is not there; where it stands. */
  addPlacement(placement: NewPlacement): Promise<AddedRow>;
  /** Cheapest first; a node type without a known price comes last. At most `query.limit` rows. */
  searchNodeTypes(query: NodeTypeQuery): Promise<NodeTypeSearch>;
  /** Adds to the workbook's own prices what is wanted of a price list. */
  importPrices(file: File, options: ImportOptions): Promise<ImportOutcome>;
  /** The worksheet functions, in the order in which they should be read. */
  readonly functions: readonly FunctionView[];
  /** Calls back after cells or sheets changed, except by the add-in's own run; returns the way to stop. */
  onWorkbookChanged(listener: () => void): () => void;
  readonly theme: PaneThemeSource;
  /** Language of the texts, as BCP 47 tag. */
  readonly language: string;
}

export type ReportFormat = ExportOptions['format'];

export interface PastRunView {
  /** ISO instant. */
  readonly at: string;
  /** The first of its figures, with what it is; empty when it had none. */
  readonly figure: string;
  readonly engine: string;
  readonly catalogDate: string;
  readonly randomSeed: number;
  readonly inputHash: string;
}

export interface RunComparison {
  /** Titles of input tables, the catalog, the engine: what the later run read or computed with otherwise. */
  readonly changed: readonly string[];
  /** Figures of either, as a person reads them; an empty text where one run has no such figure. */
  readonly figures: readonly { readonly label: string; readonly before: string; readonly after: string; readonly difference: string }[];
  /** Answers of result tables that differ. */
  readonly answers: readonly { readonly title: string; readonly before: string; readonly after: string }[];
}

/** A charge of the ledger, or several alike added up, as a person reads it. */
export interface ExplainedCharge {
  readonly what: string;
  /** Quantity times unit price; empty where no quantity multiplies to the cost. */
  readonly formula: string;
  /** The commitment that covers it; empty: none. */
  readonly commitment: string;
  /** Where its price is from, and as of which day; empty: not from a price list. */
  readonly source: string;
  readonly effective: string;
  readonly billed: string;
}

export interface InputLink {
  readonly label: string;
  readonly sheetName: string;
  readonly cellAddress: string;
}

export type Explanation =
  | {
      readonly kind: 'charges';
      /** What the row names: scenario, workload, month. */
      readonly about: string;
      readonly charges: readonly ExplainedCharge[];
      /** What of the charges is not shown one by one; empty: nothing. */
      readonly rest: string;
      readonly effective: string;
      readonly billed: string;
      /** Rows of input tables it stands on. */
      readonly links: readonly InputLink[];
    }
  | { readonly kind: 'none'; readonly message: string };

export interface TablesView {
  readonly tables: readonly TableView[];
  /** The last run was cut off while it wrote its results. */
  readonly isIncomplete: boolean;
  /** Titles of what changed since the results were written: input tables, or the catalog. Empty: they are up to date, or there are none. */
  readonly changedSinceRun: readonly string[];
}

export type TableState =
  | 'ok'
  | 'problems'
  /** Needed by other tables of this workbook, but not there. */
  | 'missing';

export interface TableView {
  readonly tableName: string;
  /** Readable name, e.g. `Farm jobs`. */
  readonly title: string;
  /** Empty when the table is missing. */
  readonly sheetName: string;
  readonly rowCount: number;
  readonly state: TableState;
  readonly problems: readonly ProblemView[];
}

export interface TemplateView {
  readonly id: string;
  readonly title: string;
  /** What question it answers and which tables it adds. */
  readonly description: string;
}

/** A question an analyst comes with: an example that answers it, and the template to answer it for one's own figures. */
export interface QuestionView {
  readonly id: string;
  readonly question: string;
  readonly description: string;
  readonly templateId: string;
}

/** `inTheWay`: tables of the example that the workbook has already; then nothing was added. */
export interface ExampleOutcome {
  readonly added: readonly string[];
  readonly inTheWay: readonly string[];
}

export interface NodeTypeQuery {
  /** Words that must all stand in the node type's name, family or GPU model; empty finds everything. */
  readonly text: string;
  readonly provider?: string;
  readonly region?: string;
  /** On-demand when absent. */
  readonly purchase?: string;
  readonly minVcpu?: number;
  readonly minMemoryGib?: number;
  readonly minGpus?: number;
  /** Per hour; node types without a price are left out then. */
  readonly maxPrice?: number;
  readonly limit: number;
}

export interface NodeTypeSearch {
  readonly rows: readonly NodeTypeRow[];
  /** How many match before `limit`. */
  readonly matchCount: number;
  /** What the filters offer: all providers, and the regions of the provider chosen. */
  readonly providers: readonly string[];
  readonly regions: readonly string[];
  readonly purchases: readonly string[];
}

export interface NodeTypeRow {
  readonly provider: string;
  readonly region: string;
  readonly nodeType: string;
  /** E.g. `4 vCPU · 16 GiB`, with the GPUs where it has any. */
  readonly size: string;
  /** Null: not known. */
  readonly vcpuCount: number | null;
  readonly memoryGib: number | null;
  readonly gpuCount: number;
  readonly gpuModel: string | null;
  /** As tables of the workbook name it. */
  readonly purchase: string;
  /** Null when no price is known: never shown as zero. */
  readonly pricePerHour: number | null;
  readonly currency: string;
  /** E.g. `on-demand · linux · shared`. */
  readonly basis: string;
  readonly source: string;
  /** ISO date. */
  readonly asOf: string;
}

export interface PlacementChoices {
  readonly workloads: readonly string[];
  readonly scenarios: readonly string[];
}

export interface NewPlacement {
  readonly workloadId: string;
  /** Empty: the scenario a placement has when none is stated. */
  readonly scenarioId: string;
  readonly provider: string;
  readonly region: string;
  readonly nodeType: string;
  readonly purchase: string;
}

export interface AddedRow {
  readonly name: string;
  readonly sheetName: string;
}

export interface FunctionView {
  /** With namespace: `CLOUD.COST`. */
  readonly name: string;
  /** E.g. `provider, region, nodeType, hours, [count]`. */
  readonly argumentText: string;
  readonly description: string;
  /** A formula to try, e.g. `=CLOUD.COST("aws","us-east-1","m7i.xlarge",730)`. */
  readonly example: string;
}

/** The Office theme, where the host tells one; null leaves it to the system's own setting. */
export interface PaneThemeSource {
  current(): OfficeThemeColors | null;
  onChanged(listener: () => void): () => void;
}

/** Office.context.officeTheme: `#RRGGBB`. */
export interface OfficeThemeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly isDarkTheme?: boolean;
}

export const paneViewNames = ['start', 'model', 'run', 'prices', 'help'] as const;
export type PaneViewName = (typeof paneViewNames)[number];

/** What the ribbon can ask of the pane once it is mounted. */
export interface PaneHandle {
  showView(view: PaneViewName): void;
  /** Opens the Run view and starts a run, as its button does. */
  startRun(): void;
}
