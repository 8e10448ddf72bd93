import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';

describe('ranges under office.js', () => {
  let host: TestHost;
  let next = 1;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());

  /** Each test on a sheet of its own. */
  const onSheet = <T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    host.run((context) => batch(context.workbook.worksheets.add(`Ranges ${next++}`), context));

  it('takes values as if they were typed, and tells their types', async () => {
    const range = await onSheet(async (sheet, context) => {
      const cells = sheet.getRange('A1:H1');
      cells.values = [['text', 12.5, '12', 'TRUE', "'007", '=B1*2', '#N/A', '']];
      cells.load('values,valueTypes,formulas,text');
      await context.sync();
      return cells.toJSON();
    });
    expect(range.values).toEqual([['text', 12.5, 12, true, '007', 25, '#N/A', '']]);
    expect(range.valueTypes).toEqual([['String', 'Double', 'Double', 'Boolean', 'String', 'Double', 'Error', 'Empty']]);
    expect(range.formulas).toEqual([['text', 12.5, 12, true, '007', '=B1*2', '#N/A', '']]);
    expect(range.text).toEqual([['text', '12.5', '12', 'TRUE', '007', '25', '#N/A', '']]);
  });

  it('leaves a cell alone for null, clears it for an empty text, and fills a range with one value', async () => {
    const values = await onSheet(async (sheet, context) => {
      const cells = sheet.getRange('B2:C3');
      cells.values = 'x' as unknown as string[][];
      cells.values = [[null, ''], [1, null]] as unknown as string[][];
      cells.load('values');
      await context.sync();
      return cells.values;
    });
    expect(values).toEqual([['x', ''], [1, 'x']]);
  });

  it('keeps what is typed into cells formatted as text', async () => {
    const range = await onSheet(async (sheet, context) => {
      const cells = sheet.getRange('A1:A3');
      cells.numberFormat = '@' as unknown as string[][];
      cells.values = [['007'], [5], ['=1+1']];
      cells.load('values,numberFormat');
      await context.sync();
      return cells.toJSON();
    });
    expect(range).toMatchObject({ values: [['007'], ['5'], ['=1+1']], numberFormat: [['@'], ['@'], ['@']] });
  });

  it('shows numbers by their format without changing them', async () => {
    const range = await onSheet(async (sheet, context) => {
      const cells = sheet.getRange('A1:C1');
      cells.values = [[1234.5, 0.25, 46_023]];
      cells.numberFormat = [['#,##0.00', '0 %', 'yyyy-mm-dd']];
      cells.load('values,text');
      await context.sync();
      return cells.toJSON();
    });
    // serial 46,023 is 2026-01-01
    expect(range).toMatchObject({ values: [[1234.5, 0.25, 46_023]], text: [['1,234.50', '25 %', '2026-01-01']] });
  });

  it('does not turn texts of digits into numbers when they get a number format', async () => {
    const values = await onSheet(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.values = [["'007"]];
      cell.numberFormat = [['0.00']];
      cell.load('values');
      await context.sync();
      return cell.values;
    });
    expect(values).toEqual([['007']]);
  });

  it('writes a hundred thousand cells in one assignment', async () => {
    const last = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').getResizedRange(9_999, 9);
      range.values = Array.from({ length: 10_000 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
      const corner = range.getLastCell().load('values,address');
      await context.sync();
      return [corner.values, corner.address.split('!')[1]];
    });
    expect(last).toEqual([[[99_999]], 'J10000']);
  });

  it('stores formulas filled down once and gives each back', async () => {
    const name = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A4').values = [[1], [2], [3], [4]];
      sheet.getRange('B1:B4').formulas = [1, 2, 3, 4].map((row) => [`=A${row}*$A$4`]);
      sheet.load('name');
      await context.sync();
      return sheet.name;
    });
    const stored = host.session.api.getActiveWorkbook()!.getSheetByName(name)!.getSheet();
    expect([0, 1, 2, 3].map((row) => stored.getCellRaw(row, 1)?.f ?? null)).toEqual(['=A1*$A$4', null, null, null]);
    const overwritten = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange('B1').values = [['gone']];
      const range = sheet.getRange('B1:B4').load('formulas,values');
      await context.sync();
      return range.toJSON();
    });
    expect(overwritten).toMatchObject({
      formulas: [['gone'], ['=A2*$A$4'], ['=A3*$A$4'], ['=A4*$A$4']],
      values: [['gone'], [8], [12], [16]],
    });
  });

  it('does the geometry', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      sheet.getRange('B2:C3').values = [[1, 2], [3, 4]];
      const range = sheet.getRange('B2:D5');
      const found = [
        range.getCell(1, 2),
        range.getOffsetRange(1, 1),
        range.getResizedRange(-1, 2),
        range.getLastRow(),
        range.getRowsBelow(2),
        range.getColumnsBefore(1),
        range.getBoundingRect('F1'),
        range.getIntersection('C4:Z9'),
        range.getEntireColumn(),
        range.getUsedRange(),
        sheet.getUsedRange(true),
      ].map((each) => each.load('address'));
      const none = range.getIntersectionOrNullObject('Z1');
      none.load('address');
      await context.sync();
      return [...found.map(({ address }) => address.split('!')[1]), none.isNullObject];
    });
    const expected = ['D3', 'C3:E6', 'B2:F4', 'B5:D5', 'B6:D7', 'A2:A5', 'B1:F5', 'C4:D5', 'B:D', 'B2:C3', 'B2:C3', true];
    expect(addresses).toEqual(expected);
  });

  it('copies formulas with their references moved, values, and formats', async () => {
    const copies = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [[1, 10], [2, 20]];
      sheet.getRange('C1').formulas = [['=A1+B$1']];
      sheet.getRange('C1').format.fill.color = '#112233';
      sheet.getRange('C2:C4').copyFrom('C1', 'Formulas');
      sheet.getRange('D1').copyFrom('C1:C2', 'Values');
      sheet.getRange('E1').copyFrom('C1', 'Formats');
      const formulas = sheet.getRange('C1:E4').load('formulas');
      const fill = sheet.getRange('E1').format.fill.load('color');
      const unfilled = sheet.getRange('C2').format.fill.load('color');
      await context.sync();
      return [formulas.formulas, fill.color, unfilled.color];
    });
    expect(copies).toEqual([
      [['=A1+B$1', 11, ''], ['=A2+B$1', 12, ''], ['=A3+B$1', '', ''], ['=A4+B$1', '', '']],
      '#112233',
      '#FFFFFF',
    ]);
  });

  it('clears contents, formats or both', async () => {
    const left = await onSheet(async (sheet, context) => {
      const cells = sheet.getRange('A1:A3');
      cells.values = [[1], [2], [3]];
      cells.format.fill.color = '#112233';
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
      sheet.getRange('A3').clear();
      cells.load('values');
      const fills = ['A1', 'A2', 'A3'].map((address) => sheet.getRange(address).format.fill.load('color'));
      await context.sync();
      return [cells.values, fills.map(({ color }) => color)];
    });
    expect(left).toEqual([[[''], [2], ['']], ['#112233', '#FFFFFF', '#FFFFFF']]);
  });

  it('inserts and deletes cells; formulas follow', async () => {
    const steps = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('C1').formulas = [['=SUM(A1:A3)']];
      sheet.getRange('A2').insert('Down');
      const inserted = sheet.getRange('A1:A4').load('values');
      const formula = sheet.getRange('C1').load('formulas,values');
      await context.sync();
      const first = [inserted.values, formula.formulas, formula.values];
      sheet.getRange('A1:A2').delete('Up');
      const deleted = sheet.getRange('A1:A2').load('values');
      formula.load('formulas');
      await context.sync();
      return [...first, deleted.values, formula.formulas];
    });
    expect(steps).toEqual([[[1], [''], [2], [3]], [['=SUM(A1:A4)']], [[6]], [[2], [3]], [['=SUM(A1:A2)']]]);
  });

  it('refuses arrays of the wrong shape, ranges outside the sheet and addresses that are none', async () => {
    const refused = async (batch: (sheet: Excel.Worksheet) => void): Promise<unknown> =>
      onSheet(async (sheet, context) => {
        batch(sheet);
        await context.sync();
      }).catch(({ code, debugInfo }: OfficeExtension.Error) => [code, debugInfo.errorLocation]);
    expect(await refused((sheet) => void (sheet.getRange('A1:B2').values = [[1]]))).toEqual(['InvalidArgument', 'Range.Values']);
    const tooMany = Array.from({ length: 2000 }, () => [1]);
    expect(await refused((sheet) => void (sheet.getRange('A1:A3').values = tooMany))).toEqual(['InvalidArgument', 'Range._ValidateArraySize']);
    expect(await refused((sheet) => void sheet.getRange('A1').getOffsetRange(-1, 0).select())).toContain('InvalidArgument');
    expect(await refused((sheet) => void sheet.getRange('nothing').select())).toContain('InvalidArgument');
  });
});
