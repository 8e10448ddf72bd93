import type { ComposedReport, ReportCell } from '../engine/index.ts';

export type ResultRow = Readonly<Record<string, ReportCell>>;

/** Rows of a result table, by column id. Throws when the run did not produce the table. */
export const resultRows = (report: ComposedReport, tableId: string): ResultRow[] => {
  const table = report.tables.find(({ id }) => id === tableId);
  if (!table) throw new Error(`the run has no table ${tableId}`);
  const ids = table.columns.map(({ id }) => id);
  return table.rows.map(cells => Object.fromEntries(ids.map((id, column) => [id, cells[column] ?? null])));
};
