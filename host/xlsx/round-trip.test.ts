import { describe, expect, it } from '@jest/globals';
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { writeXlsx } from './write.ts';

const functions = functionNames(['CLOUD.COST', 'CLOUD.NODES']);

const sheet = (name: string, rows: readonly (readonly CellSnapshot[])[]): SheetSnapshot => ({
  name,
  isHidden: false,
  showGridlines: true,
  cells: new Map(rows.map((row, index) => [index, new Map(row.map((cell, column) => [column, cell]))])),
  columnWidths: new Map(),
  rowHeights: new Map(),
  merges: [],
  tables: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
});

describe('a workbook written and read again', () => {
  it('keeps cells, formulas, tables and names', () => {
    const cells = [
      [{ value: 'Hours' }, { value: 'Cost & <more>' }],
      [{ value: 730 }, { value: 70.08, formula: '=CLOUD.COST("aws","us-east-1","m7i.xlarge",[@Hours])' }],
      [{ value: true }, { value: '#N/A', isError: true }],
      [{ value: 1, formula: '=SEQUENCE(1,2)', spill: { rowCount: 1, columnCount: 2 } }, { value: 2, isSpilled: true }],
    ] as const;
    const snapshot: WorkbookSnapshot = {
      sheets: [
        {
          ...sheet('In', cells),
          tables: [
            {
              name: 'Jobs',
              box: { row: 0, column: 0, rowCount: 3, columnCount: 2 },
              columnNames: ['Hours', 'Cost & <more>'],
              showBandedRows: true,
              showFilterButton: true,
              showTotals: false,
            },
          ],
        },
      ],
      names: [{ name: 'CLOUDCOST', formula: '=LAMBDA(provider,hours,CLOUD.COST(provider,"us-east-1","m7i.xlarge",hours))' }],
      customXmlParts: [],
      settings: {},
      date1904: false,
    };
    const again = readXlsx(writeXlsx(snapshot, null, functions), functions);
    expect(again.names).toEqual(snapshot.names);
    expect(again.sheets[0]!.tables).toEqual(snapshot.sheets[0]!.tables);
    const formula = again.sheets[0]!.cells.get(1)!.get(1)!.formula;
    expect(formula).toBe('=CLOUD.COST("aws","us-east-1","m7i.xlarge",Jobs[[#This Row],[Hours]])');
    expect(again.sheets[0]!.cells.get(3)).toEqual(snapshot.sheets[0]!.cells.get(3));
    expect(again.sheets[0]!.cells.get(0)).toEqual(snapshot.sheets[0]!.cells.get(0));
    expect(again.sheets[0]!.cells.get(2)).toEqual(snapshot.sheets[0]!.cells.get(2));
  });
});
