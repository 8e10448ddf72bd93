import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { INPUTS } from './test/foreign-parts.ts';
import { foreignWorkbook } from './test/foreign-workbook.ts';

const functions = functionNames(['CLOUD.COST']);

describe('reading a workbook Excel wrote', () => {
  let workbook: WorkbookSnapshot;
  let inputs: SheetSnapshot;
  let results: SheetSnapshot;
  beforeAll(() => {
    workbook = readXlsx(foreignWorkbook(), functions);
    [inputs, results] = workbook.sheets as [SheetSnapshot, SheetSnapshot];
  });
  const at = (sheet: SheetSnapshot, address: string): CellSnapshot | undefined =>
    sheet.cells.get(Number(address.slice(1)) - 1)?.get(address.charCodeAt(0) - 65);

  it('lists worksheets only, with what is hidden and what is active', () => {
    expect(workbook.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Inputs', false],
      ['Results Farm', false],
      ['Pivot', true],
    ]);
    // The active tab is the chart sheet, which a snapshot cannot name.
    expect(workbook.activeSheetName).toBeUndefined();
    expect(workbook.normalFont).toEqual({ name: 'Arial', size: 10 });
  });

  it('reads values of every kind', () => {
    expect(at(inputs, 'A3')?.value).toBe('Horizon ');
    expect(at(inputs, 'A4')?.value).toBe('東京');
    expect(at(inputs, 'A5')?.value).toBe('inline');
    expect(at(inputs, 'B4')).toEqual({ value: '#N/A', isError: true });
    expect(at(inputs, 'C3')?.value).toBe(true);
    expect(at(inputs, 'C4')).toEqual({ value: 'a<b>', formula: '="a"&"<b>"' });
    expect(at(results, 'A1')?.value).toBe('Frontier\r\nof the farm');
  });

  it('gives formulas as a person types them', () => {
    expect(at(inputs, 'D2')?.formula).toBe('=B2*Budget');
    expect(at(inputs, 'D5')).toEqual({ value: 12500, formula: '=B5*Budget' });
    expect(at(inputs, 'C5')?.formula).toBe('=CLOUD.COST("aws","us-east-1","m7i.xlarge",B5)');
    expect(at(inputs, 'C6')?.formula).toBe('=CLOUD.COST("aws","us-east-1","m7i.xlarge",1)');
    expect(at(inputs, 'C7')?.formula).toBe('=SUM(A6#)');
    expect(at(results, 'D6')?.formula).toBe('=OutFrontier[[#This Row],[Cost]]/OutFrontier[[#This Row],[Hours]]');
  });

  it('tells what an array formula fills', () => {
    expect(at(inputs, 'A6')).toEqual({ value: 1, formula: '=SORT(A2:B3)', spill: { rowCount: 2, columnCount: 2 } });
    expect(at(inputs, 'B7')).toEqual({ value: 4, isSpilled: true });
    expect(at(inputs, 'C7')?.isSpilled).toBeUndefined();
  });

  it('reads how cells look', () => {
    // Theme colour 4 is 4472C4: lightness 0.518, saturation 0.520. A quarter darker: 0.388, so channels from 0.186 to
    // 0.590.
    expect(at(inputs, 'A1')?.style).toEqual({
      fontSize: 12,
      fontColor: '#FFFFFF',
      bold: true,
      fillColor: '#2F5597',
      horizontalAlignment: 'center',
      verticalAlignment: 'center',
      wrapText: true,
    });
    expect(at(inputs, 'B2')?.style).toEqual({
      numberFormat: '#,##0.00\\ "USD"',
      borders: { top: { weight: 'thin' }, bottom: { weight: 'double', color: '#C00000' } },
    });
    expect(at(inputs, 'B3')).toEqual({ value: 46000, style: { numberFormat: 'm/d/yyyy' } });
    expect(at(inputs, 'F12')).toEqual({ value: null, style: { numberFormat: '0.00%', fillColor: '#FFFF00' } });
    expect(at(inputs, 'A2')?.style).toBeUndefined();
  });

  it('reads how the sheet looks', () => {
    expect(inputs.tabColor).toBe('#8FAADC');
    expect(inputs.showGridlines).toBe(false);
    expect(inputs.freeze).toEqual({ rowCount: 1, columnCount: 0 });
    // 20.77734375 digits of 7 pixels are 145 pixels, three quarters of a point each.
    expect(inputs.columnWidths.get(0)).toBe(108.75);
    expect([...inputs.columnWidths.keys()]).toEqual([0, 4, 5]);
    expect(inputs.rowHeights.size).toBe(0);
    expect(inputs.merges).toEqual([{ row: 0, column: 4, rowCount: 1, columnCount: 2 }]);
    expect(results.pageLayout).toEqual({ printArea: 'A1:H30' });
  });

  it('reads tables and names', () => {
    expect(results.tables).toEqual([
      {
        name: 'OutFrontier',
        box: { row: 4, column: 0, rowCount: 4, columnCount: 4 },
        columnNames: ['Nodes', 'Hours', 'Cost', 'PerHour'],
        style: 'TableStyleMedium4',
        showBandedRows: true,
        showFilterButton: true,
        showTotals: false,
      },
    ]);
    expect(workbook.names).toEqual([
      { name: 'Budget', formula: '=Inputs!$B$2' },
      { name: 'Growth', formula: '=0.05', sheetName: 'Inputs', comment: 'per year' },
      { name: 'TwiceIt', formula: '=LAMBDA(x,x*2)' },
    ]);
  });

  it('reads the rules a snapshot has words for, and reports no others', () => {
    const list = { kind: 'list', formula1: 'on-demand,spot', errorMessage: 'choose one' };
    expect(inputs.validations).toEqual([
      { box: { row: 1, column: 0, rowCount: 2, columnCount: 1 }, ...list },
      { box: { row: 8, column: 0, rowCount: 1, columnCount: 1 }, ...list },
    ]);
    expect(inputs.conditionalFormats).toEqual([
      {
        box: { row: 1, column: 1, rowCount: 4, columnCount: 1 },
        kind: 'cellValue',
        rule: { operator: 'GreaterThan', formula1: '=100', fontColor: '#9C0006', fillColor: '#FFC7CE', priority: 0 },
      },
    ]);
  });

  it('reads charts, a chart of two kinds by its first', () => {
    expect(results.charts).toHaveLength(1);
    expect(results.charts[0]).toMatchObject({
      name: 'Frontier',
      type: 'ColumnClustered',
      title: 'My own title',
      valueNumberFormat: '#,##0',
      legendPosition: 'Top',
      left: 5 * 48,
      top: 15,
      width: 6 * 48,
      height: 14 * 15,
      isFromFile: true,
      isChanged: false,
    });
    expect(results.charts[0]?.series).toEqual([
      {
        name: 'Hours',
        nameRef: "'Results Farm'!$B$5",
        valuesRef: "'Results Farm'!$B$6:$B$8",
        categoriesRef: "'Results Farm'!$A$6:$A$8",
        color: '#7030A0',
      },
      {
        name: 'Cost',
        nameRef: "'Results Farm'!$C$5",
        valuesRef: "'Results Farm'!$C$6:$C$8",
        categoriesRef: "'Results Farm'!$A$6:$A$8",
        color: '#7030A0',
      },
    ]);
  });

  it('reads custom XML parts', () => {
    expect(workbook.customXmlParts).toEqual([
      {
        id: '{0D6A51A0-1111-4222-8333-444455556666}',
        xml: '<report xmlns="urn:someone-else"><note>keep me</note></report>',
      },
    ]);
  });

  it('does not mind prefixes, UTF-16 or missing cell addresses', () => {
    const prefixed = INPUTS.replace(/<(\/?)(?=[a-z])(?!\?)/gi, '<$1x:')
      .replace('xmlns="', 'xmlns:x="')
      .replaceAll('x:x14:', 'x14:')
      .replaceAll('x:xm:', 'xm:');
    const again = readXlsx(foreignWorkbook({ 'xl/worksheets/sheet1.xml': prefixed }), functions).sheets[0]!;
    expect(again).toEqual(inputs);
    const utf16 = new Uint8Array(
      new Uint16Array([...`\ufeff${INPUTS.replace('UTF-8', 'UTF-16')}`].map(c => c.charCodeAt(0))).buffer,
    );
    expect(readXlsx(foreignWorkbook({ 'xl/worksheets/sheet1.xml': utf16 }), functions).sheets[0]).toEqual(inputs);
    const bare = INPUTS.replace(/ r="[A-F](?:1|2|3|4|5)"/g, '').replace(/<row r="[1-5]"/g, '<row');
    expect(readXlsx(foreignWorkbook({ 'xl/worksheets/sheet1.xml': bare }), functions).sheets[0]?.cells).toEqual(
      inputs.cells,
    );
  });
});
