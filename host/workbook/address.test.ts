import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  boundingBox,
  columnIndex,
  columnName,
  formatAddress,
  formatReference,
  intersectBoxes,
  looksLikeCell,
  maxColumnCount,
  maxRowCount,
  parseAddress,
  quoteSheetName,
} from './address.ts';
import type { CellBox } from './snapshot.ts';

const box = fc
  .tuple(fc.nat(maxRowCount - 1), fc.nat(maxColumnCount - 1), fc.nat(500), fc.nat(50))
  .map(([row, column, rows, columns]): CellBox => ({
    row,
    column,
    rowCount: Math.min(rows + 1, maxRowCount - row),
    columnCount: Math.min(columns + 1, maxColumnCount - column),
  }));

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('names column %i %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });

  it('reads what it writes, with and without a sheet', () => {
    fc.assert(
      fc.property(box, fc.string({ minLength: 1, maxLength: 31 }), (cells, sheetName) => {
        expect(parseAddress(formatAddress(cells))).toEqual({ sheetName: null, ...cells });
        expect(parseAddress(formatReference(sheetName, cells))).toEqual({ sheetName, ...cells });
      }),
    );
  });

  it('reads corners in either order, whole columns and whole rows', () => {
    expect(parseAddress('$D$9:B2')).toEqual({ sheetName: null, row: 1, column: 1, rowCount: 8, columnCount: 3 });
    expect(parseAddress('C:B')).toEqual({ sheetName: null, row: 0, column: 1, rowCount: maxRowCount, columnCount: 2 });
    expect(parseAddress("'It''s'!3:4")).toEqual({ sheetName: "It's", row: 2, column: 0, rowCount: 2, columnCount: maxColumnCount });
    expect(formatAddress({ row: 0, column: 1, rowCount: maxRowCount, columnCount: 2 })).toBe('B:C');
    expect(formatAddress({ row: 2, column: 0, rowCount: 2, columnCount: maxColumnCount })).toBe('3:4');
  });

  it('refuses what lies outside the sheet or is no address', () => {
    for (const text of ['', 'A0', 'A1048577', 'XFE1', 'Rate', 'A1:', '1:A', 'tbl[x]']) expect(parseAddress(text)).toBeNull();
  });

  it('quotes sheet names that Excel would misread', () => {
    expect(['Plan', 'Farm results', 'A1', '2026', "O'Brien", 'R1C1', 'Übersicht'].map(quoteSheetName)).toEqual([
      'Plan',
      "'Farm results'",
      "'A1'",
      "'2026'",
      "'O''Brien'",
      "'R1C1'",
      'Übersicht',
    ]);
  });

  it('knows names of accelerators that are cells', () => {
    expect(['T4', 'A100', 'H100', 'L40', 'TCO1', 'R', 'c', 'RC'].every(looksLikeCell)).toBe(true);
    expect(['CLOUDCOST', 'XFE1', 'A1048577', 'Rate', 'RCX'].some(looksLikeCell)).toBe(false);
  });

  it('meets and bounds boxes', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const around = boundingBox(a, b);
        expect(intersectBoxes(around, a)).toEqual(a);
        expect(intersectBoxes(around, b)).toEqual(b);
        expect(intersectBoxes(a, b)).toEqual(intersectBoxes(b, a));
      }),
    );
  });
});
