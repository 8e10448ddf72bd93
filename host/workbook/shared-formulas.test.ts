import { describe, expect, it } from '@jest/globals';
import type { ICellData } from '@univerjs/core';
import { shareFilledDownFormulas } from './cell-writer.ts';
import { rowRelativeForm } from './shared-formulas.ts';

const columnOf = (...formulas: string[]): Record<number, Record<number, ICellData>> =>
  Object.fromEntries(formulas.map((f, row) => [row, { 0: { f } }]));

describe('formulas filled down', () => {
  it('read the same wherever they stand', () => {
    const filled = (row: number): string => `=IF(B${row}>$C$1,Plan!D${row},"B${row}")&SUM(tbl[B1],'A B1'!$E${row}:E$9)`;
    // the text in quotes, the column name in brackets and the fixed rows do not move
    const moved = filled(7).replace('"B7"', '"B2"');
    expect(rowRelativeForm(moved, 6)).toBe(rowRelativeForm(filled(2), 1));
    expect(rowRelativeForm(filled(7), 6)).not.toBe(rowRelativeForm(filled(2), 1));
  });

  it('do not take function names, names and other sheets for cells', () => {
    expect(rowRelativeForm('=LOG10(A2)+Rate1x+ABCD5', 1)).toBe('=LOG10(A[0])+Rate1x+ABCD5');
  });

  it('are left alone when they hold whole rows', () => {
    expect(rowRelativeForm('=SUM(3:5)', 1)).toBeNull();
    expect(rowRelativeForm('=SUM(A3:A5)', 1)).not.toBeNull();
  });

  it('are stored as one from three rows on', () => {
    const cells = columnOf('=A1*2', '=A2*2', '=A3*2', '=A9*2');
    shareFilledDownFormulas(cells);
    const { si } = cells[0]![0]!;
    expect(si).toBeTruthy();
    expect([0, 1, 2, 3].map((row) => cells[row]![0])).toEqual([
      { f: '=A1*2', si },
      { f: null, si },
      { f: null, si },
      { f: '=A9*2' },
    ]);
  });

  it('keep their texts when they are only two, or rows lie between them', () => {
    const two = columnOf('=A1', '=A2');
    shareFilledDownFormulas(two);
    expect(two).toEqual(columnOf('=A1', '=A2'));
    const apart = { 0: { 0: { f: '=A1' } }, 2: { 0: { f: '=A3' } }, 4: { 0: { f: '=A5' } } };
    shareFilledDownFormulas(apart);
    expect(Object.values(apart).every((row) => row[0].f !== null)).toBe(true);
  });
});
