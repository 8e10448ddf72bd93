import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { maxColumnCount, maxRowCount } from '../address.ts';
import { rangeArgument } from '../range/range-argument.ts';
import type { WorksheetState } from './worksheet.ts';

function freeze({ live, sheetId }: WorksheetState, rowCount: number, columnCount: number): void {
  live.grow(sheetId, rowCount, columnCount);
  live.sheet(sheetId).setFreeze({
    ySplit: rowCount,
    xSplit: columnCount,
    startRow: rowCount || -1,
    startColumn: columnCount || -1,
  });
}

/** The frozen rows and columns; whole rows where only rows are frozen. */
function location({ live, sheetId }: WorksheetState): HostObject | null {
  const { xSplit, ySplit } = live.sheet(sheetId).getFreeze();
  if (xSplit === 0 && ySplit === 0) return null;
  return live.objects.range(sheetId, { row: 0, column: 0, rowCount: ySplit || maxRowCount, columnCount: xSplit || maxColumnCount });
}

export const freezePanesKind = new ObjectKind<WorksheetState>('WorksheetFreezePanes', {
  methods: {
    FreezeRows: (sheet, args) => freeze(sheet, args.isGiven(0) ? args.count(0) : 1, 0),
    FreezeColumns: (sheet, args) => freeze(sheet, 0, args.isGiven(0) ? args.count(0) : 1),
    FreezeAt: (sheet, args) => {
      const { box } = rangeArgument(sheet.live, args, 0, sheet.sheetId);
      const rowCount = box.rowCount === maxRowCount ? 0 : box.row + box.rowCount;
      freeze(sheet, rowCount, box.columnCount === maxColumnCount ? 0 : box.column + box.columnCount);
    },
    Unfreeze: (sheet) => void sheet.live.sheet(sheet.sheetId).cancelFreeze(),
    GetLocation: location,
    GetLocationOrNullObject: location,
  },
});
