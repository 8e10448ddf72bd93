import { describe, expect, it } from '@jest/globals';
import { cellReference, columnReference, withCellReferences, type TablePlace } from './table-place.ts';

const jobs: TablePlace = {
  tableId: 'FarmJobs',
  sheetName: 'Farm jobs',
  columns: ['JobId', 'Work'],
  keys: ['film', 'short-film'],
  body: { row: 7, column: 25, rowCount: 2, columnCount: 2 },
};

describe('places of table cells', () => {
  it('are absolute references, with the sheet name in quotes where it needs them', () => {
    expect(cellReference('Settings', 0, 0)).toBe('Settings!$A$1');
    expect(cellReference("Bob's", 9, 701)).toBe("'Bob''s'!$ZZ$10");
  });

  it('name the cells of a column', () => {
    expect(columnReference(jobs, 'JobId')).toBe("'Farm jobs'!$Z$8:$Z$9");
  });

  it('replace table, key and column in a formula', () => {
    const formula = '=CLOUD.JOBTIME({FarmJobs.short-film.Work},"a/b/c",1000)';
    expect(withCellReferences(formula, [jobs])).toBe('=CLOUD.JOBTIME(\'Farm jobs\'!$AA$9,"a/b/c",1000)');
  });

  it('say which row or column is not there', () => {
    expect(() => withCellReferences('={FarmJobs.long-film.Work}', [jobs])).toThrow('{FarmJobs.long-film.Work}');
    expect(() => withCellReferences('={FarmJobs.film.Nodes}', [jobs])).toThrow('Nodes');
  });
});
