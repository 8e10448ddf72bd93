import { bottomOf, rangeOf } from './cell-box.ts';
import { growthBoxes } from './result-plan.ts';
import type { TableBackup } from './table-backup.ts';
import { bodyPart, resizeTable } from './table-body.ts';
import { inTheWay } from './table-growth.ts';
import { analystColumns, columnRuns } from './written-columns.ts';
import { WriteBlocked, WriteCancelled, type WriteSession } from './write-session.ts';

/** Formulas of the first body row's analyst columns, by column: what new rows are filled with. */
const fillableColumns = ({ plan, cells }: TableBackup, earlierColumns: readonly string[]): number[] =>
  analystColumns(plan, earlierColumns).filter(column => String(cells[0]?.[column] ?? '').startsWith('='));

/**
 * Gives an existing table its new size in place, so that formulas, charts and pivots on it go on. Rows it loses are
 * emptied (what the analyst typed beside them stays), rows it gains look like the first and get the analyst's
 * formulas.
 */
export async function reshapeTable(
  session: WriteSession,
  backup: TableBackup,
  earlierColumns: readonly string[],
): Promise<void> {
  const { plan, isPushing } = backup;
  const { existing, box, headers, sheetName } = plan;
  if (!existing) return;
  const table = session.context.workbook.tables.getItem(existing.name);
  const sheet = session.context.workbook.worksheets.getItem(sheetName);
  table.clearFilters();
  if (existing.hasTotals) table.showTotals = false;
  const addedRows = box.rowCount - existing.box.rowCount;
  if (isPushing) rangeOf(sheet, { ...existing.box, row: bottomOf(existing.box), rowCount: addedRows }).insert('Down');
  if (addedRows < 0) emptyLostRows(table, backup, earlierColumns);
  const addedHeaders = headers.slice(existing.headers.length);
  if (addedRows !== 0 || addedHeaders.length > 0) resizeTable(table, box.rowCount - 1, headers.length);
  if (addedHeaders.length > 0) {
    const firstAdded = table.getHeaderRowRange().getCell(0, existing.headers.length);
    firstAdded.getResizedRange(0, addedHeaders.length - 1).values = [addedHeaders];
  }
  if (isPushing) await sendOrExplain(session, backup);
  if (addedRows > 0) {
    const oldRows = existing.box.rowCount - 1;
    const firstRow = bodyPart(table, 0, 0, 1, headers.length);
    bodyPart(table, oldRows, 0, addedRows, headers.length).copyFrom(firstRow, 'Formats');
    for (const column of fillableColumns(backup, earlierColumns)) {
      bodyPart(table, oldRows, column, addedRows, 1).copyFrom(bodyPart(table, 0, column, 1, 1), 'Formulas');
    }
  }
}

/**
 * Excel says which cells it will not move only by refusing: locked, merged across, part of an array or a pivot table.
 */
async function sendOrExplain(session: WriteSession, { plan }: TableBackup): Promise<void> {
  try {
    await session.send();
  } catch (error) {
    const { below } = growthBoxes(plan);
    if (below && !(error instanceof WriteCancelled)) throw new WriteBlocked([inTheWay(plan, below)]);
    throw error;
  }
}

function emptyLostRows(table: Excel.Table, backup: TableBackup, earlierColumns: readonly string[]): void {
  const { existing, box } = backup.plan;
  if (!existing) return;
  const keptRows = box.rowCount - 1;
  const lostRows = existing.box.rowCount - box.rowCount;
  const ours = columnRuns({ ...backup.plan, headers: existing.headers }, earlierColumns);
  const formulaColumns = fillableColumns(backup, earlierColumns).map(column => ({ column, sources: [null] }));
  for (const { column, sources } of [...ours, ...formulaColumns]) {
    bodyPart(table, keptRows, column, lostRows, sources.length).clear('Contents');
  }
}
