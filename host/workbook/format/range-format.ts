import { HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { Nullable } from '@univerjs/core';
import { ObjectKind } from '../../interpreter/host-object.ts';
import { pointsPerPixel, univerStyle } from '../cell-style.ts';
import { boxInGrid } from '../range/range-state.ts';
import type { RangeState } from '../range/range-state.ts';
import { fitColumns, fitRows } from './autofit.ts';
import { setColumnWidths } from './column-width.ts';
import { rangeBordersKind } from './range-border.ts';
import { rangeFillKind, rangeFontKind } from './range-font.ts';
import { commonStyle, patchStyle } from './style-patch.ts';

const horizontal: Readonly<Record<string, HorizontalAlign | null>> = {
  General: null,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Fill: HorizontalAlign.LEFT,
  Justify: HorizontalAlign.JUSTIFIED,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const vertical: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
  Justify: VerticalAlign.MIDDLE,
  Distributed: VerticalAlign.MIDDLE,
};

const nameOf = (table: Readonly<Record<string, number | null>>, value: Nullable<number>, otherwise: string): string =>
  Object.keys(table).find((name) => table[name] === value) ?? otherwise;

/** The common size of rows or columns in points; null when they differ. */
function commonSize(range: RangeState, axis: 'row' | 'column'): number | null {
  const sheet = range.live.sheet(range.sheetId);
  const box = boxInGrid(range);
  const sizeAt = (index: number): number => (axis === 'row' ? sheet.getRowHeight(index) : sheet.getColumnWidth(index));
  const count = axis === 'row' ? box.rowCount : box.columnCount;
  const first = sizeAt(box[axis]);
  for (let index = 1; index < count; index++) if (sizeAt(box[axis] + index) !== first) return null;
  return first * pointsPerPixel;
}

export const rangeFormatKind = new ObjectKind<RangeState>('RangeFormat', {
  scalars: {
    HorizontalAlignment: (range) => commonStyle(range, (style) => nameOf(horizontal, style?.ht, 'General')),
    VerticalAlignment: (range) => commonStyle(range, (style) => nameOf(vertical, style?.vt, 'Bottom')),
    WrapText: (range) => commonStyle(range, (style) => style?.tb === WrapStrategy.WRAP),
    IndentLevel: (range) => commonStyle(range, (style) => Math.round((style?.pd?.l ?? 0) / 9)),
    ColumnWidth: (range) => commonSize(range, 'column'),
    RowHeight: (range) => commonSize(range, 'row'),
  },
  links: {
    Font: (range) => rangeFontKind.make(range),
    Fill: (range) => rangeFillKind.make(range),
    Borders: (range) => rangeBordersKind.make(range),
  },
  setters: {
    HorizontalAlignment: (range, args) => {
      const align = horizontal[args.choice(0, Object.keys(horizontal))] ?? null;
      patchStyle(range, () => ({ ht: align }));
    },
    VerticalAlignment: (range, args) => {
      const align = vertical[args.choice(0, Object.keys(vertical))] ?? null;
      patchStyle(range, () => ({ vt: align }));
    },
    WrapText: (range, args) => {
      const wrap = args.boolean(0) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
      patchStyle(range, () => ({ tb: wrap }));
    },
    IndentLevel: (range, args) => {
      const { pd } = univerStyle({ indent: args.count(0) });
      patchStyle(range, () => ({ pd: pd ?? null }));
    },
    ColumnWidth: (range, args) => {
      range.live.grow(range.sheetId, 0, Math.min(range.box.column + range.box.columnCount, 500));
      const { column, columnCount } = boxInGrid(range);
      setColumnWidths(range.live, range.sheetId, { first: column, count: columnCount }, args.number(0) / pointsPerPixel);
    },
    RowHeight: (range, args) => {
      range.live.grow(range.sheetId, Math.min(range.box.row + range.box.rowCount, 100_000), 0);
      const { row, rowCount } = boxInGrid(range);
      range.live.sheet(range.sheetId).setRowHeightsForced(row, rowCount, args.number(0) / pointsPerPixel);
    },
  },
  methods: {
    AutofitColumns: fitColumns,
    AutofitRows: fitRows,
  },
});
