import type { DateSystem, ReportTable } from '../../engine/index.ts';
import { blockRows } from './block-rows.ts';
import { writtenCell, type WrittenCell } from './report-cell.ts';
import { bodyPart } from './table-body.ts';
import type { ColumnRun } from './written-columns.ts';
import type { WriteSession } from './write-session.ts';

/** A table's rows as cells of one run of columns; one empty row when there is none, as Excel has it. */
export function runCells(table: ReportTable, run: ColumnRun, dateSystem: DateSystem): WrittenCell[][] {
  const rows = table.rows.length > 0 ? table.rows : [table.columns.map(() => null)];
  return rows.map(row =>
    run.sources.map(source => {
      const column = source === null ? undefined : table.columns[source];
      return source === null || !column ? '' : writtenCell(row[source] ?? null, column.format, dateSystem);
    }),
  );
}

/** Fills our columns of the body, run by run and block by block; the analyst's columns are not touched. */
export async function fillTable(
  session: WriteSession,
  table: Excel.Table,
  columns: readonly { readonly run: ColumnRun; readonly cells: readonly (readonly WrittenCell[])[] }[],
): Promise<void> {
  for (const { run, cells } of columns) {
    for (const { from, to, bytes } of blockRows(cells)) {
      const part = bodyPart(table, from, run.column, to - from, run.sources.length);
      part.values = cells.slice(from, to) as WrittenCell[][];
      part.untrack();
      await session.asked({ cells: (to - from) * run.sources.length, bytes });
    }
  }
}
