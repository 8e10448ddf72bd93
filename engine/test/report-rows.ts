import type { ComposedReport, ReportCell } from '../report/report.ts';
import { wordsOf } from '../report/sentence.ts';

export type Row = Readonly<Record<string, ReportCell>>;

/** Rows of a result table as records; empty when the report does not have it. */
export const rowsOf = (report: ComposedReport, tableId: string): Row[] => {
  const table = report.tables.find(({ id }) => id === tableId);
  return (table?.rows ?? []).map(row =>
    Object.fromEntries(table?.columns.map(({ id }, index) => [id, row[index] ?? null]) ?? []),
  );
};

/** What a result table answers, in English; empty when the report does not have it. */
export const answerOf = ({ tables }: ComposedReport, tableId: string): string => wordsOf(tables.find(({ id }) => id === tableId)?.answer ?? '');

/** Sum of a numeric column in whole minor units, so that sums compare exactly. */
export const sumInMinorUnits = (rows: readonly Row[], column: string, decimals = 2): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 10 ** decimals), 0);
