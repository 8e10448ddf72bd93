import { describe, expect, it } from '@jest/globals';
import { resultTables } from './result-tables.ts';

/** Excel's own limits: characters of a sheet's name, and those it forbids. */
const longestSheetName = 31;
const forbidden = /[\\/?*[\]:]/;

describe('the result tables', () => {
  it('stand each on a sheet of its own: beside another a table prints too small to be read', () => {
    const sheets = resultTables.map(({ sheetName }) => sheetName);
    expect(sheets.filter((name, place) => sheets.indexOf(name) !== place)).toEqual([]);
  });

  it('have names that Excel takes', () => {
    for (const { id, sheetName, columns } of resultTables) {
      expect(id).toMatch(/^Out[A-Za-z]+$/);
      expect(sheetName.length <= longestSheetName && !forbidden.test(sheetName)).toBe(true);
      for (const column of columns) expect(column.id).toMatch(/^(x_)?[A-Za-z][A-Za-z0-9]*$/);
      expect(new Set(columns.map(column => column.id.toLowerCase())).size).toBe(columns.length);
    }
  });
});
