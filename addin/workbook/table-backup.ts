import { blockRows } from './block-rows.ts';
import { bottomOf, rangeOf } from './cell-box.ts';
import { answerName } from './new-table.ts';
import type { ResultPlan, TablePlan } from './result-plan.ts';
import { bodyPart, resizeTable } from './table-body.ts';

/**
 * What stood in an existing table before a run: enough to fill its new rows like the old ones, and to put it all
 * back.
 */
export interface TableBackup {
  readonly plan: TablePlan;
  /** Formulas and values of the whole body, [row][column]. */
  readonly formulas: readonly (readonly (string | number | boolean)[])[];
  readonly answer: string | number | boolean | null;
  /** The table pushes down what lies below it. */
  readonly isPushing: boolean;
}

/** Rows read at once, so that no answer of Excel on the web gets larger than it may. */
const cellsPerRequest = 100_000;

export async function backUp(context: Excel.RequestContext, plan: TablePlan, isPushing: boolean): Promise<TableBackup> {
  const { existing } = plan;
  if (!existing) return { plan, formulas: [], answer: null, isPushing };
  const table = context.workbook.tables.getItem(existing.name);
  const answer = context.workbook.names.getItemOrNullObject(answerName(plan.table.id)).getRangeOrNullObject().load('values');
  const { rowCount, columnCount } = existing.box;
  const formulas: (string | number | boolean)[][] = [];
  const step = Math.max(1, Math.floor(cellsPerRequest / columnCount));
  for (let row = 0; row < rowCount - 1; row += step) {
    const part = bodyPart(table, row, 0, Math.min(step, rowCount - 1 - row), columnCount).load('formulas');
    await context.sync();
    formulas.push(...(part.formulas as (string | number | boolean)[][]));
    part.untrack();
  }
  return { plan, formulas, answer: answer.isNullObject ? null : answer.values[0]?.[0], isPushing };
}

/** Puts back what was there before the run: new sheets and tables go, the others get their size and cells again. */
export async function restore(
  context: Excel.RequestContext,
  plan: ResultPlan,
  backups: readonly TableBackup[],
): Promise<void> {
  for (const backup of backups) {
    if (backup.plan.existing) await restoreTable(context, backup);
    else await removeTable(context, backup.plan, plan.newSheets.includes(backup.plan.sheetName));
  }
  const sheets = plan.newSheets.map(name => context.workbook.worksheets.getItemOrNullObject(name).load('name'));
  await context.sync();
  sheets.filter(sheet => !sheet.isNullObject).forEach(sheet => sheet.delete());
  await context.sync();
}

async function restoreTable(context: Excel.RequestContext, backup: TableBackup): Promise<void> {
  const { plan, formulas, answer, isPushing } = backup;
  const { existing, box } = plan;
  if (!existing) return;
  const table = context.workbook.tables.getItem(existing.name);
  const body = table.getDataBodyRange().load('rowIndex,rowCount');
  const header = table.getHeaderRowRange().load('columnCount');
  await context.sync();
  const addedColumns = header.columnCount - existing.headers.length;
  if (addedColumns > 0) {
    header.getCell(0, existing.headers.length).getResizedRange(body.rowCount, addedColumns - 1).clear();
  }
  const addedRows = body.rowCount - (existing.box.rowCount - 1);
  resizeTable(table, existing.box.rowCount - 1, existing.headers.length);
  if (addedRows > 0) {
    const sheet = context.workbook.worksheets.getItem(plan.sheetName);
    const added = rangeOf(sheet, { ...box, row: bottomOf(existing.box), rowCount: addedRows });
    if (isPushing) added.delete('Up');
    else added.clear();
  }
  await context.sync();
  for (const { from, to } of blockRows(formulas)) {
    bodyPart(table, from, 0, to - from, existing.headers.length).formulas = formulas.slice(from, to) as unknown[][];
    await context.sync();
  }
  if (existing.hasTotals) table.showTotals = true;
  if (answer !== null) context.workbook.names.getItem(answerName(plan.table.id)).getRange().values = [[answer]];
  await context.sync();
}

/** What this run made of a new table; on a new sheet only the name, since the rest goes with the sheet. */
async function removeTable(context: Excel.RequestContext, plan: TablePlan, isOnNewSheet: boolean): Promise<void> {
  const { workbook } = context;
  const name = workbook.names.getItemOrNullObject(answerName(plan.table.id)).load('name');
  const table = workbook.tables.getItemOrNullObject(plan.table.id).load('name');
  await context.sync();
  if (!name.isNullObject) name.delete();
  if (isOnNewSheet) return;
  const sheet = workbook.worksheets.getItem(plan.sheetName);
  const charts = plan.charts.map(({ id }) => sheet.charts.getItemOrNullObject(id).load('name'));
  await context.sync();
  if (!table.isNullObject) table.delete();
  charts.filter(chart => !chart.isNullObject).forEach(chart => chart.delete());
  rangeOf(sheet, { ...plan.box, row: 0, rowCount: bottomOf(plan.box) }).clear();
  await context.sync();
}
