import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.ts';

describe('CSV output', () => {
  it('quotes only the fields that need it, as RFC 4180 says', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines', 'plain']])).toBe('"a,b","say ""hi""","two\nlines",plain\n');
  });

  it('writes numbers in full, logical values as Excel shows them, and nothing for an empty cell', () => {
    expect(toCsv([[0.1 + 0.2, true, null], [1e21, false, '']])).toBe('0.30000000000000004,TRUE,\n1e+21,FALSE,\n');
  });
});
