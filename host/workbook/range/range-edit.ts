import type { IStyleData, Nullable } from '@univerjs/core';
import { STYLE_KEYS, generateRandomId } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import { invalidArgument } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { intersectBoxes, maxColumnCount, maxRowCount } from '../address.ts';
import { patchStyle, rawStyle } from '../format/style-patch.ts';
import type { StylePatch } from '../format/style-patch.ts';
import { usedBox } from '../sheet/used-box.ts';
import type { CellBox } from '../snapshot.ts';
import { rangeArgument } from './range-argument.ts';
import type { RangeState } from './range-state.ts';
import { deleteCells, insertCells } from './shift-cells.ts';

const noStyle = Object.fromEntries(STYLE_KEYS.map((key) => [key, null])) as StylePatch;
const wholeStyle = (style: Nullable<IStyleData>): StylePatch => ({ ...noStyle, ...style });
const blank: ICellData = { v: null, f: null, si: null, p: null };

/** Contents, formats, or both with the rules on the cells. */
export function clear(range: RangeState, args: CallArguments): void {
  const what = args.isGiven(0) ? args.choice(0, ['All', 'Formats', 'Contents']) : 'All';
  const { live, sheetId } = range;
  const used = usedBox(live, sheetId, what === 'Contents', range.box);
  if (used) {
    if (what !== 'Formats') writeAll(live, sheetId, used, () => blank);
    if (what !== 'Contents') patchStyle({ ...range, box: used }, () => noStyle);
  }
  if (what !== 'All') return;
  live.objects.clearRules(sheetId, range.box);
}

/** Copies from another range; one that is smaller is repeated to fill this one, as Excel does. */
export async function copyFrom(range: RangeState, args: CallArguments): Promise<void> {
  const { live, sheetId } = range;
  const source = rangeArgument(live, args, 0, sheetId);
  const what = args.isGiven(1) ? args.choice(1, ['All', 'Formulas', 'Values', 'Formats']) : 'All';
  if ((args.optionalBoolean(2) ?? false) || (args.optionalBoolean(3) ?? false)) throw invalidArgument('This host copies neither transposed nor without blanks.');
  const rowCount = Math.max(range.box.rowCount, source.box.rowCount);
  const columnCount = Math.max(range.box.columnCount, source.box.columnCount);
  const target: RangeState = { live, sheetId, box: { ...range.box, rowCount, columnCount } };
  live.grow(sheetId, target.box.row + rowCount, target.box.column + columnCount);
  if (what === 'Values') await live.calculated();
  if (what !== 'Formats') copyContents(source, target, what === 'Values');
  if (what === 'All' || what === 'Formats') {
    const sourceAt = placeIn(source.box, target.box);
    const styles = new Map<string, StylePatch>();
    patchStyle(target, (row, column) => {
      const [fromRow, fromColumn] = sourceAt(row, column);
      const key = `${fromRow} ${fromColumn}`;
      const style = styles.get(key) ?? wholeStyle(rawStyle(live, source.sheetId, fromRow, fromColumn));
      styles.set(key, style);
      return style;
    });
  }
}

const placeIn = (source: CellBox, target: CellBox) => (row: number, column: number): [row: number, column: number] => [
  source.row + ((row - target.row) % source.rowCount),
  source.column + ((column - target.column) % source.columnCount),
];

function copyContents(source: RangeState, target: RangeState, valuesOnly: boolean): void {
  const { live, sheetId, box } = target;
  const from = live.sheet(source.sheetId);
  const sourceAt = placeIn(source.box, box);
  const shared = new Map<number, string>(); // of columns filled from one cell with a formula
  const formula = live.parts.api.getFormula();
  const cells = new Map<string, ICellData>();
  for (let row = box.row; row < box.row + box.rowCount; row++) {
    for (let column = box.column; column < box.column + box.columnCount; column++) {
      const [fromRow, fromColumn] = sourceAt(row, column);
      const cell = live.cell(from, fromRow, fromColumn);
      const text = cell?.f || cell?.si ? from.getRange(fromRow, fromColumn).getFormula() : '';
      const key = `${row} ${column}`;
      if (text && !valuesOnly) {
        const known = source.box.rowCount === 1 ? shared.get(column) : undefined;
        const si = known ?? generateRandomId(6);
        if (known) cells.set(key, { ...blank, si });
        else {
          const f = formula.moveFormulaRefOffset(text, column - fromColumn, row - fromRow);
          cells.set(key, { ...blank, f, ...(source.box.rowCount === 1 && { si }) });
        }
        shared.set(column, si);
      } else {
        const value = { v: cell?.v ?? null, ...(cell?.t && { t: cell.t }) };
        cells.set(key, { ...blank, ...value });
      }
    }
  }
  writeAll(live, sheetId, box, (row, column) => cells.get(`${row} ${column}`));
}

function writeAll(
  live: RangeState['live'],
  sheetId: string,
  box: CellBox,
  cellAt: (row: number, column: number) => ICellData | undefined,
): void {
  const rows = Array.from({ length: box.rowCount }, (_, row) =>
    Array.from({ length: box.columnCount }, (_, column) => cellAt(box.row + row, box.column + column)),
  );
  live.writer.write(sheetId, box.row, box.column, rows);
}

export async function insert(range: RangeState, args: CallArguments): Promise<unknown> {
  const direction = args.choice(0, ['Down', 'Right']);
  const { live, sheetId, box } = range;
  live.fileSheets.refuse(sheetId, 'Cells can not be inserted');
  if (box.columnCount >= maxColumnCount) live.sheet(sheetId).insertRows(box.row, box.rowCount);
  else if (box.rowCount >= maxRowCount) live.sheet(sheetId).insertColumns(box.column, box.columnCount);
  else if (direction === 'Down') await insertDown(range);
  else await insertCells(live, sheetId, box, direction);
  return live.objects.range(sheetId, box);
}

/** Cells as wide as a table they are put into become rows of it. */
async function insertDown({ live, sheetId, box }: RangeState): Promise<void> {
  const table = live.tables.onSheet(sheetId).find(
    (candidate) =>
      candidate.box.column === box.column &&
      candidate.box.columnCount === box.columnCount &&
      box.row > candidate.box.row &&
      box.row < candidate.box.row + candidate.box.rowCount,
  );
  await insertCells(live, sheetId, box, 'Down', table?.id ?? null);
  if (table) live.tables.resize(table, { ...table.box, rowCount: table.box.rowCount + box.rowCount });
}

export async function remove(range: RangeState, args: CallArguments): Promise<void> {
  const direction = args.choice(0, ['Up', 'Left']);
  const { live, sheetId, box } = range;
  live.fileSheets.refuse(sheetId, 'Cells can not be deleted');
  if (box.columnCount >= maxColumnCount) live.sheet(sheetId).deleteRows(box.row, box.rowCount);
  else if (box.rowCount >= maxRowCount) live.sheet(sheetId).deleteColumns(box.column, box.columnCount);
  else await deleteCells(live, sheetId, box, direction);
}

export function merge(range: RangeState, args: CallArguments): void {
  const { live, sheetId, box } = range;
  const across = args.optionalBoolean(0) ?? false;
  if (live.tables.onSheet(sheetId).some((table) => intersectBoxes(table.box, box))) throw invalidArgument('Cells of a table can not be merged.');
  const cells = live.sheet(sheetId).getRange(box.row, box.column, box.rowCount, box.columnCount);
  if (across) cells.mergeAcross({ isForceMerge: true });
  else cells.merge({ isForceMerge: true });
}

export function select({ live, sheetId, box }: RangeState): void {
  const sheet = live.sheet(sheetId);
  if (live.facade.getActiveSheet().getSheetId() !== sheetId) live.facade.setActiveSheet(sheet);
  const rowCount = Math.min(box.rowCount, sheet.getMaxRows() - box.row);
  const columnCount = Math.min(box.columnCount, sheet.getMaxColumns() - box.column);
  sheet.getRange(box.row, box.column, Math.max(rowCount, 1), Math.max(columnCount, 1)).activate();
}
