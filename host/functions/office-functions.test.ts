import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../test-addin/open-test-host.ts';
import type { TestHost } from '../test-addin/open-test-host.ts';

describe("custom functions through office.js's own runtime", () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());

  const sheet = () => host.session.api.getActiveWorkbook()!.getSheetByName('Sheet1')!;
  const cellAt = (row: number, column: number) => host.session.takeSnapshot().sheets[0]!.cells.get(row)?.get(column);
  const window = () => host.pane.window as unknown as { ticking?: number };
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  /** Puts formulas below each other and answers what the cells then show. */
  async function evaluate(column: string, ...formulas: string[]): Promise<unknown[]> {
    sheet().getRange(`${column}1:${column}${formulas.length}`).setValues(formulas.map((f) => [{ f }]));
    await host.session.idle();
    const index = column.charCodeAt(0) - 65;
    return formulas.map((_, row) => cellAt(row, index)?.value);
  }

  it('takes optional arguments, ranges, repeated ones, and calls inside calls', async () => {
    sheet().getRange('A1:A3').setValues([[1], [2], [3]]);
    const values = await evaluate(
      'B',
      '=CLOUD.COST("small",2)',
      '=CLOUD.COST("small",2,,100)',
      '=CLOUD.TOTAL(A1:A3)',
      '=CLOUD.JOIN("-",A1:A2,"x",A3)',
      '=CLOUD.COST("small",CLOUD.COST("small",2))',
      '=CLOUD.TOTAL(CLOUD.COST("small",1),2)',
      '=CLOUD.WHERE()',
    );
    // 0.05 x 2 x 730; 0.05 x 2 x 100; 0.05 x 73 x 730
    expect(values.slice(0, 4)).toEqual([73, 10, 6, '1-2-x-3']);
    expect(values[4]).toBeCloseTo(2664.5, 9);
    expect(values.slice(5)).toEqual(['#N/A', 'Sheet1!B7']); // too many arguments
  });

  it('keeps the types of results: text of digits stays text', async () => {
    expect(await evaluate('C', '=CLOUD.TEXT(7)', '=CLOUD.TEXT("2026-01-01")', '=LEN(CLOUD.TEXT(7))')).toEqual(['007', '002026-01-01', 3]);
  });

  it('spills arrays, and one call for each cell of a range given for a single value', async () => {
    await evaluate('D', '=CLOUD.SERIES(3)');
    await evaluate('G', '=CLOUD.COST("small",A1:A3)');
    expect(cellAt(0, 3)).toEqual({ value: 'month 1', formula: '=CLOUD.SERIES(3)', spill: { rowCount: 3, columnCount: 2 } });
    expect([cellAt(2, 3), cellAt(2, 4)]).toEqual([{ value: 'month 3', isSpilled: true }, { value: 30, isSpilled: true }]);
    expect([0, 1, 2].map((row) => cellAt(row, 6)?.value)).toEqual([36.5, 73, 109.5].map((value) => expect.closeTo(value, 9)));
    expect(await evaluate('I', '=SUM(D1:E3)')).toEqual([60]);
  });

  it('shows errors as Excel does and keeps their messages', async () => {
    const values = await evaluate(
      'J',
      '=CLOUD.COST("none",2)',
      '=CLOUD.FAIL("number")',
      '=CLOUD.FAIL("value")',
      '=CLOUD.FAIL("slip")',
      '=CLOUD.COST(1/0,2)',
      '=IFERROR(CLOUD.COST("none",2),"caught")',
      '=CLOUD.COST("none",2)*2',
    );
    expect(values).toEqual(['#N/A', '#NUM!', '#VALUE!', '#VALUE!', '#DIV/0!', 'caught', '#N/A']);
    const messages = [0, 1, 2, 3, 4, 5, 6].map((row) => host.session.errorMessage('Sheet1', row, 9));
    expect(messages).toEqual(['There is no plan none.', null, 'not like this', null, null, null, 'There is no plan none.']);
    expect(host.session.errorMessage('nowhere', 0, 0)).toBeNull();
  });

  it('asks once for equal arguments, and again after Application.calculate', async () => {
    const before = host.session.functionStats.invoked;
    await evaluate('L', ...Array.from({ length: 20 }, () => '=CLOUD.COST("large",7)'));
    expect(host.session.functionStats.invoked).toBe(before + 1);
    await host.run(async (context) => {
      context.application.calculate('Full');
      await context.sync();
    });
    await host.session.idle();
    expect(host.session.functionStats.invoked).toBeGreaterThan(before + 1);
    expect(cellAt(19, 11)?.value).toBeCloseTo(0.4 * 7 * 730, 9);
  });

  it('follows its arguments', async () => {
    await evaluate('M', '=CLOUD.COST("small",A1)');
    sheet().getRange('A1').setValue(10);
    await host.session.idle();
    expect(cellAt(0, 12)?.value).toBeCloseTo(365, 9);
  });

  it('streams, goes on in a reloaded pane, and is cancelled when the cell is overwritten', async () => {
    await evaluate('N', '=CLOUD.TICK(100)', '=N1*2');
    await wait(700);
    const first = Number(cellAt(0, 13)?.value);
    expect(first).toBeGreaterThan(101);
    expect(cellAt(1, 13)?.value).toBe(2 * first);
    host = await host.reload();
    await wait(700);
    expect(window().ticking).toBe(1);
    await evaluate('N', '=CLOUD.TICK(500)'); // other arguments: the old stream ends, a new one begins
    await wait(500);
    expect(window().ticking).toBe(1);
    sheet().getRange('N1').setValue(5);
    await host.session.idle();
    await wait(100);
    expect(window().ticking).toBe(0);
    expect(cellAt(1, 13)?.value).toBe(10);
  });

  it('leaves no error behind in the pane', () => {
    expect(host.pane.errors).toEqual([]);
    expect(host.session.stats.unknown).toEqual([]);
  });
});
