import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';

describe('names under office.js', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openTestHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:A3').values = [[2], [3], [4]];
      await context.sync();
    });
  });
  afterAll(() => host.close());

  it('stand for ranges, formulas and constants in cells', async () => {
    const told = await host.run(async (context) => {
      const { names } = context.workbook;
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      names.add('Numbers', sheet.getRange('A1:A3'), 'the inputs');
      names.add('Rate', '=0.5'); // a built-in function of the grid has this name; Excel does not mind
      names.add('Twice', '=Sheet1!$A$1*2');
      sheet.getRange('C1:C3').formulas = [['=SUM(Numbers)'], ['=Rate*4'], ['=Twice+1']];
      const cells = sheet.getRange('C1:C3').load('values');
      names.load('items/name,items/formula,items/type,items/scope,items/comment,items/visible');
      const range = names.getItem('numbers').getRange().load('address');
      await context.sync();
      return [cells.values, range.address, names.items.map(({ name, formula, type, comment }) => [name, formula, type, comment])];
    });
    expect(told).toEqual([
      [[9], [2], [5]],
      'Sheet1!A1:A3',
      [
        ['Numbers', '=Sheet1!$A$1:$A$3', 'Range', 'the inputs'],
        ['Rate', '=0.5', 'Double', ''],
        ['Twice', '=Sheet1!$A$1*2', 'Array', ''],
      ],
    ]);
  });

  it('change and go, and the cells with them', async () => {
    const told = await host.run(async (context) => {
      const { names } = context.workbook;
      names.getItem('Rate').formula = '=0.25';
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('C2').load('values');
      await context.sync();
      const changed = cell.values[0]![0];
      names.getItem('Rate').delete();
      const gone = names.getItemOrNullObject('Rate');
      cell.load('values');
      await context.sync();
      return [changed, gone.isNullObject, cell.values[0]![0]];
    });
    expect(told).toEqual([1, true, '#NAME?']);
  });

  it('are missed until they come, and followed through other names, in any spelling, and down a column', async () => {
    const told = await host.run(async (context) => {
      const { names } = context.workbook;
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('H1:H4').formulas = [['=GROSS+A1'], ['=GROSS+A2'], ['=GROSS+A3'], ['=SUM(H1:H3)']];
      const cells = sheet.getRange('H1:H4').load('values');
      await context.sync();
      const before = cells.values.flat();
      names.add('Net', '=10');
      names.add('Gross', '=Net*2');
      cells.load('values');
      await context.sync();
      const added = cells.values.flat();
      names.getItem('Net').formula = '=100';
      cells.load('values');
      await context.sync();
      return [before, added, cells.values.flat()];
    });
    expect(told).toEqual([
      ['#NAME?', '#NAME?', '#NAME?', '#NAME?'],
      [22, 23, 24, 69],
      [202, 203, 204, 609],
    ]);
  });

  it('may be a custom function under another name, with optional parameters', async () => {
    const told = await host.run(async (context) => {
      const formula = '=LAMBDA(plan,rate,[nodes],[hours],CLOUD.COST(plan,rate,nodes,hours))';
      const name = context.workbook.names.add('CLOUDCOST', formula);
      name.load('formula,visible');
      context.workbook.worksheets.getItem('Sheet1').getRange('E1:E2').formulas = [['=CLOUDCOST("small",2)'], ['=CLOUDCOST("small",2,1,100)']];
      await context.sync();
      return [name.formula === formula, name.visible];
    });
    expect(told).toEqual([true, true]);
    await host.session.idle();
    const cells = host.session.takeSnapshot().sheets[0]!.cells;
    // 0.05 x 2 x 1 node x 730 or 100 hours
    expect([cells.get(0)?.get(4)?.value, cells.get(1)?.get(4)?.value]).toEqual([73, 10]);
    expect(host.session.takeSnapshot().names.map(({ name }) => name)).toContain('CLOUDCOST');
  });

  it('of a sheet are its own', async () => {
    const told = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Local');
      sheet.names.add('Numbers', '=7');
      sheet.getRange('A1').formulas = [['=Numbers']];
      const cell = sheet.getRange('A1').load('values');
      sheet.names.load('items/name,items/scope');
      context.workbook.names.load('items/name');
      await context.sync();
      const scopes = sheet.names.items.map(({ name, scope }) => [name, scope]);
      return [cell.values, scopes, context.workbook.names.items.filter(({ name }) => name === 'Numbers').length];
    });
    expect(told).toEqual([[[7]], [['Numbers', 'Worksheet']], 1]);
  });

  it('are refused when they look like cells, hold blanks, or are taken', async () => {
    const add = (name: string): Promise<string> =>
      host
        .run(async (context) => {
          context.workbook.names.add(name, '=1');
          await context.sync();
        })
        .then(() => 'nothing was refused', ({ code }: OfficeExtension.Error) => code);
    for (const name of ['T4', 'R1C1', 'two words', '9lives', '']) expect([name, await add(name)]).toEqual([name, 'InvalidArgument']);
    expect(await add('NUMBERS')).toBe('ItemAlreadyExists');
  });
});
