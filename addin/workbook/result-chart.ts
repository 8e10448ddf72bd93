import type { ChartKind, ReportChart } from '../../engine/index.ts';
import { rightOf } from './cell-box.ts';
import type { TablePlan } from './result-plan.ts';
import { sheetLayout } from './sheet-layout.ts';
import type { WriteSession } from './write-session.ts';

const chartTypes: Readonly<Record<ChartKind, Excel.ChartType>> = {
  line: 'Line' as Excel.ChartType.line,
  columnClustered: 'ColumnClustered' as Excel.ChartType.columnClustered,
  columnStacked: 'ColumnStacked' as Excel.ChartType.columnStacked,
  areaStacked: 'AreaStacked' as Excel.ChartType.areaStacked,
  scatterLines: 'XYScatterLines' as Excel.ChartType.xyscatterLines,
};

/**
 * Charts bound to the columns of their tables. A chart of an earlier run is found by its name and pointed at the
 * columns as they are now; how the analyst styled and placed it stays. One the analyst deleted (`earlierCharts` names
 * it) stays away.
 */
export async function drawCharts(
  session: WriteSession,
  plan: TablePlan,
  earlierCharts: readonly string[],
  firstSlot: number,
): Promise<void> {
  const present = await repointCharts(session.context, plan);
  const { workbook } = session.context;
  const sheet = workbook.worksheets.getItem(plan.sheetName);
  const table = workbook.tables.getItem(plan.table.id);
  plan.charts.forEach((chart, index) => {
    const isDeleted = plan.existing !== null && earlierCharts.includes(chart.id);
    if (!present.has(chart.id) && !isDeleted) draw({ sheet, table, plan, slot: firstSlot + index }, chart);
  });
  await session.send();
}

/** Points the table's charts that are there at its columns; their ids. */
export async function repointCharts(context: Excel.RequestContext, plan: TablePlan): Promise<ReadonlySet<string>> {
  if (plan.charts.length === 0) return new Set();
  const sheet = context.workbook.worksheets.getItem(plan.sheetName);
  const found = plan.charts.map(spec => ({ spec, chart: sheet.charts.getItemOrNullObject(spec.id).load('name') }));
  await context.sync();
  const present = found.filter(({ chart }) => !chart.isNullObject);
  const seriesLists = present.map(({ chart }) => chart.series.load('items/name'));
  await context.sync();
  const table = context.workbook.tables.getItem(plan.table.id);
  present.forEach(({ spec, chart }, index) => {
    for (const wanted of seriesOf(spec)) {
      const series = seriesLists[index]?.items.find(({ name }) => name === wanted.name);
      bind(series ?? chart.series.add(wanted.name), table, spec, wanted);
    }
  });
  await context.sync();
  return new Set(present.map(({ spec }) => spec.id));
}

/** Removes the charts of the plan that were not there before. */
export async function removeCharts(context: Excel.RequestContext, plan: TablePlan, before: ReadonlySet<string>): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(plan.sheetName);
  const added = plan.charts.filter(({ id }) => !before.has(id)).map(({ id }) => sheet.charts.getItemOrNullObject(id).load('name'));
  await context.sync();
  added.filter(chart => !chart.isNullObject).forEach(chart => chart.delete());
  await context.sync();
}

/** What one series shows: a whole column, or some rows of it. */
interface SeriesSpec {
  readonly name: string;
  readonly valueColumn: string;
  readonly rows: { readonly first: number; readonly count: number } | null;
}

const seriesOf = ({ series, valueColumns }: ReportChart): readonly SeriesSpec[] =>
  series?.map(({ name, valueColumn, firstRow, rowCount }) => ({ name, valueColumn, rows: { first: firstRow, count: rowCount } })) ??
  valueColumns.map(id => ({ name: id, valueColumn: id, rows: null }));

function columnBody(table: Excel.Table, id: string, rows: SeriesSpec['rows']): Excel.Range {
  const body = table.columns.getItem(id).getDataBodyRange();
  return rows ? body.getCell(rows.first, 0).getResizedRange(rows.count - 1, 0) : body;
}

interface ChartPlace {
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  readonly plan: TablePlan;
  /** Charts before this one on the sheet. */
  readonly slot: number;
}

function draw(where: ChartPlace, spec: ReportChart): void {
  const { sheet, table } = where;
  const [first, ...others] = seriesOf(spec);
  if (!first) return;
  // A whole column with its header cell, so that the series is named after the column.
  const source = first.rows ? columnBody(table, first.valueColumn, first.rows) : table.columns.getItem(first.valueColumn).getRange();
  const chart = sheet.charts.add(chartTypes[spec.kind], source, 'Columns');
  chart.name = spec.id;
  const drawn = chart.series.getItemAt(0);
  if (first.rows) drawn.name = first.name;
  drawn.setXAxisValues(columnBody(table, spec.categoryColumn, first.rows));
  for (const other of others) bind(chart.series.add(other.name), table, spec, other);
  chart.title.text = spec.title;
  chart.axes.categoryAxis.title.text = spec.categoryAxisTitle;
  chart.axes.valueAxis.title.text = spec.valueAxisTitle;
  chart.legend.visible = others.length > 0;
  chart.legend.position = 'Bottom';
  place(chart, where);
}

/** Side by side in the band above the tables; beside the tables of a sheet that was laid out without one. */
function place(chart: Excel.Chart, { sheet, plan, slot }: ChartPlace): void {
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

function bind(series: Excel.ChartSeries, table: Excel.Table, { categoryColumn }: ReportChart, { valueColumn, rows }: SeriesSpec): void {
  series.setValues(columnBody(table, valueColumn, rows));
  series.setXAxisValues(columnBody(table, categoryColumn, rows));
}
