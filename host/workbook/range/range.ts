import { FormulaDataModel } from '@univerjs/engine-formula';
import { itemNotFound } from '../../interpreter/api-error.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { formatAddress, intersectBoxes, maxColumnCount, maxRowCount, quoteSheetName } from '../address.ts';
import { pointsPerPixel } from '../cell-style.ts';
import { valueType } from '../cell-content.ts';
import { rangeFormatKind } from '../format/range-format.ts';
import type { CellBox } from '../snapshot.ts';
import { readFormulas, readNumberFormats, readText, readValues, writeContent, writeNumberFormats } from './range-content.ts';
import { clear, copyFrom, insert, merge, remove, select } from './range-edit.ts';
import { at, geometryMethods } from './range-geometry.ts';
import { boxInGrid } from './range-state.ts';
import type { RangeState } from './range-state.ts';

export const rangeKind: ObjectKind<RangeState> = new ObjectKind<RangeState>('Range', {
  scalars: {
    Address: (range) => `${quoteSheetName(range.live.sheet(range.sheetId).getSheetName())}!${formatAddress(range.box)}`,
    RowIndex: ({ box }) => box.row,
    ColumnIndex: ({ box }) => box.column,
    RowCount: ({ box }) => box.rowCount,
    ColumnCount: ({ box }) => box.columnCount,
    CellCount: ({ box }) => box.rowCount * box.columnCount,
    IsEntireColumn: ({ box }) => box.rowCount === maxRowCount,
    IsEntireRow: ({ box }) => box.columnCount === maxColumnCount,
    Values: readValues,
    Formulas: readFormulas,
    FormulasLocal: readFormulas,
    Text: readText,
    NumberFormat: readNumberFormats,
    NumberFormatLocal: readNumberFormats,
    ValueTypes: (range) => readValues(range).map((row) => row.map(valueType)),
    HasSpill: (range) => spillBox(range) !== null,
    RowHidden: (range) => areHidden(range, 'row'),
    ColumnHidden: (range) => areHidden(range, 'column'),
    Hidden: (range) => areHidden(range, 'row') === true || areHidden(range, 'column') === true,
    Left: (range) => extent(range, 'column', 0, range.box.column),
    Top: (range) => extent(range, 'row', 0, range.box.row),
    Width: (range) => extent(range, 'column', range.box.column, range.box.columnCount),
    Height: (range) => extent(range, 'row', range.box.row, range.box.rowCount),
  },
  links: {
    Worksheet: ({ live, sheetId }) => live.objects.worksheet(sheetId),
    Format: (range) => rangeFormatKind.make(range),
    DataValidation: ({ live, sheetId, box }) => live.objects.dataValidation(sheetId, box),
    ConditionalFormats: ({ live, sheetId, box }) => live.objects.conditionalFormats(sheetId, box),
  },
  setters: {
    Values: (range, args) => writeContent(range, args.value(0)),
    Formulas: (range, args) => writeContent(range, args.value(0)),
    FormulasLocal: (range, args) => writeContent(range, args.value(0)),
    NumberFormat: (range, args) => writeNumberFormats(range, args.value(0)),
    NumberFormatLocal: (range, args) => writeNumberFormats(range, args.value(0)),
    RowHidden: (range, args) => {
      const { row, rowCount } = boxInGrid(range);
      const sheet = range.live.sheet(range.sheetId);
      if (args.boolean(0)) sheet.hideRows(row, rowCount);
      else sheet.showRows(row, rowCount);
    },
    ColumnHidden: (range, args) => {
      const { column, columnCount } = boxInGrid(range);
      const sheet = range.live.sheet(range.sheetId);
      if (args.boolean(0)) sheet.hideColumns(column, columnCount);
      else sheet.showColumns(column, columnCount);
    },
  },
  methods: {
    ...geometryMethods,
    Calculate: () => null,
    Clear: clear,
    CopyFrom: copyFrom,
    Insert: insert,
    Delete: remove,
    Merge: merge,
    Unmerge: ({ live, sheetId, box }) => void live.sheet(sheetId).getRange(box.row, box.column, box.rowCount, box.columnCount).breakApart(),
    Select: select,
    GetTables: ({ live, sheetId, box }, args) => live.objects.tablesIn(sheetId, box, args.optionalBoolean(0) ?? true),
    GetSpillingToRange: (range) => spill(range) ?? notFound('the cell does not spill'),
    GetSpillingToRangeOrNullObject: (range) => spill(range),
  },
});

function notFound(what: string): never {
  throw itemNotFound(what);
}

/** The cells an array formula in the range's first cell fills. */
function spillBox({ live, sheetId, box }: RangeState): CellBox | null {
  const ranges = live.parts.injector.get(FormulaDataModel).getArrayFormulaRange()[live.unitId]?.[sheetId];
  const range = ranges?.[box.row]?.[box.column];
  if (!range) return null;
  return {
    row: box.row,
    column: box.column,
    rowCount: range.endRow - range.startRow + 1,
    columnCount: range.endColumn - range.startColumn + 1,
  };
}

function spill(range: RangeState): HostObject | null {
  const box = spillBox(range);
  return box && at(range, box);
}

/** Null when only some are. */
function areHidden(range: RangeState, axis: 'row' | 'column'): boolean | null {
  const sheet = range.live.sheet(range.sheetId).getSheet();
  const box = boxInGrid(range);
  const count = axis === 'row' ? box.rowCount : box.columnCount;
  const isHidden = (index: number): boolean => (axis === 'row' ? !sheet.getRowVisible(index) : !sheet.getColVisible(index));
  const first = isHidden(box[axis]);
  for (let index = 1; index < count; index++) if (isHidden(box[axis] + index) !== first) return null;
  return first;
}

/** Points over `count` rows or columns. */
function extent({ live, sheetId, box }: RangeState, axis: 'row' | 'column', from: number, count: number): number {
  const sheet = live.sheet(sheetId);
  const inGrid = intersectBoxes(box, { row: 0, column: 0, rowCount: sheet.getMaxRows(), columnCount: sheet.getMaxColumns() });
  const max = axis === 'row' ? sheet.getMaxRows() : sheet.getMaxColumns();
  let pixels = 0;
  for (let index = from; inGrid && index < Math.min(from + count, max); index++) {
    pixels += axis === 'row' ? sheet.getRowHeight(index) : sheet.getColumnWidth(index);
  }
  return pixels * pointsPerPixel;
}
