import { captionOf } from './column-caption.ts';
import { numberFormat } from './number-format.ts';
import { answerName } from './new-table.ts';
import { writtenText } from './report-cell.ts';
import type { TablePlan } from './result-plan.ts';
import { bodyPart } from './table-body.ts';
import type { WriteSession } from './write-session.ts';

/**
 * What changes around an existing table from run to run: its answer, captions over moved columns, formats of new
 * ones.
 */
export async function refreshHeading(session: WriteSession, plan: TablePlan): Promise<void> {
  const { existing, table: report, headers, box } = plan;
  if (!existing) return;
  const { workbook } = session.context;
  const table = workbook.tables.getItem(existing.name);
  const answer = workbook.names.getItemOrNullObject(answerName(report.id)).getRangeOrNullObject().load('rowIndex');
  const captionRow = existing.box.row > 0 ? table.getHeaderRowRange().getOffsetRange(-1, 0).load('values') : null;
  await session.context.sync();
  if (!answer.isNullObject) answer.values = [[writtenText(report.answer)]];
  const captions = captionRow && movedCaptions(plan, captionRow.values[0] ?? []);
  if (captionRow && captions) captionRow.values = [captions];
  headers.slice(existing.headers.length).forEach((header, index) => {
    const column = report.columns.find(({ id }) => id === header);
    if (!column) return;
    const part = bodyPart(table, 0, existing.headers.length + index, box.rowCount - 1, 1);
    part.numberFormat = numberFormat(column.format, report.currency) as unknown as string[][];
  });
  if (existing.hasTotals) table.showTotals = true;
  await session.send();
}

/** Captions for the columns where they are now; null when the row above the header is not our caption row any more. */
function movedCaptions({ table, headers }: TablePlan, current: readonly unknown[]): unknown[] | null {
  const captionById = new Map(table.columns.map(column => [column.id, captionOf(column, table.currency)]));
  const ours = new Set(captionById.values());
  if (!current.some(cell => ours.has(String(cell)))) return null;
  return headers.map((header, index) => captionById.get(header) ?? (ours.has(String(current[index])) ? '' : (current[index] ?? '')));
}
