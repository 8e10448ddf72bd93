import type { CellSnapshot } from '../../workbook/snapshot.ts';
import { cellXml, type CellWriting } from './cell-xml.ts';

export interface SheetDataSource {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>;
  /** Points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  styleNumber(cell: CellSnapshot): number;
}

/** The rows of a new sheet. */
export function sheetDataXml(writing: CellWriting, source: SheetDataSource): string {
  const rows = [...new Set([...source.cells.keys(), ...source.rowHeights.keys()])].sort((a, b) => a - b);
  const pieces = rows.map(row => rowXml(writing, source, row));
  return `<sheetData>${pieces.join('')}</sheetData>`;
}

function rowXml(writing: CellWriting, source: SheetDataSource, row: number): string {
  const cells = [...(source.cells.get(row) ?? [])].sort(([a], [b]) => a - b);
  const written = cells.map(([column, cell]) => cellXml(writing, { row, column, cell, style: source.styleNumber(cell) }));
  return `<row r="${row + 1}"${heightAttributes(source.rowHeights.get(row))}>${written.join('')}</row>`;
}

export const heightAttributes = (points: number | undefined): string =>
  points === undefined ? '' : ` ht="${points}" customHeight="1"`;
