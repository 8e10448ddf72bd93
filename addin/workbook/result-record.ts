import { engineVersion, wordsOf, type ComposedFigure, type ComposedReport, type Report, type Sentence } from '../../engine/index.ts';
import { displayLanguage } from '../localization/translate.ts';
import { drawnSeries } from './chart-series.ts';

/** A run as it is remembered. */
export interface PastRun {
  /** ISO instant at which its results were written. */
  readonly at: string;
  readonly engine: string;
  readonly catalogDate: string;
  readonly randomSeed: number;
  readonly inputHash: string;
  /** Hash of each input table. */
  readonly inputs: Readonly<Record<string, string>>;
  /** In no language: runs made in several can be compared. */
  readonly figures: readonly ComposedFigure[];
  /** What each result table answered, by its English title. */
  readonly answers: Readonly<Record<string, Sentence>>;
}

/** The one document setting of the add-in: what a later run must know that the tables themselves do not tell. */
export interface ResultRecord {
  readonly schema: 1;
  readonly engine: string;
  readonly language: string;
  /** Headers that the last run wrote, by result table: any other column is the analyst's. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Series of every chart ever drawn, by chart: a chart that is gone was deleted by the analyst. */
  readonly charts: Readonly<Record<string, readonly string[]>>;
  /** Hash of each input table as the last run read it; none before the first, or when an older version wrote the record. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Catalog the last run took its prices from. */
  readonly catalogDate: string;
  /** Results are being written; still so where Excel or the pane was closed in the middle of it. */
  readonly isIncomplete: boolean;
  /** The last runs, the newest first. */
  readonly runs: readonly PastRun[];
}

/** Runs remembered: the setting stays far below what a document setting may hold. */
const mostRuns = 12;

const settingName = 'CloudCost';

const emptyRecord: ResultRecord = {
  schema: 1,
  engine: engineVersion,
  language: 'en-US',
  columns: {},
  charts: {},
  inputs: {},
  catalogDate: '',
  isIncomplete: false,
  runs: [],
};

/** A workbook of a later version, whose record this one cannot read. */
export class NewerRecord extends Error {}

/** The record in the open document, or an empty one. Throws `NewerRecord` rather than losing what it cannot read. */
export function readRecord(): ResultRecord {
  const stored = storedRecord();
  if (typeof stored !== 'object' || stored === null) return emptyRecord;
  const { schema } = stored as Partial<ResultRecord>;
  if (schema !== emptyRecord.schema) throw new NewerRecord(String(schema));
  return { ...emptyRecord, ...(stored as Partial<ResultRecord>) };
}

/** What is stored in the open document, to be put back by `restoreRecord`. */
export const storedRecord = (): unknown => Office.context.document.settings.get(settingName);

export function saveRecord(record: ResultRecord): Promise<void> {
  Office.context.document.settings.set(settingName, record);
  return saveSettings();
}

export function restoreRecord(stored: unknown): Promise<void> {
  const { settings } = Office.context.document;
  if (stored === null || stored === undefined) settings.remove(settingName);
  else settings.set(settingName, stored);
  return saveSettings();
}

function saveSettings(): Promise<void> {
  const { settings } = Office.context.document;
  return new Promise((resolve, reject) => {
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Failed) reject(new Error(error.message));
      else resolve();
    });
  });
}

const pastRun = (report: ComposedReport, at: string): PastRun => ({
  at,
  engine: report.engineVersion,
  catalogDate: report.catalogDate,
  randomSeed: report.randomSeed,
  inputHash: report.inputHash,
  inputs: report.tableHashes,
  figures: report.summary,
  answers: Object.fromEntries(report.tables.flatMap(({ title, answer }) => (wordsOf(answer) === '' ? [] : [[title, answer]]))),
});

/** The record after a run whose results were written at an ISO instant, in the words of a language. */
export const recordOf = (composed: ComposedReport, report: Report, earlier: ResultRecord, at: string): ResultRecord => ({
  ...emptyRecord,
  language: displayLanguage(),
  runs: [pastRun(composed, at), ...earlier.runs].slice(0, mostRuns),
  inputs: report.tableHashes,
  catalogDate: report.catalogDate,
  columns: Object.fromEntries(report.tables.map(table => [table.id, table.columns.map(({ id }) => id)])),
  charts: {
    ...earlier.charts,
    ...Object.fromEntries(report.charts.map(chart => [chart.id, drawnSeries(chart).map(({ name }) => name)])),
  },
});
