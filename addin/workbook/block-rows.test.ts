import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockRows } from './block-rows.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const row = fc.array(fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null)), { minLength: 1, maxLength: 6 });
const bytes = (rows: unknown[][]): number => new TextEncoder().encode(JSON.stringify(rows)).length;

describe('blockRows', () => {
  it('covers all rows once, in order, at most as large as asked or a single row', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 50, max: 400 }), (rows, maxBytes) => {
        const blocks = blockRows(rows, maxBytes);
        expect(blocks.flatMap(({ from, to }) => rows.slice(from, to))).toEqual(rows);
        for (const { from, to } of blocks) {
          // Escapes (\\u0001, \\") and long numbers may take more than estimated; never more than double.
          if (to - from > 1) expect(bytes(rows.slice(from, to))).toBeLessThanOrEqual(maxBytes * 2);
        }
      }),
    );
  });

  it('sends nothing for no rows', () => {
    expect(blockRows([])).toEqual([]);
  });

  it('keeps a request well under the 5 MB of Excel on the web', () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => [`workload ${index}`, index * 1.23456789, 'é'.repeat(20), true, null]);
    for (const { from, to } of blockRows(rows)) expect(bytes(rows.slice(from, to))).toBeLessThan(1_500_000);
  });
});
