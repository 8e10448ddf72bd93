import type { ReportChart, ReportSeries } from '../../engine/index.ts';
import { bodyPart } from './table-body.ts';

/** A series as it is drawn: over some rows of the table, or over all of them. */
export interface DrawnSeries {
  readonly name: string;
  readonly valueColumn: string;
  /** Null for whole columns, which grow and shrink with the table. */
  readonly rows: Pick<ReportSeries, 'firstRow' | 'rowCount'> | null;
  /** Takes its room and is not seen. */
  readonly isSpacer: boolean;
}

/** Named after what they show; a series over a whole column is named as the column. */
export const drawnSeries = ({ series, valueColumns }: ReportChart): DrawnSeries[] =>
  series
    ? series.map(({ name, valueColumn, firstRow, rowCount, isSpacer = false }) => ({
      name, valueColumn, rows: { firstRow, rowCount }, isSpacer,
    }))
    : valueColumns.map(id => ({ name: id, valueColumn: id, rows: null, isSpacer: false }));

/** The cells of a column that a series covers. */
export const seriesCells = (
  table: Excel.Table,
  headers: readonly string[],
  columnId: string,
  { rows }: DrawnSeries,
): Excel.Range =>
  rows
    ? bodyPart(table, rows.firstRow, headers.indexOf(columnId), rows.rowCount, 1)
    : table.columns.getItem(columnId).getDataBodyRange();
