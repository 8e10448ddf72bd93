import type { FWorksheet } from '@univerjs/sheets/facade';
import { pointsPerPixel } from '../cell-style.ts';
import type { CellBox } from '../snapshot.ts';

export interface PointBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a range of cells lies on its sheet, in points from the top left corner. */
export function boxInPoints(sheet: FWorksheet, { row, column, rowCount, columnCount }: CellBox): PointBox {
  const sum = (from: number, count: number, size: (index: number) => number): number => {
    let total = 0;
    for (let index = from; index < from + count; index++) total += size(index);
    return total * pointsPerPixel;
  };
  const width = (index: number): number => sheet.getColumnWidth(index);
  const height = (index: number): number => sheet.getRowHeight(index);
  return {
    left: sum(0, column, width),
    top: sum(0, row, height),
    width: sum(column, columnCount, width),
    height: sum(row, rowCount, height),
  };
}
