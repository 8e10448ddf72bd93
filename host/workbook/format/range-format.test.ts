import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';

describe('formats under office.js', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());

  const cellStyle = (row: number, column: number) => host.session.takeSnapshot().sheets[0]!.cells.get(row)?.get(column)?.style;

  it('sets and tells fonts, fills, alignment and sizes', async () => {
    const told = await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:C3');
      const { format } = range;
      format.font.bold = true;
      format.font.italic = true;
      format.font.underline = 'Single';
      format.font.color = '#0a0b0c';
      format.font.size = 14;
      format.font.name = 'Arial';
      format.fill.color = '#DDEEFF';
      format.horizontalAlignment = 'Center';
      format.verticalAlignment = 'Top';
      format.wrapText = true;
      format.indentLevel = 2;
      format.columnWidth = 90;
      format.rowHeight = 30;
      range.load('format/font,format/fill,format/horizontalAlignment,format/wrapText,format/indentLevel,format/columnWidth,format/rowHeight');
      await context.sync();
      return range.format.toJSON();
    });
    expect(told).toMatchObject({
      font: { bold: true, italic: true, underline: 'Single', color: '#0A0B0C', size: 14, name: 'Arial' },
      fill: { color: '#DDEEFF' },
      horizontalAlignment: 'Center',
      wrapText: true,
      indentLevel: 2,
      columnWidth: 90,
      rowHeight: 30,
    });
    expect(cellStyle(2, 2)).toEqual({
      fontName: 'Arial',
      fontSize: 14,
      bold: true,
      italic: true,
      underline: true,
      fontColor: '#0A0B0C',
      fillColor: '#DDEEFF',
      horizontalAlignment: 'center',
      verticalAlignment: 'top',
      wrapText: true,
      indent: 2,
    });
    const [sheet] = host.session.takeSnapshot().sheets;
    expect([sheet!.columnWidths.get(2), sheet!.rowHeights.get(1)]).toEqual([90, 30]);
  });

  it('answers null for what differs from cell to cell', async () => {
    const told = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('E1').format.font.bold = true;
      const mixed = sheet.getRange('E1:E2').load('format/font/bold,format/font/italic');
      await context.sync();
      return [mixed.format.font.bold, mixed.format.font.italic];
    });
    expect(told).toEqual([null, false]);
  });

  it('draws borders with weight, style and color on the sides asked for', async () => {
    const told = await host.run(async (context) => {
      const { borders } = context.workbook.worksheets.getItem('Sheet1').getRange('G2:H3').format;
      borders.getItem('EdgeBottom').style = 'Continuous';
      borders.getItem('EdgeBottom').weight = 'Thick';
      borders.getItem('EdgeBottom').color = '#FF0000';
      borders.getItem('InsideVertical').style = 'Dot';
      const bottom = borders.getItem('EdgeBottom').load('style,weight,color');
      const top = borders.getItem('EdgeTop').load('style');
      await context.sync();
      return [bottom.style, bottom.weight, bottom.color, top.style];
    });
    expect(told).toEqual(['Continuous', 'Thick', '#FF0000', 'None']);
    const dotted = { weight: 'dotted', color: '#000000' };
    expect(cellStyle(2, 6)).toEqual({ borders: { bottom: { weight: 'thick', color: '#FF0000' }, right: dotted } });
    expect(cellStyle(1, 7)).toEqual({ borders: { left: dotted } });
  });

  it('fits columns to the longest text in them', async () => {
    const widths = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('J1:K1').values = [['i', 'a rather long heading of forty characters']];
      sheet.getRange('J:K').format.autofitColumns();
      const columns = ['J1', 'K1'].map((address) => sheet.getRange(address).load('format/columnWidth'));
      await context.sync();
      return columns.map(({ format }) => format.columnWidth);
    });
    expect(widths[0]).toBeLessThan(30);
    expect(widths[1]).toBeGreaterThan(180);
  });

  it('takes formats of whole columns as far as the grid reaches', async () => {
    const format = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('M:M').numberFormat = '0.000' as unknown as string[][];
      const cell = sheet.getRange('M150').load('numberFormat');
      await context.sync();
      return cell.numberFormat;
    });
    expect(format).toEqual([['0.000']]);
  });
});
