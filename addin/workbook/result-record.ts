import { engineVersion, type Report } from '../../engine/index.ts';
import { displayLanguage } from '../localization/translate.ts';
import { drawnSeries } from './chart-series.ts';

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
}

const settingName = 'CloudCost';

const emptyRecord: ResultRecord = {
  schema: 1,
  engine: engineVersion,
  language: displayLanguage,
  columns: {},
  charts: {},
  inputs: {},
  catalogDate: '',
};

/** A workbook of a later version, whose record this one cannot read. */
export class NewerRecord extends Error {}

/** The record in the open document, or an empty one. Throws `NewerRecord` rather than losing what it cannot read. */
export function readRecord(): ResultRecord {
  const stored: unknown = Office.context.document.settings.get(settingName);
  if (typeof stored !== 'object' || stored === null) return emptyRecord;
  const { schema } = stored as Partial<ResultRecord>;
  if (schema !== emptyRecord.schema) throw new NewerRecord(String(schema));
  return { ...emptyRecord, ...(stored as Partial<ResultRecord>) };
}

export function saveRecord(record: ResultRecord): Promise<void> {
  const { settings } = Office.context.document;
  settings.set(settingName, record);
  return new Promise((resolve, reject) => {
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Failed) reject(new Error(error.message));
      else resolve();
    });
  });
}

/** The record after a run. */
export const recordOf = (report: Report, earlier: ResultRecord): ResultRecord => ({
  ...emptyRecord,
  inputs: report.tableHashes,
  catalogDate: report.catalogDate,
  columns: Object.fromEntries(report.tables.map(table => [table.id, table.columns.map(({ id }) => id)])),
  charts: {
    ...earlier.charts,
    ...Object.fromEntries(report.charts.map(chart => [chart.id, drawnSeries(chart).map(({ name }) => name)])),
  },
});
