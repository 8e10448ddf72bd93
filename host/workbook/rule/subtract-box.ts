import { intersectBoxes } from '../address.ts';
import type { CellBox } from '../snapshot.ts';

/** What remains of `box` without `hole`: up to four boxes, above, below, left and right of it. */
export function subtractBox(box: CellBox, hole: CellBox): CellBox[] {
  const common = intersectBoxes(box, hole);
  if (!common) return [box];
  const bottom = common.row + common.rowCount;
  const right = common.column + common.columnCount;
  const parts: CellBox[] = [
    { ...box, rowCount: common.row - box.row },
    { ...box, row: bottom, rowCount: box.row + box.rowCount - bottom },
    { ...common, column: box.column, columnCount: common.column - box.column },
    { ...common, column: right, columnCount: box.column + box.columnCount - right },
  ];
  return parts.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}

export const isSameBox = (a: CellBox, b: CellBox): boolean =>
  a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
