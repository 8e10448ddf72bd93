import { describe, expect, it } from '@jest/globals';
import { say, type ComposedChart, type ComposedReport, type ComposedTable } from '../../engine/index.ts';
import { useTestHost } from '../../host/test-addin/use-test-host.ts';
import { writeReport, type WriteOutcome, type WriteReportOptions } from './write-report.ts';

/** The real office.js on our host: what is proved here is proved against its own checks and the host's limits. */
const host = useTestHost();

const months = (rowCount: number, factor = 1): ComposedTable => ({
  id: 'OutMonths',
  sheetName: 'Results Months',
  title: 'Cost by month',
  question: 'What does each month cost?',
  answer: say`The dearest month is number ${rowCount}.`,
  currency: 'USD',
  columns: [
    { id: 'Month', title: 'Month', format: 'date' },
    { id: 'Workload', title: 'Workload', format: 'text' },
    { id: 'Cost', title: 'Effective cost', format: 'money' },
    { id: 'Utilization', title: 'Utilization', format: 'percent' },
  ],
  rows: Array.from({ length: rowCount }, (_, index) => [
    `2026-${String(index + 1).padStart(2, '0')}-01`, `=web ${index}`, (index + 1) * factor, index === 0 ? null : 0.5,
  ]),
});
const chart: ComposedChart = {
  id: 'ChartMonths', tableId: 'OutMonths', kind: 'columnStacked', title: say`Cost`, categoryColumn: 'Month', valueColumns: ['Cost'],
  categoryAxisTitle: say`Month`, valueAxisTitle: say`USD`,
};
const reportOf = (...tables: ComposedTable[]): ComposedReport => ({
  engineVersion: '1', catalogDate: '2026-01-01', randomSeed: 1, inputHash: '0', tableHashes: {}, runState: '', summary: [], tables,
  charts: tables.some(({ id }) => id === 'OutMonths') ? [chart] : [], warnings: [],
});
const write = (report: ComposedReport, options: Partial<WriteReportOptions> = {}): Promise<WriteOutcome> =>
  writeReport(report, { dateSystem: 1900, ...options });

const inExcel = async <T>(act: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  const result = await Excel.run(act);
  await host.current.session.idle();
  return result;
};
const valuesOf = (sheetName: string, address: string): Promise<unknown[][]> =>
  inExcel(async context => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][];
  });
const put = (sheetName: string, address: string, formulas: unknown[][]): Promise<void> =>
  inExcel(async context => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load('name');
    await context.sync();
    const target = sheet.isNullObject ? context.workbook.worksheets.add(sheetName) : sheet;
    target.getRange(address).formulas = formulas as string[][];
    await context.sync();
  });
const bodyOf = (table: string): Promise<unknown[][]> =>
  inExcel(async context => {
    const body = context.workbook.tables.getItem(table).getDataBodyRange().load('values');
    await context.sync();
    return body.values as unknown[][];
  });
/** Everything there is to see of the workbook, to compare before and after. */
const picture = async (): Promise<unknown> => {
  await host.current.session.idle();
  const snapshot = host.current.session.takeSnapshot();
  return JSON.parse(JSON.stringify(snapshot, (_key, value: unknown) => (value instanceof Map ? [...value] : value)));
};

describe('a first run', () => {
  it('makes a sheet with heading, captions, table and chart', async () => {
    const outcome = await write(reportOf(months(3)));
    expect(outcome).toEqual({
      status: 'written',
      tables: [{ tableName: 'OutMonths', sheetName: 'Results Months', rowCount: 3, answer: 'The dearest month is number 3.' }],
    });
    const heading = await valuesOf('Results Months', 'B1:B3');
    expect(heading.flat()).toEqual(['Cost by month', 'What does each month cost?', 'The dearest month is number 3.']);
    expect(await valuesOf('Results Months', 'B25:E26')).toEqual([
      ['Month', 'Workload', 'Effective cost (USD)', 'Utilization'],
      ['Month', 'Workload', 'Cost', 'Utilization'],
    ]);
    // 2026-01-01 is serial 46,023; the text that looks like a formula is text; what is not known is empty
    expect(await bodyOf('OutMonths')).toEqual([
      [46_023, '=web 0', 1, ''], [46_054, '=web 1', 2, 0.5], [46_082, '=web 2', 3, 0.5],
    ]);
    const [sheet] = host.current.session.takeSnapshot().sheets.filter(({ name }) => name === 'Results Months');
    expect(sheet).toMatchObject({ showGridlines: false, pageLayout: { orientation: 'landscape' } });
    expect(sheet?.cells.get(26)?.get(3)?.style?.numberFormat).toBe('#,##0.00');
    expect(sheet?.cells.get(26)?.get(1)?.style?.numberFormat).toBe('yyyy-mm-dd');
    expect(sheet?.charts).toMatchObject([{
      name: 'ChartMonths',
      series: [{ valuesRef: "'Results Months'!$D$27:$D$29", categoriesRef: "'Results Months'!$B$27:$B$29" }],
    }]);
    expect(host.current.session.stats.unknown).toEqual([]);
  });

  it('prints a wide table without charts on several pages, its first column on each, and one below a chart on one', async () => {
    const columns = Array.from({ length: 30 }, (_, index) => ({ id: `AFigureOfSomeWidth${index}`, title: `Figure ${index}`, format: 'decimal' as const }));
    const wide: ComposedTable = { ...months(1), id: 'OutWide', sheetName: 'Results Wide', columns, rows: [columns.map((_, index) => index)] };
    await write(reportOf(months(3), wide));
    const layoutOf = (sheetName: string) => host.current.session.takeSnapshot().sheets.find(({ name }) => name === sheetName)?.pageLayout;
    expect(layoutOf('Results Wide')).toMatchObject({ printTitleColumns: 'A:B', orientation: 'landscape' });
    expect(layoutOf('Results Wide')?.fitToWidth).toBeGreaterThan(1);
    expect(layoutOf('Results Months')).toMatchObject({ fitToWidth: 1 });
    expect(layoutOf('Results Months')?.printTitleColumns).toBeUndefined();
  });

  it('shades shares that stand side by side, by one scale from 0 to 1', async () => {
    const columns = ['Day', 'H00', 'H01'].map((id, index) => ({ id, title: id, format: index === 0 ? 'text' : 'heat' } as const));
    const heat: ComposedTable = { ...months(1), id: 'OutHeat', sheetName: 'Results Heat', columns, rows: [['Mon', 0, 1], ['Tue', 0.5, null]] };
    await write(reportOf(heat));
    const [sheet] = host.current.session.takeSnapshot().sheets.filter(({ name }) => name === 'Results Heat');
    expect(sheet?.conditionalFormats).toHaveLength(1);
    expect(sheet?.conditionalFormats[0]).toMatchObject({
      kind: 'colorScale', box: { rowCount: 2, columnCount: 2 }, rule: { minimumFormula: '0', maximumFormula: '1' },
    });
    expect(host.current.session.stats.unknown).toEqual([]);
  });

  it('keeps the header in view where no chart stands above it', async () => {
    await write(reportOf({ ...months(2), id: 'OutOther', sheetName: 'Results Other' }));
    expect(host.current.session.takeSnapshot().sheets.find(({ name }) => name === 'Results Other')?.freeze).toMatchObject({ rowCount: 6 });
  });

  it('lets other sheets refer to the answer by name', async () => {
    await write(reportOf(months(3)));
    await put('Deck', 'A1', [['=OutMonthsAnswer']]);
    expect(await valuesOf('Deck', 'A1')).toEqual([['The dearest month is number 3.']]);
  });

  it('tells how far it is, without ever going back', async () => {
    const fractions: number[] = [];
    await write(reportOf(months(3)), { onProgress: fraction => fractions.push(fraction) });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });
});

describe('a second run', () => {
  const addMargin = (): Promise<void> =>
    inExcel(async context => {
      const table = context.workbook.tables.getItem('OutMonths');
      table.columns.add(undefined, [['Margin'], ['=D27*2'], ['=D28*2'], ['=D29*2']]);
      await context.sync();
    });

  it.each([['more', 6, 21], ['fewer', 2, 3], ['no', 0, 0]])('with %s rows keeps what stands on the table', async (_what, count, sum) => {
    await write(reportOf(months(3)));
    await put('Mine', 'A1:A2', [['=SUM(OutMonths[Cost])'], ['=ROWS(OutMonths[Cost])']]);
    expect((await write(reportOf(months(count)))).status).toBe('written');
    await host.current.session.idle();
    expect(await valuesOf('Mine', 'A1:A2')).toEqual([[sum], [Math.max(1, count)]]);
    const sheet = host.current.session.takeSnapshot().sheets.find(({ name }) => name === 'Results Months');
    const last = 26 + Math.max(1, count);
    expect(sheet?.charts[0]?.series[0]?.valuesRef).toBe(`'Results Months'!$D$27${last > 27 ? `:$D$${last}` : ''}`);
    expect(sheet?.charts).toHaveLength(1);
    // the rows it lost are empty
    const below = await valuesOf('Results Months', `B${last + 1}:E40`);
    expect(below.flat().filter(cell => cell !== '')).toEqual([]);
  });

  it('keeps the analyst\'s own column and fills it down', async () => {
    await write(reportOf(months(3)));
    await addMargin();
    await write(reportOf(months(5, 10)));
    await host.current.session.idle();
    const body = await bodyOf('OutMonths');
    expect(body.map(row => row[2])).toEqual([10, 20, 30, 40, 50]);
    expect(body.map(row => row[4])).toEqual([20, 40, 60, 80, 100]);
  });

  it('finds its columns where the analyst moved them, and leaves what was typed beside them', async () => {
    const captions = ['Month', '', 'Effective cost (USD)', 'Workload', 'Utilization'];
    await put('Results Months', 'B25:F29', [
      captions, ['Month', 'Note', 'Cost', 'Workload', 'Utilization'],
      [1, 'first', 1, 'a', 1], [2, 'second', 2, 'b', 1], [3, 'third', 3, 'c', 1],
    ]);
    await inExcel(async context => {
      context.workbook.worksheets.getItem('Results Months').tables.add('B26:F29', true).name = 'OutMonths';
      await context.sync();
    });
    await write(reportOf(months(2, 7)));
    expect(await bodyOf('OutMonths')).toEqual([[46_023, 'first', 7, '=web 0', ''], [46_054, 'second', 14, '=web 1', 0.5]]);
    expect(await valuesOf('Results Months', 'B25:F25')).toEqual([captions]);
    // typed by the analyst beside a row that is no more: not ours to remove
    expect(await valuesOf('Results Months', 'B29:F29')).toEqual([['', 'third', '', '', '']]);
  });

  it('moves down what lies below the table', async () => {
    await write(reportOf(months(3)));
    await put('Results Months', 'B31:C31', [['my note', '=D27']]);
    await write(reportOf(months(6)));
    expect(await bodyOf('OutMonths')).toHaveLength(6);
    expect(await valuesOf('Results Months', 'B34:C34')).toEqual([['my note', 1]]);
  });

  it('empties a table that has nothing to say any more, and says so', async () => {
    await write(reportOf(months(3), { ...months(2), id: 'OutOther', sheetName: 'Results Other' }));
    await write(reportOf(months(3)));
    expect(await bodyOf('OutOther')).toEqual([['', '', '', '']]);
    expect(await valuesOf('Results Other', 'B3')).toEqual([[expect.stringContaining('Not part of the latest run')]]);
  });

  it('does not bring back a chart the analyst deleted', async () => {
    await write(reportOf(months(3)));
    await inExcel(async context => {
      context.workbook.worksheets.getItem('Results Months').charts.getItem('ChartMonths').delete();
      await context.sync();
    });
    await write(reportOf(months(4)));
    expect(host.current.session.takeSnapshot().sheets.find(({ name }) => name === 'Results Months')?.charts).toEqual([]);
  });

  it('points a series over some rows at its rows, and drops one that is no more', async () => {
    const split = (...spans: [string, number, number][]): ComposedReport => ({
      ...reportOf(months(6)),
      charts: [{ ...chart, series: spans.map(([name, firstRow, rowCount]) => ({ name: say`${name}`, valueColumn: 'Cost', firstRow, rowCount })) }],
    });
    const seriesNow = (): unknown[] =>
      host.current.session.takeSnapshot().sheets.find(({ name }) => name === 'Results Months')?.charts[0]?.series
        .map(({ name, valuesRef, categoriesRef }) => [name, valuesRef.slice(17), categoriesRef?.slice(17)]) ?? [];
    await write(split(['web', 0, 2], ['farm', 2, 4]));
    expect(seriesNow()).toEqual([['web', '$D$27:$D$28', '$B$27:$B$28'], ['farm', '$D$29:$D$32', '$B$29:$B$32']]);
    await write(split(['farm', 0, 6]));
    expect(seriesNow()).toEqual([['farm', '$D$27:$D$32', '$B$27:$B$32']]);
  });

  it('writes everything anew when the analyst deleted the sheet', async () => {
    await write(reportOf(months(3)));
    await inExcel(async context => {
      context.workbook.worksheets.add('Other');
      context.workbook.worksheets.getItem('Results Months').delete();
      await context.sync();
    });
    expect((await write(reportOf(months(3)))).status).toBe('written');
    expect(await bodyOf('OutMonths')).toHaveLength(3);
  });
});

describe('nothing changes', () => {
  it('when a sheet of the same name holds something else', async () => {
    await put('Results Months', 'A1', [['mine']]);
    const before = await picture();
    expect(await write(reportOf(months(3)))).toMatchObject({ status: 'blocked', problems: [{ code: 'result-sheet-taken' }] });
    expect(await picture()).toEqual(before);
  });

  it('when a table is in the way of a growing one', async () => {
    await write(reportOf(months(3)));
    await put('Results Months', 'D31:F32', [['a', 'b', 'c'], [1, 2, 3]]);
    await inExcel(async context => {
      context.workbook.worksheets.getItem('Results Months').tables.add('D31:F32', true).name = 'Mine';
      await context.sync();
    });
    const before = await picture();
    const outcome = await write(reportOf(months(9)));
    expect(outcome).toMatchObject({ status: 'blocked', problems: [{ code: 'result-in-the-way', cellAddress: 'D31:F32' }] });
    expect(await picture()).toEqual(before);
  });

  it.each([['a first', false], ['a second', true]])('when %s run is cancelled at any moment', async (_what, isSecond) => {
    if (isSecond) {
      await write(reportOf(months(3)));
      await put('Mine', 'A1', [['=SUM(OutMonths[Cost])']]);
    }
    const before = await picture();
    for (let step = 0; step < 12; step += 1) {
      const abort = new AbortController();
      let seen = 0;
      const onProgress = (): void => {
        if (seen === step) abort.abort();
        seen += 1;
      };
      const outcome = await write(reportOf(months(6), { ...months(2), id: 'OutOther', sheetName: 'Results Other' }), {
        signal: abort.signal, onProgress,
      });
      if (outcome.status === 'written') return;
      expect(outcome).toEqual({ status: 'cancelled' });
      expect(await picture()).toEqual(before);
    }
  }, 60_000);
});
