import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';

/** The formula in each of the given rows, as an analyst fills a column down. */
async function fill(host: TestHost, address: string, formula: string): Promise<unknown[]> {
  return host.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange(address);
    range.formulas = [[formula], [formula], [formula]];
    range.load('values,formulas');
    await context.sync();
    expect(range.formulas.flat()).toEqual([formula, formula, formula]);
    return range.values.flat();
  });
}

describe('structured references under office.js', () => {
  let host: TestHost;
  const values = (address: string, change?: (sheet: Excel.Worksheet) => void): Promise<unknown[]> =>
    host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      change?.(sheet);
      const range = sheet.getRange(address).load('values');
      await context.sync();
      return range.values.flat();
    });
  beforeAll(async () => {
    host = await openTestHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      // beside the table, so that a column it does not have is not taken for the one before it
      sheet.getRange('A1:A4').values = [['beside'], [7], [7], [7]];
      sheet.getRange('B1:E4').values = [['Cost', 'Unit price', 'Q1', 'Share'], [1, 10, 5, ''], [2, 20, 6, ''], [3, 30, 7, '']];
      sheet.tables.add('B1:E4', true).name = 'Jobs';
      await context.sync();
    });
  });
  afterAll(() => host.close());

  it.each([
    ['=[@Cost]*2', [2, 4, 6]],
    ['=-[@Cost]+[@[Unit price]]', [9, 18, 27]],
    ['=[@Cost]/SUM([Cost])*6', [1, 2, 3]],
    ['=SUM([@[Cost]:[Q1]])', [16, 28, 40]],
    ['=IF([@Q1]>=6,"[@Q1]","less")', ['less', '[@Q1]', '[@Q1]']], // a name like a cell's stays as it is; a text too
    ['=[[#Headers],[Cost]]', ['Cost', 'Cost', 'Cost']],
    ['=[@cost]+jobs[@COST]', [2, 4, 6]],
    ['=Jobs[[#This Row],[Cost]]+Jobs[@[Unit price]]', [11, 22, 33]],
    ['=SUM(JOBS[Unit Price])', [60, 60, 60]],
    ['=[@Nope]', ['#REF!', '#REF!', '#REF!']],
  ])('%s in its table', async (formula, expected) => {
    expect(await fill(host, 'E2:E4', formula)).toEqual(expected);
  });

  it.each([
    ['=Jobs[@Cost]*2', [2, 4, 6]],
    ['=SUM(Jobs[[Cost]:[Q1]])', [84, 84, 84]],
    ['=SUM(Jobs[Nope])', ['#REF!', '#REF!', '#REF!']],
    ['=[@Cost]', ['#VALUE!', '#VALUE!', '#VALUE!']],
  ])('%s beside its table', async (formula, expected) => {
    expect(await fill(host, 'G2:G4', formula)).toEqual(expected);
  });

  it('are copied as they are', async () => {
    const copied = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('E2').formulas = [['=[@Q1]+C2']];
      sheet.getRange('E3:E4').copyFrom('E2', 'Formulas');
      const range = sheet.getRange('E2:E4').load('values,formulas');
      await context.sync();
      return [range.formulas, range.values];
    });
    expect(copied).toEqual([[['=[@Q1]+C2'], ['=[@Q1]+C3'], ['=[@Q1]+C4']], [[15], [26], [37]]]);
  });

  it('follow their cells, in every row', async () => {
    await fill(host, 'E2:E4', '=[@Cost]/SUM([Cost])');
    await fill(host, 'G2:G4', '=SUM(Jobs[Cost])');
    expect(await values('E2:E4', (sheet) => void (sheet.getRange('B2').values = [[5]]))).toEqual([0.5, 0.2, 0.3]);
    expect(await values('E2:G4', (sheet) => void (sheet.getRange('B4').values = [[13]]))).toEqual([0.25, '', 20, 0.1, '', 20, 0.65, '', 20]);
  });

  it('see the rows a table has grown by, then and later', async () => {
    const grown = await values('G2', (sheet) => {
      sheet.tables.getItem('Jobs').resize('B1:E5');
      sheet.getRange('B5:E5').formulas = [[20, 1, 1, '=[@Cost]/SUM([Cost])']];
    });
    expect(grown).toEqual([40]);
    expect(await values('E4:E5')).toEqual([0.325, 0.5]);
    expect(await values('G2', (sheet) => void (sheet.getRange('B5').values = [[100]]))).toEqual([120]);
    expect(await values('E5')).toEqual([100 / 120]);
  });

  it('calculate when the table they name comes, and not when it goes', async () => {
    expect(await values('I1', (sheet) => void (sheet.getRange('I1').formulas = [['=SUM(Later[Size])']]))).toEqual(['#NAME?']);
    const found = await values('I1', (sheet) => {
      sheet.getRange('K1:K3').values = [['Size'], [4], [5]];
      sheet.tables.add('K1:K3', true).name = 'Later';
    });
    expect(found).toEqual([9]);
    expect(await values('I1', (sheet) => sheet.tables.getItem('Later').convertToRange())).toEqual(['#NAME?']);
  });
});
