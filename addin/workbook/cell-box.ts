/** A rectangle of cells, zero-based. */
export interface CellBox {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export const bottomOf = (box: CellBox): number => box.row + box.rowCount;
export const rightOf = (box: CellBox): number => box.column + box.columnCount;

export const rangeOf = (sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: CellBox): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rowCount, columnCount);

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `B7` for one cell, `B7:D9` for more. */
export function addressOf(box: CellBox): string {
  const first = `${columnLetters(box.column)}${box.row + 1}`;
  const last = `${columnLetters(rightOf(box) - 1)}${bottomOf(box)}`;
  return first === last ? first : `${first}:${last}`;
}

/** Where the first filled cell of `values` stands, when `values` begin at the box; null when all are empty. */
export function firstFilledCell(box: CellBox, values: readonly (readonly unknown[])[]): CellBox | null {
  for (const [row, cells] of values.entries()) {
    const column = cells.findIndex(cell => cell !== '' && cell !== null);
    if (column >= 0) return { row: box.row + row, column: box.column + column, rowCount: 1, columnCount: 1 };
  }
  return null;
}
