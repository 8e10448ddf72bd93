import { invalidArgument, itemNotFound } from '../../interpreter/api-error.ts';
import { boxesOverlap } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { CellBox } from '../snapshot.ts';
import type { StoredTable } from './table-store.ts';

export interface TableState {
  readonly live: LiveWorkbook;
  readonly id: string;
}

export function stored({ live, id }: TableState): StoredTable {
  const table = live.tables.byId(id);
  if (!table) throw itemNotFound('table');
  return table;
}

export const bodyBox = ({ box, look }: StoredTable): CellBox => ({
  ...box,
  row: box.row + 1,
  rowCount: box.rowCount - 1 - (look.showTotals ? 1 : 0),
});

export function checkOverlap(live: LiveWorkbook, sheetId: string, box: CellBox, ownId: string | null): void {
  const other = live.tables.onSheet(sheetId).find((table) => table.id !== ownId && boxesOverlap(table.box, box));
  if (other) throw invalidArgument(`A table can't overlap another table (${other.name}).`);
}
