import { describe, expect, it } from '@jest/globals';
import { writtenCell } from './report-cell.ts';

describe('writtenCell', () => {
  it('makes serial dates in the workbook\'s own date system', () => {
    // Excel: DATE(2026,1,1) = 46,023; where days are counted from 1904, 44,561
    expect(writtenCell('2026-01-01', 'date', 1900)).toBe(46_023);
    expect(writtenCell('2026-01-01', 'date', 1904)).toBe(44_561);
    expect(writtenCell('2026-01-01T18:00:00Z', 'dateTime', 1900)).toBe(46_023.75);
  });

  it('clears a cell for what is not known', () => {
    expect(writtenCell(null, 'money', 1900)).toBe('');
  });

  it.each(['=1+1', '+1', '-x', '@now', '007', '1-2', '3/4', '12 May', 'May 26', 'TRUE', ' false', '#N/A', '€5', '.5', '(1)', "'quoted"])(
    'keeps %s text, which Excel would take for something else',
    text => expect(writtenCell(text, 'text', 1900)).toBe(`'${text}`),
  );

  it.each(['m7i.xlarge', 'us-east-1', 'Usage', 'render farm', 'n2-standard-4', 'e', 'Standard_D4s_v5'])('leaves %s as it is', text => {
    expect(writtenCell(text, 'text', 1900)).toBe(text);
  });

  it('leaves numbers and truth values as they are', () => {
    expect(writtenCell(0, 'money', 1900)).toBe(0);
    expect(writtenCell(false, 'text', 1900)).toBe(false);
  });
});
