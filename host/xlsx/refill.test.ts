import { describe, expect, it } from '@jest/globals';
import type { CellSnapshot, ChartSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { changeSheet, withCells } from './test/change-snapshot.ts';
import { COMBO_CHART, RESULTS, TABLE } from './test/foreign-parts.ts';
import { foreignWorkbook } from './test/foreign-workbook.ts';
import { packageProblems, unpack, unpackText } from './test/package-problems.ts';
import { writeXlsx } from './write.ts';

const functions = functionNames(['CLOUD.COST']);
const original = foreignWorkbook();
const opened = readXlsx(original, functions);
const results = (workbook: WorkbookSnapshot): SheetSnapshot =>
  workbook.sheets.find(({ name }) => name === 'Results Farm')!;

const save = (change: (sheet: SheetSnapshot) => Partial<SheetSnapshot>): Uint8Array => {
  const bytes = writeXlsx(changeSheet(opened, 'Results Farm', change), original, functions);
  expect(packageProblems(bytes)).toEqual([]);
  return bytes;
};

const perHour = (value: number): CellSnapshot => ({
  value,
  formula: '=OutFrontier[[#This Row],[Cost]]/OutFrontier[[#This Row],[Hours]]',
});

/** A second run with one more row, and a column more before the analyst's own. */
function grown(sheet: SheetSnapshot): Partial<SheetSnapshot> {
  const [table] = sheet.tables;
  const columnNames = ['Nodes', 'Hours', 'Cost', 'Billed', 'PerHour'];
  const rows = [
    [8, 100, 12.5, 13],
    [16, 50, 13, 14],
    [32, 25, 14, 15],
    [64, 12.5, 16, 17],
  ];
  const cells: Record<string, CellSnapshot> = { D5: { value: 'Billed' }, E5: { value: 'PerHour' } };
  rows.forEach((values, index) => {
    values.forEach((value, column) => {
      cells[`${'ABCD'[column]}${index + 6}`] = {
        value,
        ...(column === 2 && { style: sheet.cells.get(5)!.get(2)!.style! }),
      };
    });
    cells[`E${index + 6}`] = perHour(values[2]! / values[1]!);
  });
  return {
    cells: withCells(sheet.cells, cells),
    tables: [{ ...table!, columnNames, box: { row: 4, column: 0, rowCount: 5, columnCount: 5 } }],
  };
}

describe('a result table of an earlier run, refilled', () => {
  it('grows in range and columns, and keeps what the analyst did to it', () => {
    const bytes = save(grown);
    const table = unpackText(bytes, 'xl/tables/table1.xml');
    expect(table).toContain('name="OutFrontier" displayName="OutFrontier" ref="A5:E9" totalsRowShown="0">');
    expect(table).toContain(
      '<autoFilter ref="A5:E9" xr:uid="{22222222-0000-0000-0000-000000000000}"><filterColumn colId="1">',
    );
    expect(table).toContain(
      '<tableColumns count="5"><tableColumn id="1" name="Nodes"/><tableColumn id="2" name="Hours"/>' +
        '<tableColumn id="3" name="Cost" dataDxfId="0"/><tableColumn id="5" name="Billed"/>' +
        '<tableColumn id="4" name="PerHour"><calculatedColumnFormula>OutFrontier[[#This Row],[Cost]]/OutFrontier[[#This Row],[Hours]]',
    );
    expect(table.slice(table.indexOf('<tableStyleInfo'))).toBe(TABLE.slice(TABLE.indexOf('<tableStyleInfo')));
    const again = results(readXlsx(bytes, functions));
    expect(again.cells.get(8)!.get(4)).toEqual(perHour(1.28));
    expect(again.tables[0]!.box).toEqual({ row: 4, column: 0, rowCount: 5, columnCount: 5 });
  });

  it('shows the rows again that a filter hid, once the filters were cleared', () => {
    const hidden = RESULTS.replace('<row r="7">', '<row r="7" hidden="1" ht="20">');
    const filtered = foreignWorkbook({ 'xl/worksheets/sheet2.xml': hidden });
    const before = readXlsx(filtered, functions);
    const cleared = changeSheet(before, 'Results Farm', sheet => ({
      tables: [{ ...sheet.tables[0]!, areFiltersCleared: true }],
    }));
    const bytes = writeXlsx(cleared, filtered, functions);
    expect(packageProblems(bytes)).toEqual([]);
    const sheet = unpackText(bytes, 'xl/worksheets/sheet2.xml');
    expect(sheet).toBe(RESULTS.replace('<row r="7">', '<row r="7" ht="20">'));
    expect(unpackText(bytes, 'xl/tables/table1.xml')).toContain('xr:uid="{22222222-0000-0000-0000-000000000000}"/><tableColumns');
  });

  it('takes charts with it, also the one on a sheet of its own', () => {
    const bytes = save(grown);
    const expected = COMBO_CHART.replaceAll('$8</c:f>', '$9</c:f>')
      .replaceAll('<c:ptCount val="3"/>', '<c:ptCount val="4"/>')
      .replaceAll('<c:v>32</c:v></c:pt>', '<c:v>32</c:v></c:pt><c:pt idx="3"><c:v>64</c:v></c:pt>')
      .replace('<c:v>25</c:v></c:pt>', '<c:v>25</c:v></c:pt><c:pt idx="3"><c:v>12.5</c:v></c:pt>')
      .replace('<c:v>14</c:v></c:pt>', '<c:v>14</c:v></c:pt><c:pt idx="3"><c:v>16</c:v></c:pt>');
    expect(unpackText(bytes, 'xl/charts/chart1.xml')).toBe(expected);
    expect(unpackText(bytes, 'xl/charts/chart2.xml')).toBe(expected);
  });

  it('touches nothing it does not own', () => {
    const [before, after] = [unpack(original), unpack(save(grown))];
    const changed = [...before.keys()].filter(part => String(before.get(part)) !== String(after.get(part)));
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/sharedStrings.xml',
      'xl/tables/table1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect([...after.keys()].filter(part => !before.has(part))).toEqual([]);
  });

  it('shrinks: cells below are cleared, charts and totals follow', () => {
    const bytes = save(sheet => ({
      cells: withCells(sheet.cells, {
        A7: { value: 'Total' },
        B7: { value: 100, formula: '=SUBTOTAL(109,[Hours])' },
        C7: null,
        D7: null,
        A8: null,
        B8: null,
        C8: null,
        D8: null,
      }),
      tables: [
        {
          ...sheet.tables[0]!,
          box: { row: 4, column: 0, rowCount: 3, columnCount: 4 },
          showTotals: true,
          showBandedRows: false,
        },
      ],
    }));
    const table = unpackText(bytes, 'xl/tables/table1.xml');
    expect(table).toContain('ref="A5:D7" totalsRowCount="1">');
    expect(table).toContain('<autoFilter ref="A5:D6"');
    expect(table).toContain('showRowStripes="0"');
    expect(unpackText(bytes, 'xl/charts/chart1.xml')).toContain("<c:f>'Results Farm'!$B$6</c:f>");
    const sheet = unpackText(bytes, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('<row r="8"><c r="A8"/><c r="B8"/><c r="C8" s="2"/><c r="D8"/></row>');
    expect(sheet).toContain('<f>SUBTOTAL(109,OutFrontier[Hours])</f><v>100</v>');
  });

  it('refreshes the caches of charts whose values changed, and only theirs', () => {
    const bytes = save(sheet => ({ cells: withCells(sheet.cells, { B7: { value: 51 } }) }));
    const expected = COMBO_CHART.replace('<c:v>50</c:v>', '<c:v>51</c:v>');
    expect(unpackText(bytes, 'xl/charts/chart1.xml')).toBe(expected);
    const elsewhere = save(sheet => ({ cells: withCells(sheet.cells, { A1: { value: 'Title' } }) }));
    expect(unpackText(elsewhere, 'xl/charts/chart1.xml')).toBe(COMBO_CHART);
  });
});

describe('charts of the opened file', () => {
  const change = (more: Partial<ChartSnapshot>): Uint8Array =>
    save(sheet => ({ charts: [{ ...sheet.charts[0]!, isChanged: true, ...more }] }));

  it('get new words in their titles without losing their look', () => {
    const bytes = change({ title: 'Time & money' });
    expect(unpackText(bytes, 'xl/charts/chart1.xml')).toBe(COMBO_CHART.replace('My own title', 'Time &amp; money'));
  });

  it('follow references the snapshot gives them', () => {
    const [first, second] = results(opened).charts[0]!.series;
    const bytes = change({ series: [{ ...first!, valuesRef: "'Results Farm'!$D$6:$D$8" }, second!] });
    const chart = unpackText(bytes, 'xl/charts/chart1.xml');
    expect(chart).toContain(
      '<c:f>\'Results Farm\'!$D$6:$D$8</c:f><c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>0.125</c:v>',
    );
    expect(chart).toContain('<c:lineChart>');
    expect(unpackText(bytes, 'xl/charts/chart2.xml')).toBe(COMBO_CHART);
  });

  it('are written anew only when they become another kind', () => {
    const bytes = change({ type: 'Line' });
    expect(results(readXlsx(bytes, functions)).charts[0]).toMatchObject({
      name: 'Frontier',
      type: 'Line',
      title: 'My own title',
    });
    expect([...unpack(bytes).keys()].filter(part => part.startsWith('xl/charts/'))).toEqual([
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
    ]);
  });

  it('move without being touched themselves', () => {
    const bytes = change({ left: 100, top: 40, width: 300, height: 150 });
    expect(unpackText(bytes, 'xl/charts/chart1.xml')).toBe(COMBO_CHART);
    expect(results(readXlsx(bytes, functions)).charts[0]).toMatchObject({
      left: 100,
      top: 40,
      width: 300,
      height: 150,
    });
    expect(unpackText(bytes, 'xl/drawings/drawing1.xml')).toContain('name="Logo"');
  });

  it('go with their part, and leave the picture beside them', () => {
    const bytes = save(() => ({ charts: [] }));
    expect([...unpack(bytes).keys()]).not.toContain('xl/charts/chart1.xml');
    const drawing = unpackText(bytes, 'xl/drawings/drawing1.xml');
    expect(drawing).toContain('name="Logo"');
    expect(drawing).not.toContain('Frontier');
  });

  it('get neighbours, in a drawing there is and in a new one', () => {
    const chart: ChartSnapshot = {
      ...results(opened).charts[0]!,
      name: 'Second',
      isFromFile: false,
      isChanged: true,
      left: 10,
      top: 300,
    };
    const bytes = save(sheet => ({ charts: [...sheet.charts, chart] }));
    expect(results(readXlsx(bytes, functions)).charts.map(({ name }) => name)).toEqual(['Frontier', 'Second']);
    expect(unpackText(bytes, 'xl/drawings/drawing1.xml')).toContain('<xdr:cNvPr id="4" name="Second"/>');
    const onInputs = writeXlsx(
      changeSheet(opened, 'Inputs', () => ({ charts: [chart] })),
      original,
      functions,
    );
    expect(packageProblems(onInputs)).toEqual([]);
    expect(readXlsx(onInputs, functions).sheets[0]!.charts).toMatchObject([{ name: 'Second', left: 10, top: 300 }]);
  });
});
