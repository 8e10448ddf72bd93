import { describe, expect, it } from '@jest/globals';
import type { ChartSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { changeSheet, sheetOf, withCells, workbookOf } from './test/change-snapshot.ts';
import { foreignWorkbook } from './test/foreign-workbook.ts';
import { convert, countColor, findLibreOffice, hasPoppler, print, sheetsAsCsv } from './test/libre-office.ts';
import { packageProblems } from './test/package-problems.ts';
import { writeXlsx } from './write.ts';

const functions = functionNames(['CLOUD.COST']);
const found = findLibreOffice();
const isReady = found !== undefined && hasPoppler();
if (!isReady && !process.env.CI) process.stdout.write('Skipped: LibreOffice or poppler-utils is not installed here.\n');
const soffice = found ?? '';
const describeOffice = isReady || process.env.CI ? describe : describe.skip;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr'];
const COLORS = ['#4472C4', '#ED7D31', '#A5A5A5'];

/** A result sheet: a caption, a table of costs by month, and charts standing on it. */
function resultSheet(types: readonly string[]): SheetSnapshot {
  const header = ['Month', 'Compute', 'Storage', 'Egress'].map(value => ({ value }));
  const rows = MONTHS.map((month, index) => [
    { value: month },
    ...[900, 300, 100].map(cost => ({ value: cost + 50 * index, style: { numberFormat: '#,##0.00' } })),
  ]);
  const total = { value: 3900, formula: '=SUM(OutCost[Compute])' };
  const priced = { value: 70.08, formula: '=CLOUD.COST("aws","us-east-1","m7i.xlarge",730)' };
  const series = ['B', 'C', 'D'].map(column => ({
    nameRef: `'Farm results'!$${column}$3`,
    valuesRef: `'Farm results'!$${column}$4:$${column}$7`,
    categoriesRef: "'Farm results'!$A$4:$A$7",
  }));
  const charts = types.map((type, index): ChartSnapshot => ({
    name: `Chart ${index}`,
    type,
    title: `Cost as ${type}`,
    valueAxisTitle: `USD of ${type}`,
    valueNumberFormat: '#,##0',
    legendPosition: 'Bottom',
    series: type.startsWith('XY') ? [{ nameRef: series[0]!.nameRef, valuesRef: series[0]!.valuesRef }] : series,
    left: 20 + (index % 2) * 330,
    top: 160 + Math.floor(index / 2) * 220,
    width: 310,
    height: 200,
    isFromFile: false,
    isChanged: true,
  }));
  return sheetOf('Farm results', [[{ value: 'Costs' }, total, priced], [], header, ...rows], {
    tables: [
      {
        name: 'OutCost',
        box: { row: 2, column: 0, rowCount: 5, columnCount: 4 },
        columnNames: ['Month', 'Compute', 'Storage', 'Egress'],
        style: 'TableStyleMedium2',
        showBandedRows: true,
        showFilterButton: true,
        showTotals: false,
      },
    ],
    charts,
    pageLayout: { orientation: 'landscape', fitToWidth: 1 },
  });
}

describeOffice('LibreOffice', () => {
  const types = ['ColumnClustered', 'ColumnStacked', 'Line', 'AreaStacked', 'XYScatterLines', 'BarStacked'];

  it('shows the cells of a new file, also those of functions it does not know', () => {
    const bytes = writeXlsx(workbookOf([resultSheet([])]), null, functions);
    expect(sheetsAsCsv(soffice, bytes).get('Farm results')?.split('\n').slice(0, 4)).toEqual([
      'Costs,3900,70.08,',
      ',,,',
      'Month,Compute,Storage,Egress',
      'Jan,900.00,300.00,100.00',
    ]);
  });

  it('draws every kind of chart we write', () => {
    const bytes = writeXlsx(workbookOf([resultSheet(types)]), null, functions);
    const { text, pages } = print(soffice, bytes);
    for (const type of types) expect(text).toContain(`Cost as ${type}`);
    expect(text.replace(/\s+/g, ' ')).toContain('USD of');
    expect(text.match(/Storage/g)?.length).toBeGreaterThanOrEqual(types.length);
    // Bars and areas fill thousands of pixels in each series' colour; without them there are a few dozen of legend.
    for (const color of COLORS)
      expect(pages.reduce((sum, page) => sum + countColor(page, color), 0)).toBeGreaterThan(1500);
  });

  it('keeps table and chart when it saves our file itself', () => {
    const bytes = writeXlsx(workbookOf([resultSheet(['ColumnClustered'])]), null, functions);
    const again = readXlsx(convert(soffice, 'book.xlsx', bytes, 'xlsx').get('book.xlsx')!, functions);
    expect(again.sheets[0]?.charts).toMatchObject([{ type: 'ColumnClustered', title: 'Cost as ColumnClustered' }]);
    expect(again.sheets[0]?.charts[0]?.series.map(({ name }) => name)).toEqual(['Compute', 'Storage', 'Egress']);
    expect(again.sheets[0]?.tables[0]).toMatchObject({
      name: 'OutCost',
      box: { row: 2, column: 0, rowCount: 5, columnCount: 4 },
    });
  });

  it('finds everything of a foreign workbook still there after results were put into it', () => {
    const original = foreignWorkbook();
    const opened = readXlsx(original, functions);
    const changed = changeSheet(opened, 'Inputs', sheet => ({
      cells: withCells(sheet.cells, { B2: { ...sheet.cells.get(1)!.get(1)!, value: 1234 } }),
    }));
    const results = resultSheet(['ColumnClustered']);
    const bytes = writeXlsx({ ...changed, sheets: [...changed.sheets, results] }, original, functions);
    expect(packageProblems(bytes)).toEqual([]);
    const [before, after] = [original, bytes].map(file =>
      convert(soffice, 'book.xlsx', file, 'fods').get('book.fods')!.toString(),
    ) as [string, string];
    for (const thing of [
      '<office:annotation ',
      '<table:data-pilot-table ',
      'icon-set',
      'sparkline',
      'draw:name="Logo"',
      '東京',
    ]) {
      expect([thing, after.split(thing).length]).toEqual([thing, before.split(thing).length]);
    }
    expect(before.split('<draw:object').length + 1).toBe(after.split('<draw:object').length);
    const csv = sheetsAsCsv(soffice, bytes);
    expect([...csv.keys()]).toContain('Farm results');
    expect(csv.get('Inputs')).toContain('Budget,');
    expect(csv.get('Inputs')).toContain('1,234.00 USD');
  });

  it('agrees on a workbook it made itself, with our results in it', () => {
    const original = convert(soffice, 'made.fods', new TextEncoder().encode(OFFICE_DOCUMENT), 'xlsx').get('made.xlsx')!;
    const opened = readXlsx(original, functions);
    const inputs = opened.sheets[0]!;
    expect(inputs.cells.get(0)?.get(1)).toMatchObject({ value: 4 });
    expect(inputs.cells.get(1)?.get(1)).toMatchObject({ value: 8, formula: '=B1*Factor' });
    expect(opened.names).toEqual([{ name: 'Factor', formula: '=Inputs!$C$1' }]);
    const changed: WorkbookSnapshot = {
      ...opened,
      sheets: [
        {
          ...inputs,
          cells: withCells(inputs.cells, {
            B1: { ...inputs.cells.get(0)!.get(1)!, value: 5 },
            B2: { value: 10, formula: '=B1*Factor' },
          }),
        },
        resultSheet(['Line']),
      ],
    };
    const bytes = writeXlsx(changed, original, functions);
    expect(packageProblems(bytes)).toEqual([]);
    const csv = sheetsAsCsv(soffice, bytes);
    expect(csv.get('Inputs')).toBe('Nodes,5.0,2\nBoth,10,\n');
    expect(print(soffice, bytes).text).toContain('Cost as Line');
  });
});

const OFFICE_DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><number:number-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1"/></number:number-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Inputs"><table:table-row><table:table-cell office:value-type="string"><text:p>Nodes</text:p></table:table-cell><table:table-cell table:style-name="ce1" office:value-type="float" office:value="4"/><table:table-cell office:value-type="float" office:value="2"/></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Both</text:p></table:table-cell><table:table-cell table:formula="of:=[.B1]*Factor" office:value-type="float" office:value="8"/></table:table-row></table:table><table:named-expressions><table:named-range table:name="Factor" table:base-cell-address="$Inputs.$A$1" table:cell-range-address="$Inputs.$C$1"/></table:named-expressions></office:spreadsheet></office:body></office:document>`;
