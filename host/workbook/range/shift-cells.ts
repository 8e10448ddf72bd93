import { DeleteRangeMoveLeftCommand, DeleteRangeMoveUpCommand, InsertRangeMoveDownCommand, InsertRangeMoveRightCommand } from '@univerjs/sheets';
import { invalidOperation } from '../../interpreter/api-error.ts';
import { boxesOverlap } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { univerRange } from '../open-snapshot.ts';
import type { CellBox } from '../snapshot.ts';
import { usedBox } from '../sheet/used-box.ts';

type InsertDirection = 'Down' | 'Right';
type DeleteDirection = 'Up' | 'Left';

/**
 * Inserts blank cells, moving what is there. Tables move along whole or not at all.
 * @param growingTableId A table that grows by these cells itself.
 */
export async function insertCells(
  live: LiveWorkbook,
  sheetId: string,
  box: CellBox,
  direction: InsertDirection,
  growingTableId: string | null = null,
): Promise<void> {
  live.fileSheets.refuse(sheetId, 'Cells can not be inserted');
  const isDown = direction === 'Down';
  const moved = movedBox(box, isDown, box);
  checkTables(live, sheetId, moved, growingTableId);
  const used = usedBox(live, sheetId, false);
  if (used) live.grow(sheetId, used.row + used.rowCount + box.rowCount, used.column + used.columnCount + (isDown ? 0 : box.columnCount));
  const command = isDown ? InsertRangeMoveDownCommand.id : InsertRangeMoveRightCommand.id;
  await onSheet(live, sheetId, () => live.parts.api.executeCommand(command, { range: univerRange(box) }));
  moveTables(live, sheetId, moved, growingTableId, isDown ? box.rowCount : 0, isDown ? 0 : box.columnCount);
}

/** Takes cells out; what lies below or to the right moves into their place. */
export async function deleteCells(
  live: LiveWorkbook,
  sheetId: string,
  box: CellBox,
  direction: DeleteDirection,
  shrinkingTableId: string | null = null,
): Promise<void> {
  live.fileSheets.refuse(sheetId, 'Cells can not be deleted');
  const isUp = direction === 'Up';
  const after = isUp ? { ...box, row: box.row + box.rowCount } : { ...box, column: box.column + box.columnCount };
  const moved = movedBox(after, isUp, box);
  checkTables(live, sheetId, { ...moved, ...(isUp ? { row: box.row } : { column: box.column }) }, shrinkingTableId);
  const command = isUp ? DeleteRangeMoveUpCommand.id : DeleteRangeMoveLeftCommand.id;
  await onSheet(live, sheetId, () => live.parts.api.executeCommand(command, { range: univerRange(box) }));
  moveTables(live, sheetId, moved, shrinkingTableId, isUp ? -box.rowCount : 0, isUp ? 0 : -box.columnCount);
}

const farAway = 1_048_576;

/** Everything from `from` on, as wide (or high) as the cells. */
const movedBox = (from: CellBox, isVertical: boolean, cells: CellBox): CellBox =>
  isVertical ? { ...cells, row: from.row, rowCount: farAway } : { ...cells, column: from.column, columnCount: farAway };

function checkTables(live: LiveWorkbook, sheetId: string, moved: CellBox, exceptId: string | null): void {
  for (const table of live.tables.onSheet(sheetId)) {
    if (table.id === exceptId || !boxesOverlap(table.box, moved)) continue;
    if (!contains(moved, table.box)) {
      throw invalidOperation(`This operation is not allowed. It would move only a part of the table ${table.name}.`);
    }
  }
}

const contains = (outer: CellBox, inner: CellBox): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rowCount <= outer.row + outer.rowCount &&
  inner.column + inner.columnCount <= outer.column + outer.columnCount;

/** Univer moves cells, names and rules, but not tables. */
function moveTables(live: LiveWorkbook, sheetId: string, moved: CellBox, exceptId: string | null, rows: number, columns: number): void {
  for (const table of live.tables.onSheet(sheetId)) {
    if (table.id === exceptId || !contains(moved, table.box)) continue;
    live.tables.resize(table, { ...table.box, row: table.box.row + rows, column: table.box.column + columns });
  }
}

/** Univer's commands for cells work on the active sheet only. */
async function onSheet(live: LiveWorkbook, sheetId: string, command: () => Promise<boolean>): Promise<void> {
  const active = live.facade.getActiveSheet();
  const isActive = active.getSheetId() === sheetId;
  if (!isActive) live.facade.setActiveSheet(live.sheet(sheetId));
  const isDone = await command();
  if (!isActive) live.facade.setActiveSheet(active);
  if (!isDone) throw invalidOperation('The cells can not be moved.');
}
