import type { ChartKind, Report, ReportChart } from '../../engine/index.ts';
import { rightOf } from './cell-box.ts';
import { drawnSeries, seriesCells, type DrawnSeries } from './chart-series.ts';
import type { TablePlan } from './result-plan.ts';
import type { ResultRecord } from './result-record.ts';
import { sheetLayout } from './sheet-layout.ts';

const chartTypes: Readonly<Record<ChartKind, Excel.ChartType>> = {
  line: 'Line' as Excel.ChartType.line,
  columnClustered: 'ColumnClustered' as Excel.ChartType.columnClustered,
  columnStacked: 'ColumnStacked' as Excel.ChartType.columnStacked,
  barStacked: 'BarStacked' as Excel.ChartType.barStacked,
  areaStacked: 'AreaStacked' as Excel.ChartType.areaStacked,
  scatterLines: 'XYScatterLines' as Excel.ChartType.xyscatterLines,
};

interface EarlierCharts {
  /** Series drawn by earlier runs, by chart. */
  readonly series: ResultRecord['charts'];
  /** The report in the words of the run before, when that spoke another language. */
  readonly wording: Report | null;
}

/**
 * Charts bound to the columns of their tables. A chart of an earlier run is found by its name and pointed at the
 * columns as they are now; how the analyst styled and placed it stays. One the analyst deleted (an earlier run drew
 * it) stays away.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  plan: TablePlan,
  earlier: EarlierCharts,
  firstSlot: number,
): Promise<void> {
  const present = await repointCharts(context, plan, earlier);
  const sheet = context.workbook.worksheets.getItem(plan.sheetName);
  plan.charts.forEach((chart, index) => {
    const isDeleted = plan.existing !== null && chart.id in earlier.series;
    if (!present.has(chart.id) && !isDeleted) draw(sheet, plan, chart, firstSlot + index);
  });
  await context.sync();
}

/** Points the table's charts that are there at its cells; their ids. */
async function repointCharts(
  context: Excel.RequestContext,
  plan: TablePlan,
  earlier: EarlierCharts,
): Promise<ReadonlySet<string>> {
  if (plan.charts.length === 0) return new Set();
  const sheet = context.workbook.worksheets.getItem(plan.sheetName);
  const found = plan.charts.map(spec => ({ spec, chart: sheet.charts.getItemOrNullObject(spec.id).load('name') }));
  await context.sync();
  const present = found.filter(({ chart }) => !chart.isNullObject);
  const seriesLists = present.map(({ chart }) => chart.series.load('items/name'));
  if (earlier.wording) present.forEach(({ chart }) => titlesOf(chart).forEach(title => title.load('text')));
  await context.sync();
  const table = context.workbook.tables.getItem(plan.table.id);
  present.forEach(({ spec, chart }, index) => {
    const items = seriesLists[index]?.items ?? [];
    const before = earlier.wording?.charts.find(({ id }) => id === spec.id);
    if (before) retitle(chart, before, spec);
    const formerNames = before && drawnSeries(before).map(({ name }) => name);
    const kept = drawnSeries(spec).map((drawn, place) => {
      const series = items.find(({ name }) => name === (formerNames?.[place] ?? drawn.name));
      if (series && series.name !== drawn.name) series.name = drawn.name;
      bind(series ?? chart.series.add(drawn.name), table, plan, spec, drawn);
      return series;
    });
    // What an earlier run drew and this one does not would show rows that are now another's. The analyst's own stay.
    const isLeftOver = (series: Excel.ChartSeries): boolean =>
      earlier.series[spec.id]?.includes(series.name) === true && !kept.includes(series);
    items.filter(isLeftOver).forEach(series => series.delete());
  });
  await context.sync();
  return new Set(present.map(({ spec }) => spec.id));
}

const titlesOf = ({ title, axes }: Excel.Chart): (Excel.ChartTitle | Excel.ChartAxisTitle)[] =>
  [title, axes.categoryAxis.title, axes.valueAxis.title];

/** In the words of this run, where those of the run before still stand. */
function retitle(chart: Excel.Chart, before: ReportChart, now: ReportChart): void {
  const words = (spec: ReportChart): string[] => [spec.title, spec.categoryAxisTitle, spec.valueAxisTitle];
  titlesOf(chart).forEach((title, place) => {
    if (title.text === words(before)[place]) title.text = words(now)[place] ?? '';
  });
}

/** Removes the charts of the plan that were not there before. */
export async function removeCharts(
  context: Excel.RequestContext,
  plan: TablePlan,
  before: ReadonlySet<string>,
): Promise<void> {
  const { charts } = context.workbook.worksheets.getItem(plan.sheetName);
  const added = plan.charts.filter(({ id }) => !before.has(id));
  const found = added.map(({ id }) => charts.getItemOrNullObject(id).load('name'));
  await context.sync();
  found.filter(chart => !chart.isNullObject).forEach(chart => chart.delete());
  await context.sync();
}

function draw(sheet: Excel.Worksheet, plan: TablePlan, spec: ReportChart, slot: number): void {
  const [first, ...others] = drawnSeries(spec);
  if (!first) return;
  const table = sheet.tables.getItem(plan.table.id);
  // A whole column comes with its header cell, so that the series is named by it.
  const source = first.rows
    ? seriesCells(table, plan.headers, first.valueColumn, first)
    : table.columns.getItem(first.valueColumn).getRange();
  const chart = sheet.charts.add(chartTypes[spec.kind], source, 'Columns');
  chart.name = spec.id;
  const firstSeries = chart.series.getItemAt(0);
  if (first.rows) firstSeries.name = first.name;
  firstSeries.setXAxisValues(seriesCells(table, plan.headers, spec.categoryColumn, first));
  if (first.isSpacer) firstSeries.format.fill.clear();
  for (const drawn of others) bind(chart.series.add(drawn.name), table, plan, spec, drawn);
  chart.title.text = spec.title;
  chart.axes.categoryAxis.title.text = spec.categoryAxisTitle;
  chart.axes.valueAxis.title.text = spec.valueAxisTitle;
  chart.legend.visible = others.length > 0;
  chart.legend.position = 'Bottom';
  place(chart, sheet, plan, slot);
}

/** Side by side in the band above the tables; beside the tables of a sheet that was laid out without one. */
function place(chart: Excel.Chart, sheet: Excel.Worksheet, plan: TablePlan, slot: number): void {
  const { chartWidth, chartHeight, chartGap, marginWidth, chartRow, captionRowWithCharts } = sheetLayout;
  if (plan.box.row > captionRowWithCharts) {
    chart.left = marginWidth + slot * (chartWidth + chartGap);
    chart.top = chartRow * 15 + 24;
  } else {
    chart.setPosition(sheet.getRangeByIndexes(plan.box.row, rightOf(plan.box) + 1, 1, 1));
  }
  chart.width = chartWidth;
  chart.height = chartHeight;
}

function bind(
  series: Excel.ChartSeries,
  table: Excel.Table,
  plan: TablePlan,
  spec: ReportChart,
  drawn: DrawnSeries,
): void {
  series.setValues(seriesCells(table, plan.headers, drawn.valueColumn, drawn));
  series.setXAxisValues(seriesCells(table, plan.headers, spec.categoryColumn, drawn));
  if (drawn.isSpacer) series.format.fill.clear();
}
