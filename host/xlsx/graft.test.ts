import { describe, expect, it } from '@jest/globals';
import type { CellSnapshot, ChartSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { changeSheet, sheetOf, withCells } from './test/change-snapshot.ts';
import { INPUTS, STYLES } from './test/foreign-parts.ts';
import { foreignWorkbook } from './test/foreign-workbook.ts';
import { packageProblems, unpack, unpackText } from './test/package-problems.ts';
import { writeXlsx } from './write.ts';

const functions = functionNames(['CLOUD.COST']);
const original = foreignWorkbook();
const opened = readXlsx(original, functions);
const sheetNamed = (workbook: WorkbookSnapshot, name: string): SheetSnapshot =>
  workbook.sheets.find(sheet => sheet.name === name)!;

/** Names of the parts whose bytes differ, that came, or that went. */
function changedParts(bytes: Uint8Array): string[] {
  const [before, after] = [unpack(original), unpack(bytes)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const text = (parts: Map<string, Uint8Array>, name: string): string => String(parts.get(name));
  return [...names].filter(name => text(before, name) !== text(after, name)).sort();
}

const save = (workbook: WorkbookSnapshot): Uint8Array => {
  const bytes = writeXlsx(workbook, original, functions);
  expect(packageProblems(bytes)).toEqual([]);
  return bytes;
};

const editInputs = (changes: Readonly<Record<string, CellSnapshot | null>>): WorkbookSnapshot =>
  changeSheet(opened, 'Inputs', sheet => ({ cells: withCells(sheet.cells, changes) }));

it('builds its fixture without a fault', () => expect(packageProblems(original)).toEqual([]));

describe('saving into the opened file', () => {
  it('gives back the very bytes when nothing changed', () => {
    expect(writeXlsx(opened, original, functions)).toBe(original);
  });

  it('patches a changed value and nothing else of the sheet', () => {
    const { style } = sheetNamed(opened, 'Inputs').cells.get(1)!.get(1)!;
    const bytes = save(
      editInputs({ B2: { value: 6000, ...(style && { style }) }, C2: { value: 12000, formula: '=B2*2' } }),
    );
    const expected = INPUTS.replace('<c r="B2" s="2"><v>5000</v></c>', '<c r="B2" s="2"><v>6000</v></c>')
      .replace('<f>B2*2</f><v>10000</v>', '<f>B2*2</f><v>12000</v>')
      .replace('<row r="2" spans="1:6" x14ac:dyDescent="0.3">', '<row r="2" x14ac:dyDescent="0.3">');
    expect(unpackText(bytes, 'xl/worksheets/sheet1.xml')).toBe(expected);
    expect(changedParts(bytes)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('writes new cells in their place, with the look of their column, and new texts', () => {
    const bytes = save(
      editInputs({ E3: { value: 'new' }, B9: { value: 1 }, A20: { value: true }, A3: { value: 'Setting' } }),
    );
    const sheet = unpackText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<f t="shared" si="0"/><v>230000000</v></c><c r="E3" s="4" t="s"><v>10</v></c></row>');
    expect(sheet).toContain('<row r="9"><c r="B9"><v>1</v></c></row><row r="12"');
    expect(sheet).toContain('</row><row r="20"><c r="A20" t="b"><v>1</v></c></row></sheetData>');
    expect(sheet).toContain('<dimension ref="A1:F20"/>');
    expect(sheet).toContain('<c r="A3" t="s"><v>0</v></c>');
    expect(unpackText(bytes, 'xl/sharedStrings.xml')).toContain('<t>PerHour</t></si><si><t>new</t></si></sst>');
  });

  it('empties a cell that is gone and keeps its look', () => {
    const bytes = save(editInputs({ B2: null, F12: null }));
    const sheet = unpackText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="B2" s="2"/>');
    expect(sheet).toContain('<c r="F12" s="4"/>');
  });

  it('lays a new look over the old one', () => {
    const before = sheetNamed(opened, 'Inputs').cells.get(0)!.get(0)!;
    const bytes = save(
      editInputs({
        A1: { ...before, style: { ...before.style, bold: false, numberFormat: '0.000' } },
        B2: { value: 5000, style: { numberFormat: '#,##0.00\\ "USD"', fillColor: '#00FF00' } },
      }),
    );
    const again = sheetNamed(readXlsx(bytes, functions), 'Inputs');
    const { bold: _, ...kept } = before.style!;
    expect(again.cells.get(0)!.get(0)!.style).toEqual({ ...kept, numberFormat: '0.000' });
    expect(again.cells.get(1)!.get(1)!.style).toEqual({ numberFormat: '#,##0.00\\ "USD"', fillColor: '#00FF00' });
    const styles = unpackText(bytes, 'xl/styles.xml');
    // Strike-through and protection have no word in a snapshot: they stay.
    expect(styles).toContain('<font><strike/><sz val="12"/>');
    expect(styles).toMatch(
      /<xf numFmtId="164" fontId="0" fillId="4" borderId="0"[^>]*><protection locked="0"\/><\/xf>/,
    );
    expect(styles.slice(0, STYLES.indexOf('<numFmts'))).toBe(STYLES.slice(0, STYLES.indexOf('<numFmts')));
  });

  it('says a shared formula in full where its first cell is overwritten', () => {
    const bytes = save(editInputs({ D2: { value: 7 } }));
    const sheet = unpackText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('t="shared"');
    expect(sheet).toContain('<c r="D5"><f>B5*Budget</f><v>12500</v></c>');
    const again = sheetNamed(readXlsx(bytes, functions), 'Inputs');
    expect(again.cells.get(4)!.get(3)).toEqual({ value: 12500, formula: '=B5*Budget' });
  });

  it('keeps a value our calculation has none for, and asks Excel to calculate', () => {
    const uncalculated = { value: '#NAME?', isError: true };
    const bytes = save(
      editInputs({
        C2: { formula: '=B2*2', ...uncalculated },
        A6: { formula: '=SORT(A2:B3)', ...uncalculated },
        B6: null,
        A7: null,
        B7: null,
      }),
    );
    expect(unpackText(bytes, 'xl/worksheets/sheet1.xml')).toBe(INPUTS);
    expect(unpackText(bytes, 'xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  it('follows an array formula that fills more cells now', () => {
    const formula = '=SORT(A2:B3)';
    const bytes = save(
      editInputs({
        A6: { value: 1, formula, spill: { rowCount: 3, columnCount: 2 } },
        A8: { value: 5, isSpilled: true },
        B8: { value: 6, isSpilled: true },
      }),
    );
    const sheet = unpackText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="A6" cm="1"><f t="array" ref="A6:B8">_xlfn._xlws.SORT(A2:B3)</f><v>1</v></c>');
    expect(sheet).toContain('<row r="8"><c r="A8"><v>5</v></c><c r="B8"><v>6</v></c></row>');
    expect(changedParts(bytes)).not.toContain('xl/metadata.xml');
  });
});

describe('sheets, names and parts that come and go', () => {
  it('adds a sheet with table and chart beside what is there', () => {
    const table = {
      name: 'OutSummary',
      box: { row: 0, column: 0, rowCount: 3, columnCount: 2 },
      columnNames: ['Scenario', 'Cost'],
      showBandedRows: true,
      showFilterButton: true,
      showTotals: false,
    };
    const chart: ChartSnapshot = {
      name: 'Cost',
      type: 'ColumnClustered',
      series: [{ nameRef: 'Results!$B$1', valuesRef: 'Results!$B$2:$B$3', categoriesRef: 'Results!$A$2:$A$3' }],
      left: 200,
      top: 10,
      width: 300,
      height: 200,
      isFromFile: false,
      isChanged: true,
    };
    const rows = [
      [{ value: 'Scenario' }, { value: 'Cost' }],
      [{ value: 'Base' }, { value: 10.5, style: { numberFormat: '#,##0.00' } }],
      [{ value: 'Other' }, { value: 11 }],
    ];
    const added = sheetOf('Results', rows, { tables: [table], charts: [chart] });
    const [inputs, ...others] = opened.sheets;
    const bytes = save({ ...opened, sheets: [inputs!, added, ...others], activeSheetName: 'Results' });
    const again = readXlsx(bytes, functions);
    expect(again.sheets.map(({ name }) => name)).toEqual(['Inputs', 'Results', 'Results Farm', 'Pivot']);
    expect(again.activeSheetName).toBe('Results');
    expect(again.names).toEqual(opened.names);
    expect(sheetNamed(again, 'Results').tables).toEqual([table]);
    expect(sheetNamed(again, 'Results').charts).toMatchObject([
      { ...chart, series: [{ ...chart.series[0], name: 'Cost' }], isFromFile: true, isChanged: false },
    ]);
    expect(sheetNamed(again, 'Results Farm').pageLayout).toEqual({ printArea: 'A1:H30' });
    const workbook = unpackText(bytes, 'xl/workbook.xml');
    // The chart sheet keeps the second place; the result sheet of the file moves from the third to the fourth.
    expect(
      [...workbook.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name, id]) => `${name} ${id}`),
    ).toEqual(['Inputs 4', 'Picture of it 9', 'Results 10', 'Results Farm 7', 'Pivot 5']);
    expect(workbook).toContain(`<definedName name="_xlnm._FilterDatabase" localSheetId="3" hidden="1">`);
    expect(workbook).toContain('activeTab="2"');
    const app = unpackText(bytes, 'docProps/app.xml');
    expect(app).toContain('<vt:i4>5</vt:i4>');
    expect(app).toContain(
      '<vt:lpstr>Picture of it</vt:lpstr><vt:lpstr>Results</vt:lpstr><vt:lpstr>Results Farm</vt:lpstr>',
    );
    expect(changedParts(bytes)).not.toContain('xl/worksheets/sheet1.xml');
  });

  it('adds, changes and removes names', () => {
    const names = [
      { name: 'Budget', formula: '=Inputs!$B$3' },
      { name: 'CLOUDCOST', formula: '=LAMBDA(provider,hours,CLOUD.COST(provider,"us-east-1","m7i.xlarge",hours))' },
      opened.names[1]!,
    ];
    const bytes = save({ ...opened, names });
    expect(readXlsx(bytes, functions).names).toEqual([names[0], names[2], names[1]]);
    const workbook = unpackText(bytes, 'xl/workbook.xml');
    expect(workbook).not.toContain('TwiceIt');
    expect(workbook).toContain(
      '>_xlfn.LAMBDA(_xlpm.provider,_xlpm.hours,_xldudf_CLOUD_COST(_xlpm.provider,"us-east-1","m7i.xlarge",_xlpm.hours))<',
    );
    expect(changedParts(bytes)).toEqual(['xl/workbook.xml']);
  });

  it('adds, changes and removes custom XML parts, and keeps settings', () => {
    const id = '{11111111-2222-4333-8444-555555555555}';
    const added = save({
      ...opened,
      customXmlParts: [...opened.customXmlParts, { id, xml: '<a xmlns="urn:a"/>' }],
      settings: { CloudCost: '{"schema":1}' },
    });
    const once = readXlsx(added, functions);
    expect(once.customXmlParts).toEqual([...opened.customXmlParts, { id, xml: '<a xmlns="urn:a"/>' }]);
    expect(once.settings).toEqual({ CloudCost: '{"schema":1}' });
    const changed = writeXlsx(
      { ...once, customXmlParts: [{ id, xml: '<b/>' }], settings: { CloudCost: '{"schema":2}', More: '"<&"' } },
      added,
      functions,
    );
    expect(packageProblems(changed)).toEqual([]);
    const twice = readXlsx(changed, functions);
    expect(twice.customXmlParts).toEqual([{ id, xml: '<b/>' }]);
    expect(twice.settings).toEqual({ CloudCost: '{"schema":2}', More: '"<&"' });
    const emptied = writeXlsx({ ...twice, customXmlParts: [], settings: {} }, changed, functions);
    expect(packageProblems(emptied)).toEqual([]);
    expect([...unpack(emptied).keys()].filter(part => part.startsWith('customXml'))).toEqual([]);
  });

  it('will not lose a sheet of the file', () => {
    expect(() => writeXlsx({ ...opened, sheets: opened.sheets.slice(1) }, original, functions)).toThrow('Inputs');
  });
});
