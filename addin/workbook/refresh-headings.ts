import { captionOf } from './column-caption.ts';
import { numberFormat } from './number-format.ts';
import { answerName } from './new-table.ts';
import { writtenText } from './report-cell.ts';
import type { TablePlan } from './result-plan.ts';
import { bodyPart } from './table-body.ts';

/** What changes around existing tables from run to run: answers, captions over moved columns, formats of new ones. */
export async function refreshHeadings(context: Excel.RequestContext, plans: readonly TablePlan[]): Promise<void> {
  const { tables, names } = context.workbook;
  const parts = plans.flatMap(plan => {
    const { existing } = plan;
    if (!existing) return [];
    const table = tables.getItem(existing.name);
    const answer = names.getItemOrNullObject(answerName(plan.table.id)).getRangeOrNullObject().load('rowIndex');
    const row = existing.box.row > 0 ? table.getHeaderRowRange().getOffsetRange(-1, 0).load('values') : null;
    return [{ plan, table, answer, captionRow: row }];
  });
  if (parts.length === 0) return;
  await context.sync();
  for (const { plan, table, answer, captionRow } of parts) {
    if (!answer.isNullObject) answer.values = [[writtenText(plan.table.answer)]];
    const captions = captionRow && movedCaptions(plan, captionRow.values[0] ?? []);
    if (captionRow && captions) captionRow.values = [captions];
    formatAddedColumns(table, plan);
    if (plan.existing?.hasTotals) table.showTotals = true;
  }
}

function formatAddedColumns(table: Excel.Table, { existing, table: report, headers, box }: TablePlan): void {
  const firstAdded = existing?.headers.length ?? 0;
  headers.slice(firstAdded).forEach((header, index) => {
    const column = report.columns.find(({ id }) => id === header);
    if (!column || column.format === 'text') return;
    const part = bodyPart(table, 0, firstAdded + index, box.rowCount - 1, 1);
    part.numberFormat = numberFormat(column.format, report.currency) as unknown as string[][];
  });
}

/** Captions for the columns where they are now; null when the row above the header is not our caption row any more. */
function movedCaptions({ table, headers }: TablePlan, current: readonly unknown[]): unknown[] | null {
  const captionById = new Map(table.columns.map(column => [column.id, captionOf(column, table.currency)]));
  const ours = new Set(captionById.values());
  if (!current.some(cell => ours.has(String(cell)))) return null;
  return headers.map((header, index) => captionById.get(header) ?? (ours.has(String(current[index])) ? '' : (current[index] ?? '')));
}
