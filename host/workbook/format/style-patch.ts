import type { ICellData, IObjectMatrixPrimitiveType, IStyleData, Nullable } from '@univerjs/core';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { LiveWorkbook } from '../live-workbook.ts';
import { boxInGrid } from '../range/range-state.ts';
import type { RangeState } from '../range/range-state.ts';
import type { CellBox } from '../snapshot.ts';

/** Part of a style; null takes a property away. */
export type StylePatch = { [K in keyof IStyleData]?: IStyleData[K] | null };

/** Changes the formats of every cell of the range. Whole columns and rows reach as far as the grid does. */
export function patchStyle(range: RangeState, patchOf: (row: number, column: number) => StylePatch | null): void {
  const { live, sheetId, box } = range;
  const sheet = live.sheet(sheetId);
  if (box.rowCount <= maxGrownRows) live.grow(sheetId, box.row + box.rowCount, 0);
  if (box.columnCount <= maxGrownColumns) live.grow(sheetId, 0, box.column + box.columnCount);
  const cells = sheet.getSheet();
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const row of span(boxInGrid(range), 'row')) {
    const target: Record<number, ICellData> = {};
    for (const column of span(boxInGrid(range), 'column')) {
      const patch = patchOf(row, column);
      const type = cells.getCellRaw(row, column)?.t;
      // with the type left out Univer guesses it anew and turns the text "007" into a number
      if (patch) target[column] = { s: patch as IStyleData, ...(type && { t: type }) };
    }
    cellValue[row] = target;
  }
  live.parts.api.syncExecuteCommand(SetRangeValuesMutation.id, {
    unitId: live.unitId,
    subUnitId: sheetId,
    cellValue,
    trigger: SetStyleCommand.id, // no reason to calculate
  });
}

/** More rows or columns than this in one range mean "all there are". */
const maxGrownRows = 500_000;
const maxGrownColumns = 10_000;

function span(box: CellBox, axis: 'row' | 'column'): number[] {
  const count = axis === 'row' ? box.rowCount : box.columnCount;
  return Array.from({ length: count }, (_, index) => box[axis] + index);
}

/** The style of a cell as stored: its own, without what tables or rules add to its looks. */
export function rawStyle(live: LiveWorkbook, sheetId: string, row: number, column: number): Nullable<IStyleData> {
  const sheet = live.sheet(sheetId);
  return live.facade.getWorkbook().getStyles().getStyleByCell(sheet.getSheet().getCellRaw(row, column));
}

/** A property all cells share, or null when they differ: what Excel answers for mixed ranges. */
export function commonStyle<T>(range: RangeState, read: (style: Nullable<IStyleData>) => T): T | null {
  const { live, sheetId } = range;
  const box = boxInGrid(range);
  const first = read(rawStyle(live, sheetId, box.row, box.column));
  for (const row of span(box, 'row')) {
    for (const column of span(box, 'column')) {
      if (read(rawStyle(live, sheetId, row, column)) !== first) return null;
    }
  }
  return first;
}
