/// <reference types="office-js" />
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPaneNode } from '../pane/pane-node.ts';
import type { NodePane } from '../pane/pane-node.ts';
import { createSession } from '../session.ts';
import type { HostSession } from '../session.ts';
import { createUniverNode } from '../univer/univer-node.ts';
import type { ChartEvent } from './chart/held-chart.ts';
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from './snapshot.ts';

const addin = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'test-addin');

const row = (...cells: CellSnapshot[]): ReadonlyMap<number, CellSnapshot> => new Map(cells.map((cell, column) => [column, cell]));
const text = (value: string): CellSnapshot => ({ value });

const plan: SheetSnapshot = {
  name: 'My plan',
  isHidden: false,
  tabColor: '#0078D4',
  showGridlines: false,
  freeze: { rowCount: 1, columnCount: 0 },
  cells: new Map([
    [0, row({ value: 'month', style: { bold: true, fillColor: '#DDEBF7' } }, text('cost'), text('budget'))],
    [1, row(text('Jan'), { value: 10, style: { numberFormat: '#,##0.00' } }, { value: 12 })],
    [2, row(text('Feb'), { value: 20 }, { value: 22 }, { value: 30, formula: '=SUM(Spend[cost])' })],
    [4, row({ value: 1, formula: '=SEQUENCE(2,2)', spill: { rowCount: 2, columnCount: 2 } }, { value: 2, isSpilled: true })],
    [5, row({ value: 3, isSpilled: true }, { value: 4, isSpilled: true })],
  ]),
  columnWidths: new Map([[0, 90]]),
  rowHeights: new Map([[0, 30]]),
  merges: [{ row: 7, column: 0, rowCount: 1, columnCount: 2 }],
  tables: [
    {
      name: 'Spend',
      box: { row: 0, column: 0, rowCount: 3, columnCount: 3 },
      columnNames: ['month', 'cost', 'budget'],
      style: 'TableStyleLight1',
      showBandedRows: false,
      showFilterButton: true,
      showTotals: false,
    },
  ],
  charts: [
    {
      name: 'Spend chart', type: 'Line', title: 'Spend', left: 200, top: 20, width: 300, height: 200,
      series: [{ nameRef: "'My plan'!$B$1", valuesRef: "'My plan'!$B$2:$B$3", categoriesRef: "'My plan'!$A$2:$A$3" }],
      isFromFile: true, isChanged: false,
    },
  ],
  validations: [{ box: { row: 1, column: 0, rowCount: 2, columnCount: 1 }, kind: 'list', formula1: 'Jan,Feb' }],
  conditionalFormats: [],
  pageLayout: { orientation: 'landscape' },
};
const opened: WorkbookSnapshot = {
  sheets: [plan],
  names: [{ name: 'Rate', formula: "='My plan'!$B$2" }],
  customXmlParts: [{ id: '{1}', xml: '<a xmlns="urn:a"/>' }],
  settings: { CloudCost: '{"schema":1}' },
  date1904: true,
  activeSheetName: 'My plan',
};

describe('an opened workbook', () => {
  const univer = createUniverNode();
  const events: ChartEvent[] = [];
  let session: HostSession;
  let pane: NodePane;
  const run = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    (pane.window as unknown as { Excel: typeof Excel }).Excel.run(work) as Promise<T>;
  const chartNow = (name: string) => session.takeSnapshot().sheets[0]!.charts.find(chart => chart.name === name);

  beforeAll(async () => {
    session = await createSession({ univer, snapshot: opened, onChart: event => events.push(event) });
    pane = await openPaneNode(session, addin);
    session.api.getFormula().executeCalculation();
    await session.idle();
  });
  afterAll(() => {
    pane?.close();
    session?.dispose();
    univer.dispose();
  });

  it('is the same workbook when taken out again', () => {
    expect(session.takeSnapshot()).toEqual(opened);
  });

  it('announces the charts it brought along', () => {
    expect(events.map(({ kind, chart }) => [kind, chart.name])).toEqual([['changed', 'Spend chart']]);
  });

  it('lets the add-in find a chart of the file by its name and point it elsewhere', async () => {
    const missing = await run(async context => {
      const { charts } = context.workbook.worksheets.getItem('My plan');
      const chart = charts.getItem('Spend chart');
      chart.series.getItemAt(0).setValues(context.workbook.worksheets.getItem('My plan').getRange('C2:C3'));
      chart.title.text = 'Budget';
      const other = charts.getItemOrNullObject('Nobody');
      await context.sync();
      return other.isNullObject;
    });
    expect(missing).toBe(true);
    const changed = chartNow('Spend chart')!;
    expect(changed.series[0]!.valuesRef).toBe("'My plan'!$C$2:$C$3");
    expect([changed.title, changed.isFromFile, changed.isChanged]).toEqual(['Budget', true, true]);
  });

  it('makes a chart of a block as Excel does: header cells name the series, the first column holds the categories', async () => {
    await run(async context => {
      const sheet = context.workbook.worksheets.getItem('My plan');
      const chart = sheet.charts.add('ColumnStacked' as Excel.ChartType, sheet.getRange('A1:C3'), 'Columns');
      chart.name = 'Stacked';
      chart.axes.valueAxis.title.text = 'USD';
      chart.legend.position = 'Bottom';
      chart.setPosition('E2', 'F3');
      await context.sync();
    });
    const chart = chartNow('Stacked')!;
    expect(chart.series).toEqual([
      { nameRef: "'My plan'!$B$1", valuesRef: "'My plan'!$B$2:$B$3", categoriesRef: "'My plan'!$A$2:$A$3" },
      { nameRef: "'My plan'!$C$1", valuesRef: "'My plan'!$C$2:$C$3", categoriesRef: "'My plan'!$A$2:$A$3" },
    ]);
    expect([chart.type, chart.valueAxisTitle, chart.legendPosition]).toEqual(['ColumnStacked', 'USD', 'Bottom']);
    // The first row is 30 points high: E2 begins there.
    expect(chart.top).toBe(30);
  });

  it('refuses what it cannot draw, and a 256th series', async () => {
    const add = (type: string) =>
      run(async context => {
        const sheet = context.workbook.worksheets.getItem('My plan');
        sheet.charts.add(type as Excel.ChartType, sheet.getRange('A1:C3'));
        await context.sync();
      });
    await expect(add('Sunburst')).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(
      run(async context => {
        const { series } = context.workbook.worksheets.getItem('My plan').charts.getItem('Stacked');
        for (let count = 2; count <= 255; count++) series.add(`s${count}`);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('keeps XML parts and page layout', async () => {
    const found = await run(async context => {
      const parts = context.workbook.customXmlParts;
      const added = parts.add('<run xmlns="urn:runs">1</run>');
      added.load('id,namespaceUri');
      context.workbook.worksheets.getItem('My plan').pageLayout.setPrintArea('A1:C3');
      await context.sync();
      const again = parts.getByNamespace('urn:runs').getOnlyItem();
      again.setXml('<run xmlns="urn:runs">2</run>');
      const xml = again.getXml();
      await context.sync();
      return [added.namespaceUri, xml.value];
    });
    expect(found).toEqual(['urn:runs', '<run xmlns="urn:runs">2</run>']);
    const { sheets, customXmlParts } = session.takeSnapshot();
    expect(customXmlParts).toHaveLength(2);
    expect(sheets[0]!.pageLayout).toEqual({ orientation: 'landscape', printArea: 'A1:C3' });
  });
});
