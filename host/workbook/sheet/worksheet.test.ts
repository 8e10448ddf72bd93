import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';

describe('worksheets under office.js', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());

  const refusal = (change: (context: Excel.RequestContext) => void): Promise<string> =>
    host
      .run(async (context) => {
        change(context);
        await context.sync();
      })
      .then(
        () => 'nothing was refused',
        ({ code }: OfficeExtension.Error) => code,
      );

  it('are added at the end without being shown, and know their neighbors', async () => {
    const told = await host.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('Results');
      sheet.tabColor = '#0078D4';
      sheet.showGridlines = false;
      sheet.load('name,position,visibility,tabColor,showGridlines');
      const active = worksheets.getActiveWorksheet().load('name');
      const before = sheet.getPrevious().load('name');
      const after = sheet.getNextOrNullObject();
      const count = worksheets.getCount();
      await context.sync();
      const { name, position, visibility, tabColor, showGridlines } = sheet;
      return [name, position, visibility, tabColor, showGridlines, active.name, before.name, after.isNullObject, count.value];
    });
    expect(told).toEqual(['Results', 1, 'Visible', '#0078D4', false, 'Sheet1', 'Sheet1', true, 2]);
  });

  it('are found in any case, renamed, moved, hidden, shown and deleted', async () => {
    const told = await host.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem('RESULTS');
      sheet.name = 'Answers';
      sheet.position = 0;
      sheet.visibility = 'Hidden';
      sheet.load('name,position,visibility');
      await context.sync();
      const first = [sheet.name, sheet.position, sheet.visibility];
      sheet.visibility = 'Visible';
      sheet.activate();
      const active = worksheets.getActiveWorksheet().load('name');
      await context.sync();
      sheet.delete();
      const gone = worksheets.getItemOrNullObject('Answers');
      await context.sync();
      return [...first, active.name, gone.isNullObject];
    });
    expect(told).toEqual(['Answers', 0, 'Hidden', 'Answers', true]);
  });

  it('freeze rows and columns', async () => {
    const told = await host.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.add('Frozen');
      const places: (string | boolean)[] = [];
      for (const freeze of [() => freezePanes.freezeRows(2), () => freezePanes.freezeColumns(1), () => freezePanes.freezeAt('A1:B3'), () => freezePanes.unfreeze()]) {
        freeze();
        const place = freezePanes.getLocationOrNullObject().load('address');
        await context.sync();
        places.push(place.isNullObject || place.address.split('!')[1]!);
      }
      return places;
    });
    expect(told).toEqual(['1:2', 'A:A', 'A1:B3', true]);
  });

  it('refuse the names Excel refuses', async () => {
    const add = (name: string): Promise<string> => refusal((context) => void context.workbook.worksheets.add(name));
    for (const name of ['x'.repeat(32), 'a:b', 'a/b', 'a\\b', 'a?b', 'a*b', '[a]', "'quoted", 'History', ' ']) {
      expect([name, await add(name)]).toEqual([name, 'InvalidArgument']);
    }
    expect(await add('x'.repeat(31))).toBe('nothing was refused');
    expect(await add('SHEET1')).toBe('ItemAlreadyExists');
    expect(await refusal((context) => void (context.workbook.worksheets.getItem('Frozen').name = 'sheet1'))).toBe('ItemAlreadyExists');
    expect(await refusal((context) => context.workbook.worksheets.getItem('nowhere').activate())).toBe('ItemNotFound');
  });

  it('always leave one to be seen', async () => {
    const only = await openTestHost();
    const attempt = (change: (sheet: Excel.Worksheet) => void): Promise<string> =>
      only
        .run(async (context) => {
          change(context.workbook.worksheets.getItem('Sheet1'));
          await context.sync();
        })
        .then(() => 'nothing was refused', ({ code }: OfficeExtension.Error) => code);
    expect(await attempt((sheet) => sheet.delete())).toBe('InvalidOperation');
    expect(await attempt((sheet) => void (sheet.visibility = 'Hidden'))).toBe('InvalidOperation');
    only.close();
  });
});
