import { invalidArgument, itemNotFound } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import {
  boundingBox,
  formatAddress,
  intersectBoxes,
  maxColumnCount,
  maxRowCount,
  parseAddress,
  quoteSheetName,
} from '../address.ts';
import { valueType } from '../cell-content.ts';
import type { CellBox } from '../snapshot.ts';
import { readFormulas, readValues, writeContent } from './range-content.ts';
import type { RangeState } from './range-state.ts';

const at = ({ live, sheetId }: RangeState, box: CellBox): HostObject => {
  const isInside = box.row >= 0 && box.column >= 0 && box.row + box.rowCount <= maxRowCount && box.column + box.columnCount <= maxColumnCount;
  if (!isInside || box.rowCount < 1 || box.columnCount < 1) throw invalidArgument('The range lies outside the sheet.');
  return live.objects.range(sheetId, box);
};

export const rangeKind: ObjectKind<RangeState> = new ObjectKind<RangeState>('Range', {
  scalars: {
    Address: (range) => `${quoteSheetName(range.live.sheet(range.sheetId).getSheetName())}!${formatAddress(range.box)}`,
    RowIndex: ({ box }) => box.row,
    ColumnIndex: ({ box }) => box.column,
    RowCount: ({ box }) => box.rowCount,
    ColumnCount: ({ box }) => box.columnCount,
    CellCount: ({ box }) => box.rowCount * box.columnCount,
    Values: readValues,
    Formulas: readFormulas,
    ValueTypes: (range) => readValues(range).map((row) => row.map(valueType)),
  },
  links: {
    Worksheet: ({ live, sheetId }) => live.objects.worksheet(sheetId),
  },
  setters: {
    Values: (range, args) => writeContent(range, args.value(0)),
    Formulas: (range, args) => writeContent(range, args.value(0)),
  },
  methods: {
    GetCell: (range, args) =>
      at(range, { row: range.box.row + args.integer(0), column: range.box.column + args.integer(1), rowCount: 1, columnCount: 1 }),
    GetRow: (range, args) => at(range, { ...range.box, row: range.box.row + args.integer(0), rowCount: 1 }),
    GetColumn: (range, args) => at(range, { ...range.box, column: range.box.column + args.integer(0), columnCount: 1 }),
    GetLastCell: (range) => at(range, lastCell(range.box)),
    GetLastRow: (range) => at(range, { ...range.box, row: lastCell(range.box).row, rowCount: 1 }),
    GetLastColumn: (range) => at(range, { ...range.box, column: lastCell(range.box).column, columnCount: 1 }),
    GetResizedRange: (range, { member, values }) => at(range, resized(range.box, member, values)),
    GetAbsoluteResizedRange: (range, args) => at(range, { ...range.box, rowCount: args.count(0, 1), columnCount: args.count(1, 1) }),
    GetOffsetRange: (range, args) =>
      at(range, { ...range.box, row: range.box.row + args.integer(0), column: range.box.column + args.integer(1) }),
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
    _ValidateArraySize: ({ box }, args) => {
      if (args.number(0) !== box.rowCount || args.number(1) !== box.columnCount) throw invalidArgument('The array has not the size of the range.');
    },
  },
});

const lastCell = (box: CellBox): CellBox => ({
  row: box.row + box.rowCount - 1,
  column: box.column + box.columnCount - 1,
  rowCount: 1,
  columnCount: 1,
});

function resized(box: CellBox, member: string, [rows, columns]: CallArguments['values']): CellBox {
  const delta = (value: unknown): number => (typeof value === 'number' ? value : fail(`${member} takes two whole numbers.`));
  return { ...box, rowCount: box.rowCount + delta(rows), columnCount: box.columnCount + delta(columns) };
}

/** Another range of the same sheet, as an object or an address. */
function boxArgument(range: RangeState, args: CallArguments): CellBox {
  const value = args.value(0);
  const box = typeof value === 'string' ? parseAddress(value) : rangeKind.stateOf(value)?.box;
  return box ?? fail('A range of the same sheet is expected.');
}

function fail(why: string): never {
  throw invalidArgument(why);
}
