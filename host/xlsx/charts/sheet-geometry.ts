import { maxColumnCount, maxRowCount } from '../../workbook/address.ts';
import { flag, type XmlElement, child } from '../xml/parse-xml.ts';
import { widthInPoints } from '../reading/read-sheet-look.ts';

/** Where columns and rows begin. All lengths in points from the sheet's top left corner. */
export interface SheetGeometry {
  readonly defaultWidth: number;
  readonly defaultHeight: number;
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
}

/** 64 pixels and 20 pixels, as a new workbook in Calibri 11 has them. */
const NEW_SHEET = { defaultWidth: 48, defaultHeight: 15 } as const;

export function readDefaultSizes(sheet: XmlElement): { defaultWidth: number; defaultHeight: number } {
  const { defaultColWidth, defaultRowHeight, zeroHeight } = child(sheet, 'sheetFormatPr')?.attributes ?? {};
  const width = widthInPoints(Number(defaultColWidth));
  const height = flag(zeroHeight) ? 0 : Number(defaultRowHeight);
  return {
    defaultWidth: width > 0 ? width : NEW_SHEET.defaultWidth,
    defaultHeight: height >= 0 ? height : NEW_SHEET.defaultHeight,
  };
}

export const columnLeft = ({ widths, defaultWidth }: SheetGeometry, column: number): number =>
  startOf(column, widths, defaultWidth);

export const rowTop = ({ heights, defaultHeight }: SheetGeometry, row: number): number =>
  startOf(row, heights, defaultHeight);

function startOf(index: number, sizes: ReadonlyMap<number, number>, usual: number): number {
  let start = index * usual;
  for (const [at, size] of sizes) if (at < index) start += size - usual;
  return start;
}

export interface PlaceInTrack {
  readonly index: number;
  /** Points from the start of the column or row. */
  readonly offset: number;
}

export const columnAt = ({ widths, defaultWidth }: SheetGeometry, left: number): PlaceInTrack =>
  placeAt(left, widths, defaultWidth, maxColumnCount);

export const rowAt = ({ heights, defaultHeight }: SheetGeometry, top: number): PlaceInTrack =>
  placeAt(top, heights, defaultHeight, maxRowCount);

function placeAt(distance: number, sizes: ReadonlyMap<number, number>, usual: number, count: number): PlaceInTrack {
  let rest = Math.max(0, distance);
  let index = 0;
  while (index < count - 1) {
    const size = sizes.get(index) ?? usual;
    if (rest < size) break;
    rest -= size;
    index++;
  }
  return { index, offset: rest };
}
