import type { TablePlan } from './result-plan.ts';

/**
 * Neighboring columns of an Excel table that a run fills: from `column` of the table, each from a column of the
 * report.
 */
export interface ColumnRun {
  readonly column: number;
  /**
   * Index into the report's columns; null empties a column that an earlier run wrote and this one has no values for.
   */
  readonly sources: readonly (number | null)[];
}

/**
 * What is ours in the table as it will be. Columns are found by their header, so an analyst may sort and add columns;
 * `earlierColumns` are the headers an earlier run wrote. Every other column is the analyst's and in no run.
 */
export function columnRuns({ table, headers }: TablePlan, earlierColumns: readonly string[]): ColumnRun[] {
  const sourceById = new Map(table.columns.map(({ id }, index) => [id, index]));
  const runs: { column: number; sources: (number | null)[] }[] = [];
  headers.forEach((header, column) => {
    const source = sourceById.get(header) ?? (earlierColumns.includes(header) ? null : undefined);
    if (source === undefined) return;
    const last = runs.at(-1);
    if (last && last.column + last.sources.length === column) last.sources.push(source);
    else runs.push({ column, sources: [source] });
  });
  return runs;
}

/** Positions of the columns that are the analyst's own. */
export function analystColumns(plan: TablePlan, earlierColumns: readonly string[]): number[] {
  const runs = columnRuns(plan, earlierColumns);
  const ours = new Set(runs.flatMap(run => run.sources.map((_, index) => run.column + index)));
  return plan.headers.map((_, column) => column).filter(column => !ours.has(column));
}
