import { formatReference, parseAddress } from '../address.ts';
import { excelValue } from '../cell-content.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { RangeState } from '../range/range-state.ts';
import type { CellBox, SeriesSnapshot } from '../snapshot.ts';

/** More series than one Excel chart takes. */
export const maxSeriesCount = 255;

export type SeriesBy = 'Auto' | 'Columns' | 'Rows';

export function referenceTo({ live, sheetId, box }: RangeState): string {
  return formatReference(live.sheet(sheetId).getSheetName(), box);
}

/** The range a reference names, null when it names none of this workbook. */
function referencedRange(live: LiveWorkbook, reference: string): RangeState | null {
  const address = parseAddress(reference);
  const sheet = address?.sheetName ? live.sheetByName(address.sheetName) : null;
  if (!address || !sheet) return null;
  const { row, column, rowCount, columnCount } = address;
  return { live, sheetId: sheet.getSheetId(), box: { row, column, rowCount, columnCount } };
}

/** Series as Excel makes them of a block of cells: text above is their names, text beside it the categories. */
export function seriesOfRange(range: RangeState, seriesBy: SeriesBy, isScatter: boolean): SeriesSnapshot[] {
  const { live, sheetId, box } = range;
  const sheet = live.sheet(sheetId);
  const isNumber = (row: number, column: number): boolean =>
    typeof excelValue(live.cell(sheet, box.row + row, box.column + column)) === 'number';
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && box.columnCount > box.rowCount);
  // Seen from the series: `along` it run its points, `across` stand the series side by side.
  const along = byRows ? box.columnCount : box.rowCount;
  const across = byRows ? box.rowCount : box.columnCount;
  const isNumberAt = (point: number, series: number): boolean => (byRows ? isNumber(series, point) : isNumber(point, series));
  const hasNames = along > 1 && !isNumberAt(0, across - 1);
  const firstPoint = hasNames ? 1 : 0;
  const hasCategories = across > 1 && (isScatter || !isNumberAt(firstPoint, 0));
  const part = (series: number, from: number, count: number): string => {
    const piece: CellBox = byRows
      ? { row: box.row + series, column: box.column + from, rowCount: 1, columnCount: count }
      : { row: box.row + from, column: box.column + series, rowCount: count, columnCount: 1 };
    return referenceTo({ live, sheetId, box: piece });
  };
  const firstSeries = hasCategories ? 1 : 0;
  return Array.from({ length: across - firstSeries }, (_, index) => ({
    ...(hasNames && { nameRef: part(firstSeries + index, 0, 1) }),
    valuesRef: part(firstSeries + index, firstPoint, along - firstPoint),
    ...(hasCategories && { categoriesRef: part(0, firstPoint, along - firstPoint) }),
  }));
}

/** What a series is called: its own text, or what the cell says it points at. */
export function seriesName(live: LiveWorkbook, { name, nameRef }: SeriesSnapshot, index: number): string {
  if (name !== undefined) return name;
  const range = nameRef === undefined ? null : referencedRange(live, nameRef);
  if (!range) return `Series${index + 1}`;
  return String(excelValue(live.cell(live.sheet(range.sheetId), range.box.row, range.box.column)));
}
