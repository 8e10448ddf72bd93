import type { CellBox, CellSnapshot, CellStyle, CellValue } from '../../workbook/snapshot.ts';
import { boxContains } from '../cell-address.ts';
import { errorInFile } from './cell-xml.ts';

export interface CellChange {
  /** Null: the cell is emptied and keeps its look. */
  readonly cell: CellSnapshot | null;
  readonly isFormulaKept: boolean;
  readonly isLookKept: boolean;
}

/** By row and column. */
export type CellChanges = Map<number, Map<number, CellChange>>;

type Cells = ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>;

export interface CellComparison {
  sameLook(a: CellStyle | undefined, b: CellStyle | undefined): boolean;
  /** Called for each value of the file that stays because our calculation gave none. */
  onKeptValue(): void;
}

/** The cells in which `after` differs from `before`, in what a file can hold of them. */
export function cellChanges(before: Cells, after: Cells, comparison: CellComparison): CellChanges {
  const changes: CellChanges = new Map();
  const keptSpills = uncalculatedSpills(before, after);
  const isKeptSpill = (row: number, column: number): boolean => keptSpills.some(box => boxContains(box, row, column));
  const note = (row: number, column: number, change: CellChange): void => {
    let inRow = changes.get(row);
    if (!inRow) changes.set(row, (inRow = new Map()));
    inRow.set(column, change);
  };
  for (const [row, cells] of after) {
    const old = before.get(row);
    for (const [column, cell] of cells) {
      const former = old?.get(column);
      if (former?.isSpilled && isKeptSpill(row, column)) continue;
      const change = changeOf(former, cell, comparison);
      if (change) note(row, column, change);
    }
  }
  for (const [row, cells] of before) {
    const now = after.get(row);
    for (const [column, cell] of cells) {
      const isGone = now?.get(column) === undefined && hasContent(cell);
      if (isGone && !(cell.isSpilled && isKeptSpill(row, column)))
        note(row, column, { cell: null, isFormulaKept: false, isLookKept: true });
    }
  }
  return changes;
}

/** The ranges of array formulas whose values in the file stay, because our calculation has none. */
function uncalculatedSpills(before: Cells, after: Cells): CellBox[] {
  const boxes: CellBox[] = [];
  for (const [row, cells] of before) {
    for (const [column, cell] of cells) {
      if (!cell.spill) continue;
      const now = after.get(row)?.get(column);
      if (now?.formula === cell.formula && now && isUncalculated(now)) boxes.push({ row, column, ...cell.spill });
    }
  }
  return boxes;
}

const hasContent = (cell: CellSnapshot | undefined): boolean =>
  cell !== undefined && (cell.value !== null || cell.formula !== undefined);

function changeOf(old: CellSnapshot | undefined, cell: CellSnapshot, comparison: CellComparison): CellChange | null {
  const isLookKept = comparison.sameLook(old?.style, cell.style);
  if (!old) return hasContent(cell) || !isLookKept ? { cell, isFormulaKept: false, isLookKept } : null;
  if (cell.formula !== undefined && cell.formula === old.formula && isUncalculated(cell) && !isUncalculated(old)) {
    comparison.onKeptValue();
    return isLookKept ? null : { cell: { ...old, ...styleOf(cell) }, isFormulaKept: true, isLookKept };
  }
  const isFormulaKept = old.formula === cell.formula && sameSpill(old, cell);
  if (isFormulaKept && isLookKept && sameValue(old, cell)) return null;
  return { cell: hasContent(cell) || !isLookKept ? cell : null, isFormulaKept, isLookKept };
}

const styleOf = ({ style }: CellSnapshot): { style?: CellStyle } => (style ? { style } : {});

/** Whether two cells give the same `<v>`: errors compare as the file can hold them, an empty text is nothing. */
function sameValue(a: CellSnapshot, b: CellSnapshot): boolean {
  return valueInFile(a) === valueInFile(b) && (a.isError ?? false) === (b.isError ?? false);
}

const valueInFile = ({ value, isError }: CellSnapshot): CellValue =>
  isError ? errorInFile(String(value)) : value === '' ? null : value;

/** A function our calculation does not know, or one still waiting for its answer. */
const isUncalculated = ({ value, isError }: CellSnapshot): boolean =>
  isError === true && (value === '#NAME?' || value === '#BUSY!');

const sameSpill = (a: CellSnapshot, b: CellSnapshot): boolean =>
  (a.spill?.rowCount ?? 1) === (b.spill?.rowCount ?? 1) && (a.spill?.columnCount ?? 1) === (b.spill?.columnCount ?? 1);
