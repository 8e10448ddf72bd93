import { describe, expect, it } from '@jest/globals';
import { parseCsv } from './parse-csv.ts';

describe('parseCsv', () => {
  it('reads quotes, commas, line breaks and both line ends', () => {
    expect(parseCsv('a,b\r\n"x, ""y""","two\nlines"\n,\n\nlast')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"', 'two\nlines'] },
      { line: 4, cells: ['', ''] },
      { line: 6, cells: ['last'] },
    ]);
    expect(parseCsv('')).toEqual([]);
  });
});
