import { invalidArgument, itemNotFound } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import type { HostObject, Members } from '../../interpreter/host-object.ts';
import { boundingBox, intersectBoxes, maxColumnCount, maxRowCount, parseAddress } from '../address.ts';
import { usedBox } from '../sheet/used-box.ts';
import type { CellBox } from '../snapshot.ts';
import type { RangeState } from './range-state.ts';

export const at = ({ live, sheetId }: RangeState, box: CellBox): HostObject => {
  const isInside =
    box.row >= 0 && box.column >= 0 && box.row + box.rowCount <= maxRowCount && box.column + box.columnCount <= maxColumnCount;
  if (!isInside || box.rowCount < 1 || box.columnCount < 1) throw invalidArgument('The range lies outside the sheet.');
  return live.objects.range(sheetId, box);
};

/** Ranges from ranges: pure arithmetic, except for what is in use. */
export const geometryMethods: NonNullable<Members<RangeState>['methods']> = {
  GetCell: (range, args) =>
    at(range, { row: range.box.row + args.integer(0), column: range.box.column + args.integer(1), rowCount: 1, columnCount: 1 }),
  GetRow: (range, args) => at(range, { ...range.box, row: range.box.row + args.integer(0), rowCount: 1 }),
  GetColumn: (range, args) => at(range, { ...range.box, column: range.box.column + args.integer(0), columnCount: 1 }),
  GetLastCell: (range) => at(range, lastCell(range.box)),
  GetLastRow: (range) => at(range, { ...range.box, row: lastCell(range.box).row, rowCount: 1 }),
  GetLastColumn: (range) => at(range, { ...range.box, column: lastCell(range.box).column, columnCount: 1 }),
  GetResizedRange: (range, args) =>
    at(range, {
      ...range.box,
      rowCount: range.box.rowCount + args.integer(0),
      columnCount: range.box.columnCount + args.integer(1),
    }),
  GetAbsoluteResizedRange: (range, args) => at(range, { ...range.box, rowCount: args.count(0, 1), columnCount: args.count(1, 1) }),
  GetOffsetRange: (range, args) =>
    at(range, { ...range.box, row: range.box.row + args.integer(0), column: range.box.column + args.integer(1) }),
  GetRowsAbove: (range, args) => at(range, beside(range.box, 'row', -args.integer(0, 1))),
  GetRowsBelow: (range, args) => at(range, beside(range.box, 'row', args.integer(0, 1))),
  GetColumnsBefore: (range, args) => at(range, beside(range.box, 'column', -args.integer(0, 1))),
  GetColumnsAfter: (range, args) => at(range, beside(range.box, 'column', args.integer(0, 1))),
  GetBoundingRect: (range, args) => at(range, boundingBox(range.box, boxArgument(range, args))),
  GetIntersection: (range, args) => {
    const common = intersectBoxes(range.box, boxArgument(range, args));
    if (!common) throw itemNotFound('the ranges do not meet');
    return at(range, common);
  },
  GetIntersectionOrNullObject: (range, args) => {
    const common = intersectBoxes(range.box, boxArgument(range, args));
    return common && at(range, common);
  },
  GetEntireRow: (range) => at(range, { ...range.box, column: 0, columnCount: maxColumnCount }),
  GetEntireColumn: (range) => at(range, { ...range.box, row: 0, rowCount: maxRowCount }),
  GetUsedRange: (range, args) => {
    const valuesOnly = args.optionalBoolean(0) ?? false;
    const used = usedBox(range.live, range.sheetId, valuesOnly, range.box);
    if (!used && valuesOnly) throw itemNotFound('the range is blank');
    return at(range, used ?? { ...range.box, rowCount: 1, columnCount: 1 });
  },
  GetUsedRangeOrNullObject: (range, args) => {
    const used = usedBox(range.live, range.sheetId, args.optionalBoolean(0) ?? false, range.box);
    return used && at(range, used);
  },
  _ValidateArraySize: ({ box }, args) => {
    const isSame = args.number(0) === box.rowCount && args.number(1) === box.columnCount;
    if (!isSame) throw invalidArgument(`The array has not the size of the range (${box.rowCount} x ${box.columnCount}).`);
  },
};

const lastCell = (box: CellBox): CellBox => ({
  row: box.row + box.rowCount - 1,
  column: box.column + box.columnCount - 1,
  rowCount: 1,
  columnCount: 1,
});

/** `count` rows below or columns after; negative: above or before. */
function beside(box: CellBox, axis: 'row' | 'column', count: number): CellBox {
  const size = axis === 'row' ? 'rowCount' : 'columnCount';
  return { ...box, [axis]: count > 0 ? box[axis] + box[size] : box[axis] + count, [size]: Math.abs(count) };
}

/** Another range of the same sheet, as an object or an address. */
function boxArgument(range: RangeState, args: CallArguments): CellBox {
  const value = args.value(0);
  const box = typeof value === 'string' ? parseAddress(value) : range.live.objects.rangeState(value)?.box;
  if (!box) throw args.wrong(0, 'a range of the same sheet');
  return box;
}
