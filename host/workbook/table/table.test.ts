import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';

describe('tables under office.js', () => {
  let host: TestHost;
  let next = 1;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());

  interface Prepared {
    readonly sheet: Excel.Worksheet;
    readonly table: Excel.Table;
    readonly context: Excel.RequestContext;
    readonly name: string;
  }

  /** A table B3:D6 with headers a, b, c and the numbers 1 to 9 on a new sheet, and =SUM over column b in F1. */
  const withTable = <T>(batch: (prepared: Prepared) => Promise<T>): Promise<T> =>
    host.run(async (context) => {
      const number = next++;
      const sheet = context.workbook.worksheets.add(`Tables ${number}`);
      sheet.getRange('B3:D6').values = [['a', 'b', 'c'], [1, 2, 3], [4, 5, 6], [7, 8, 9]] as unknown as string[][];
      const table = sheet.tables.add('B3:D6', true);
      table.name = `tbl_${number}`;
      sheet.getRange('F1').formulas = [[`=SUM(tbl_${number}[b])`]];
      await context.sync();
      return batch({ sheet, table, context, name: `tbl_${number}` });
    });

  const refusal = (batch: Promise<unknown>): Promise<string> =>
    batch.then(
      () => 'nothing was refused',
      ({ code, message }: OfficeExtension.Error) => `${code}: ${message.replace(/^The argument is invalid.*?format\. /, '')}`,
    );

  it('gives out its parts', async () => {
    const parts = await withTable(async ({ table, sheet, context }) => {
      table.load('name,style,showBandedRows,showHeaders,showTotals,showFilterButton');
      table.columns.load('items/name,items/index,count');
      table.rows.load('count');
      const column = table.columns.getItem('b');
      const ofTable = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
      const ranges = [...ofTable, column.getRange(), column.getDataBodyRange()].map((range) => range.load('address'));
      const total = sheet.getRange('F1').load('values');
      const found = context.workbook.tables.getItemOrNullObject('TBL_1').load('name');
      const missing = sheet.tables.getItemOrNullObject('tbl_99');
      await context.sync();
      const { style, showBandedRows, showHeaders, showTotals, showFilterButton } = table;
      return {
        style,
        showBandedRows,
        showHeaders,
        showTotals,
        showFilterButton,
        columns: table.columns.items.map(({ name, index }) => [name, index]),
        counts: [table.columns.count, table.rows.count],
        addresses: ranges.map(({ address }) => address.split('!')[1]),
        total: total.values,
        found: [found.name, missing.isNullObject],
      };
    });
    expect(parts).toEqual({
      style: 'TableStyleMedium2',
      showBandedRows: true,
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      columns: [['a', 0], ['b', 1], ['c', 2]],
      counts: [3, 3],
      addresses: ['B3:D6', 'B3:D3', 'B4:D6', 'C3:C6', 'C4:C6'],
      total: [[15]],
      found: ['tbl_1', true],
    });
  });

  it('is resized in place: formulas on it go on, and columns keep their names', async () => {
    const steps = await withTable(async ({ table, sheet, context }) => {
      table.resize('B3:E7');
      sheet.getRange('C7').values = [[100]];
      const total = sheet.getRange('F1').load('values');
      table.columns.load('items/name');
      await context.sync();
      const grown = [total.values[0]![0], table.columns.items.map(({ name }) => name)];
      table.resize('B3:C4');
      total.load('values');
      table.columns.load('items/name');
      await context.sync();
      return [...grown, total.values[0]![0], table.columns.items.map(({ name }) => name)];
    });
    expect(steps).toEqual([115, ['a', 'b', 'c', 'Column4'], 2, ['a', 'b']]);
  });

  it('takes over what is written into its header, made whole and different', async () => {
    const names = await withTable(async ({ table, sheet, context }) => {
      sheet.getRange('B3:D3').values = [['x', '', 'X']];
      table.columns.load('items/name');
      const header = table.getHeaderRowRange().load('values');
      await context.sync();
      return [table.columns.items.map(({ name }) => name), header.values];
    });
    expect(names).toEqual([['x', 'Column2', 'X2'], [['x', 'Column2', 'X2']]]);
  });

  it('grows by rows at the end or before one, and loses rows', async () => {
    const steps = await withTable(async ({ table, sheet, context }) => {
      sheet.getRange('B7').values = [['below']];
      table.rows.add(undefined, [[10, 11, 12]]);
      table.rows.add(0, [['first', 'row', 'here']]);
      const body = table.getDataBodyRange().load('values');
      const below = sheet.getRange('B9').load('values');
      const total = sheet.getRange('F1').load('values');
      await context.sync();
      const grown = [body.values, below.values, total.values];
      table.rows.getItemAt(1).delete();
      table.rows.deleteRowsAt(0, 2);
      const left = table.getDataBodyRange().load('values,address');
      const under = sheet.getRange('B6').load('values');
      await context.sync();
      return [...grown, left.values, left.address.split('!')[1], under.values];
    });
    expect(steps).toEqual([
      [['first', 'row', 'here'], [1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]],
      [['below']],
      [[26]],
      [[7, 8, 9], [10, 11, 12]],
      'B4:D5',
      [['below']],
    ]);
  });

  it('grows when cells of its width are inserted into it, and moves down whole', async () => {
    const places = await withTable(async ({ table, sheet, context }) => {
      sheet.getRange('B5:D5').insert('Down');
      const grown = table.getRange().load('address');
      await context.sync();
      sheet.getRange('A1:E1').insert('Down');
      const moved = table.getRange().load('address');
      const header = table.getHeaderRowRange().load('values');
      await context.sync();
      return [grown.address.split('!')[1], moved.address.split('!')[1], header.values];
    });
    expect(places).toEqual(['B3:D7', 'B4:D8', [['a', 'b', 'c']]]);
  });

  it('adds a header row and a first body row where there are none', async () => {
    const made = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Bare');
      sheet.getRange('A1:B1').values = [[1, 2]];
      const table = sheet.tables.add('A1:B1', false);
      const all = table.getRange().load('values');
      const bare = sheet.tables.add('D1:D1', true).getRange().load('values,address');
      await context.sync();
      return [all.values, bare.values, bare.address];
    });
    expect(made).toEqual([[['Column1', 'Column2'], [1, 2]], [['Column1'], ['']], 'Bare!D1:D2']);
  });

  it('becomes a plain range, or goes with its cells', async () => {
    const left = await withTable(async ({ table, sheet, context }) => {
      const range = table.convertToRange().load('values');
      sheet.tables.load('count');
      await context.sync();
      const second = sheet.tables.add('B3:D6', true);
      second.delete();
      const cells = sheet.getRange('B3:D6').getUsedRangeOrNullObject(true);
      await context.sync();
      return [range.values[0], sheet.tables.count, cells.isNullObject];
    });
    expect(left).toEqual([['a', 'b', 'c'], 0, true]);
  });

  it('refuses overlaps, moved headers, and sizes that are none', async () => {
    const attempt = (change: (prepared: Prepared) => void): Promise<string> =>
      refusal(
        withTable(async (prepared) => {
          change(prepared);
          await prepared.context.sync();
        }),
      );
    expect(await attempt(({ sheet }) => void sheet.tables.add('D6:E9', true))).toMatch(/^InvalidArgument: A table can't overlap another table \(tbl_\d+\)/);
    expect(await attempt(({ table }) => table.resize('B4:D6'))).toBe('InvalidArgument: The headers of a table must remain in the same row.');
    expect(await attempt(({ table }) => table.resize('X3:Z6'))).toBe('InvalidArgument: The resulting table must overlap the original one.');
    expect(await attempt(({ sheet }) => void sheet.getRange('B4').insert('Down'))).toMatch(/^InvalidOperation: .*only a part of the table/);
  });

  it.each([
    ['A100', 'looks like a cell'],
    ['no blanks', 'letters, digits'],
    ['1st', 'begin with a letter'],
    ['x'.repeat(256), 'more than 255'],
    ['', 'empty'],
  ])('refuses the name %.10s', async (name, why) => {
    const message = await refusal(
      withTable(async ({ table, context }) => {
        table.name = name;
        await context.sync();
      }),
    );
    expect(message).toMatch(/^InvalidArgument/);
    expect(message).toContain(why);
  });

  it('refuses names that another table or a defined name has, in any case', async () => {
    await host.run(async (context) => {
      context.workbook.names.add('Taken', '=1');
      await context.sync();
    });
    const rename = (name: string): Promise<string> =>
      refusal(
        withTable(async ({ table, context }) => {
          table.name = name;
          await context.sync();
        }),
      );
    expect(await rename('TBL_1')).toMatch(/^ItemAlreadyExists/);
    expect(await rename('taken')).toMatch(/^ItemAlreadyExists/);
  });
});
