import { expect, it } from '@jest/globals';
import { addressOf, columnLetters, firstFilledCell } from './cell-box.ts';

it('names columns as Excel does', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

it('writes a box as an address', () => {
  expect(addressOf({ row: 6, column: 1, rowCount: 1, columnCount: 1 })).toBe('B7');
  expect(addressOf({ row: 6, column: 1, rowCount: 3, columnCount: 3 })).toBe('B7:D9');
});

it('finds the first filled cell of a block', () => {
  const box = { row: 10, column: 2, rowCount: 2, columnCount: 2 };
  expect(firstFilledCell(box, [['', ''], ['', 0]])).toEqual({ row: 11, column: 3, rowCount: 1, columnCount: 1 });
  expect(firstFilledCell(box, [['', ''], ['', '']])).toBeNull();
});
