import { boxesOverlap, formatAddress, intersectBoxes } from '../../workbook/address.ts';
import type { CellBox } from '../../workbook/snapshot.ts';

/** A `sqref`: ranges with blanks between. */
export const boxListReference = (boxes: readonly CellBox[]): string => boxes.map(formatAddress).join(' ');

/** What is left of `boxes` outside `taken`, as boxes. */
export function subtractBox(boxes: readonly CellBox[], taken: CellBox): CellBox[] {
  return boxes.flatMap(box => {
    const shared = intersectBoxes(box, taken);
    if (!shared) return [box];
    const below = shared.row + shared.rowCount;
    const right = shared.column + shared.columnCount;
    const pieces: CellBox[] = [
      { ...box, rowCount: shared.row - box.row },
      { ...box, row: below, rowCount: box.row + box.rowCount - below },
      { ...shared, column: box.column, columnCount: shared.column - box.column },
      { ...shared, column: right, columnCount: box.column + box.columnCount - right },
    ];
    return pieces.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
  });
}

export const overlapsAny = (box: CellBox, boxes: readonly CellBox[]): boolean =>
  boxes.some(other => boxesOverlap(box, other));
