import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvReader } from './csv-rows.ts';
import { utf8Text } from './utf8-text.ts';

const rowsOf = (bytes: Uint8Array, chunk = bytes.length): string[][] => {
  const rows: string[][] = [];
  const reader = csvReader({
    onRow: row => void rows.push(Array.from({ length: row.cellCount }, (_, index) => row.cell(index))),
    onCut: row => void rows.push([`cut in ${row}`]),
    onUnendedRow: () => undefined,
    onEnd: () => undefined,
  });
  for (let from = 0; from < bytes.length; from += chunk) reader.write(bytes.slice(from, from + chunk));
  reader.end();
  return rows;
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('CSV rows', () => {
  it('come back as they were written, in any chunks (RFC 4180)', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', 'say "hi"', 'two\nlines', '', '"', '☁ 클라우드'));
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (rows, chunk) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const table = [['plain', 'header'], ...rows];
        const text = table.map(cells => cells.map(quoted).join(',')).join('\n');
        expect(rowsOf(bytesOf(text), chunk)).toEqual(table);
      }),
    );
  });

  it('give a row that never ends up instead of gathering the file', () => {
    const endless = bytesOf(`a,b\n"${'x'.repeat(3_000_000)}`);
    expect(rowsOf(endless, 65_536)).toEqual([['a', 'b'], ['cut in 2']]);
  });
});

describe('UTF-8', () => {
  it('is read as the platform reads it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }).map(bytesOf)), bytes => {
        expect(utf8Text(bytes, 0, bytes.length)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
    );
  });

  it('shows broken bytes as such', () => {
    for (const bytes of [[0xff], [0xc3], [0xe2, 0x98], [0xc0, 0x80]]) expect(utf8Text(Uint8Array.from(bytes), 0, bytes.length)).toContain('\uFFFD');
  });
});
