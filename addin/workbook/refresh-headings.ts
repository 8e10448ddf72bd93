import type { Report, ReportTable } from '../../engine/index.ts';
import { captionOf } from './column-caption.ts';
import { numberFormat } from './number-format.ts';
import { answerName } from './new-table.ts';
import { writtenText } from './report-cell.ts';
import type { TablePlan } from './result-plan.ts';
import { sheetLayout } from './sheet-layout.ts';
import { bodyPart } from './table-body.ts';

/**
 * What changes around existing tables from run to run: answers, captions over moved columns, formats of new ones; and where
 * Office is shown in another language than before, the words. What the analyst wrote in their place stays.
 */
export async function refreshHeadings(
  context: Excel.RequestContext,
  plans: readonly TablePlan[],
  earlier: Report | null,
): Promise<void> {
  const { tables, names } = context.workbook;
  const parts = plans.flatMap(plan => {
    const { existing } = plan;
    if (!existing) return [];
    const table = tables.getItem(existing.name);
    const answer = names.getItemOrNullObject(answerName(plan.table.id)).getRangeOrNullObject().load('rowIndex');
    const row = existing.box.row > 0 ? table.getHeaderRowRange().getOffsetRange(-1, 0).load('values') : null;
    return [{ plan, table, answer, captionRow: row, before: earlier?.tables.find(({ id }) => id === plan.table.id) }];
  });
  if (parts.length === 0) return;
  await context.sync();
  await changeWords(context, parts);
  for (const { plan, table, answer, captionRow, before } of parts) {
    if (!answer.isNullObject) answer.values = [[writtenText(plan.table.answer)]];
    const captions = captionRow && movedCaptions(plan, captionRow.values[0] ?? [], before);
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

interface Heading {
  readonly plan: TablePlan;
  readonly answer: Excel.Range;
  readonly before: ReportTable | undefined;
}

/** Title and question stand above the answer. */
async function changeWords(context: Excel.RequestContext, headings: readonly Heading[]): Promise<void> {
  const above = sheetLayout.answerRow - sheetLayout.titleRow;
  const found = headings.flatMap(({ plan, answer, before }) =>
    before === undefined || answer.isNullObject || answer.rowIndex < above
      ? []
      : [{ plan, before, cells: answer.getOffsetRange(-above, 0).getResizedRange(above - 1, 0).load('values') }]);
  if (found.length === 0) return;
  await context.sync();
  for (const { plan: { table }, before, cells } of found) {
    [[before.title, table.title], [before.question, table.question]].forEach(([old, words], row) => {
      if (cells.values[row]?.[0] === old && old !== words) cells.getCell(row, 0).values = [[words]];
    });
  }
}

/** Captions for the columns where they are now; null when the row above the header is not our caption row any more. */
function movedCaptions({ table, headers }: TablePlan, current: readonly unknown[], before: ReportTable | undefined): unknown[] | null {
  const captionById = new Map(table.columns.map(column => [column.id, captionOf(column, table.currency)]));
  const ours = new Set([...captionById.values(), ...(before?.columns ?? []).map(column => captionOf(column, table.currency))]);
  if (!current.some(cell => ours.has(String(cell)))) return null;
  return headers.map((header, index) => captionById.get(header) ?? (ours.has(String(current[index])) ? '' : (current[index] ?? '')));
}
