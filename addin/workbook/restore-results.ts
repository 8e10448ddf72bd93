import { blockRows } from './block-rows.ts';
import { bottomOf, rangeOf } from './cell-box.ts';
import { answerName } from './new-table.ts';
import type { WrittenCell } from './report-cell.ts';
import { removeCharts } from './result-chart.ts';
import type { ResultPlan, TablePlan } from './result-plan.ts';
import type { TableBackup } from './table-backup.ts';
import { bodyPart, resizeTable } from './table-body.ts';

/** Puts back what was there before the run: new sheets and tables go, the others get their size and cells again. */
export async function restoreResults(
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
  const { plan, cells, answer, charts, isPushing } = backup;
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
  for (const { from, to } of blockRows(cells)) {
    bodyPart(table, from, 0, to - from, existing.headers.length).formulas = cells.slice(from, to) as WrittenCell[][];
    await context.sync();
  }
  if (existing.hasTotals) table.showTotals = true;
  if (answer !== null) context.workbook.names.getItem(answerName(plan.table.id)).getRange().values = [[answer]];
  await removeCharts(context, plan, charts);
}

/** What this run made of a new table; on a new sheet only the name, since the rest goes with the sheet. */
async function removeTable(context: Excel.RequestContext, plan: TablePlan, isOnNewSheet: boolean): Promise<void> {
  const { workbook } = context;
  const name = workbook.names.getItemOrNullObject(answerName(plan.table.id)).load('name');
  const table = workbook.tables.getItemOrNullObject(plan.table.id).load('name');
  await context.sync();
  if (!name.isNullObject) name.delete();
  if (isOnNewSheet) return;
  await removeCharts(context, plan, new Set());
  if (!table.isNullObject) table.delete();
  rangeOf(workbook.worksheets.getItem(plan.sheetName), { ...plan.box, row: 0, rowCount: bottomOf(plan.box) }).clear();
  await context.sync();
}
