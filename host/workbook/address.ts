/** Cell addresses in A1 notation. Rows and columns are zero-based everywhere else. */
import type { CellBox } from './snapshot.ts';

export const maxRowCount = 1_048_576;
export const maxColumnCount = 16_384;

/** 0 is `A`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` is 0. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export interface SheetAddress extends CellBox {
  /** Null when the address names no sheet. */
  readonly sheetName: string | null;
}

const cellPattern = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const columnsPattern = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const rowsPattern = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** `B2`, `$B$2:D9`, `C:D`, `3:4`, each with or without a sheet (`'My sheet'!B2`). Null when it is none of these. */
export function parseAddress(text: string): SheetAddress | null {
  const [sheetName, address] = splitSheetName(text.trim().replace(/^=/, ''));
  const box = parseCells(address) ?? parseColumns(address) ?? parseRows(address);
  return box && { sheetName, ...box };
}

/** `A1` or `A1:C9`, `A:C` and `1:9` for whole columns and rows. */
export function formatAddress({ row, column, rowCount, columnCount }: CellBox): string {
  const lastColumn = columnName(column + columnCount - 1);
  if (rowCount >= maxRowCount) return `${columnName(column)}:${lastColumn}`;
  if (columnCount >= maxColumnCount) return `${row + 1}:${row + rowCount}`;
  const first = `${columnName(column)}${row + 1}`;
  return rowCount * columnCount === 1 ? first : `${first}:${lastColumn}${row + rowCount}`;
}

/** As formulas of names and charts have it: `'Farm results'!$C$6:$C$24`. */
export function formatReference(sheetName: string, { row, column, rowCount, columnCount }: CellBox): string {
  const corner = (r: number, c: number): string => `$${columnName(c)}$${r + 1}`;
  const first = corner(row, column);
  const last = corner(row + rowCount - 1, column + columnCount - 1);
  return `${quoteSheetName(sheetName)}!${first === last ? first : `${first}:${last}`}`;
}

/** Quoted where Excel needs it: blanks, signs, a leading digit, or a name that looks like a cell. */
export function quoteSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeCell(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `T4`, `A100`, `XFD1`, and the row-column notation `R1C1`, `RC`, `R`, `C`. */
export function looksLikeCell(name: string): boolean {
  const match = /^([A-Z]{1,3})(\d{1,7})$/i.exec(name);
  if (match) {
    const [, letters = '', digits = ''] = match;
    return columnIndex(letters) < maxColumnCount && Number(digits) >= 1 && Number(digits) <= maxRowCount;
  }
  return /^(r\d*)?(c\d*)?$/i.test(name) && name !== '';
}

export function boxesOverlap(a: CellBox, b: CellBox): boolean {
  return (
    a.row < b.row + b.rowCount && b.row < a.row + a.rowCount && a.column < b.column + b.columnCount && b.column < a.column + a.columnCount
  );
}

/** The smallest box around both. */
export function boundingBox(a: CellBox, b: CellBox): CellBox {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

export function intersectBoxes(a: CellBox, b: CellBox): CellBox | null {
  if (!boxesOverlap(a, b)) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.min(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.min(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

function splitSheetName(text: string): [string | null, string] {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/s.exec(text);
  if (quoted) return [quoted[1]!.replaceAll("''", "'"), quoted[2]!];
  const bang = text.lastIndexOf('!');
  return bang > 0 ? [text.slice(0, bang), text.slice(bang + 1)] : [null, text];
}

function parseCells(text: string): CellBox | null {
  const match = cellPattern.exec(text);
  if (!match) return null;
  const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = match;
  return between(Number(row1) - 1, columnIndex(column1), Number(row2) - 1, columnIndex(column2));
}

function parseColumns(text: string): CellBox | null {
  const match = columnsPattern.exec(text);
  return match && between(0, columnIndex(match[1]!), maxRowCount - 1, columnIndex(match[2]!));
}

function parseRows(text: string): CellBox | null {
  const match = rowsPattern.exec(text);
  return match && between(Number(match[1]) - 1, 0, Number(match[2]) - 1, maxColumnCount - 1);
}

/** In either order of corners; null outside the sheet. */
function between(rowA: number, columnA: number, rowB: number, columnB: number): CellBox | null {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  const lastRow = Math.max(rowA, rowB);
  const lastColumn = Math.max(columnA, columnB);
  if (row < 0 || lastRow >= maxRowCount || lastColumn >= maxColumnCount) return null;
  return { row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
}
