import { parseAddress } from '../../workbook/address.ts';
import type { CellBox, CellSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';
import { escapeText } from '../xml/escape.ts';

/** Points a chart's cache holds at most; beyond, readers take the cells. */
const MAX_CACHED_POINTS = 100_000;

export interface ReferencedCells {
  readonly sheetName: string;
  readonly box: CellBox;
  readonly cells: readonly (CellSnapshot | undefined)[];
}

/**
 * The cells of a reference with a sheet name, row by row; null when it leads to no sheet of the workbook, or to a
 * book.
 */
export function referencedCells(snapshot: WorkbookSnapshot, reference: string): ReferencedCells | null {
  const address = parseAddress(reference);
  const sheet = snapshot.sheets.find(({ name }) => name.toLowerCase() === address?.sheetName?.toLowerCase());
  if (!address || !sheet || address.rowCount * address.columnCount > MAX_CACHED_POINTS) return null;
  const { row, column, rowCount, columnCount } = address;
  const cells = Array.from({ length: rowCount * columnCount }, (_, index) =>
    sheet.cells.get(row + Math.floor(index / columnCount))?.get(column + (index % columnCount)),
  );
  return { sheetName: sheet.name, box: { row, column, rowCount, columnCount }, cells };
}

const isNumber = (cell: CellSnapshot | undefined): boolean => typeof cell?.value === 'number' && !cell.isError;

/** Categories are numbers (dates, counts) only when all of them are. */
export const areNumbers = (cells: readonly (CellSnapshot | undefined)[]): boolean =>
  cells.some(isNumber) && cells.every(cell => isNumber(cell) || (cell?.value ?? null) === null);

/**
 * What a chart shows when it cannot reach the cells. Blanks have no point; an error is written as such, and drawn as a
 * gap.
 */
export function numberCache(cells: readonly (CellSnapshot | undefined)[], formatCode?: string): string {
  const format = formatCode ?? cells.find(isNumber)?.style?.numberFormat ?? 'General';
  const points = cells.map((cell, index) => {
    const isPoint = isNumber(cell) || cell?.isError;
    return isPoint ? point(index, cell?.isError ? '#N/A' : String(cell?.value)) : '';
  });
  return `<c:numCache><c:formatCode>${escapeText(format)}</c:formatCode>${counted(cells.length, points)}</c:numCache>`;
}

export function textCache(cells: readonly (CellSnapshot | undefined)[]): string {
  const points = cells.map((cell, index) => ((cell?.value ?? null) === null ? '' : point(index, cellText(cell!))));
  return `<c:strCache>${counted(cells.length, points)}</c:strCache>`;
}

const cellText = ({ value }: CellSnapshot): string =>
  typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);

const point = (index: number, value: string): string => `<c:pt idx="${index}"><c:v>${escapeText(value)}</c:v></c:pt>`;

const counted = (count: number, points: readonly string[]): string => `<c:ptCount val="${count}"/>${points.join('')}`;
