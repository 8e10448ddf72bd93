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
  if (plan.charts.length === 0) return;
  const { workbook } = session.context;
  const sheet = workbook.worksheets.getItem(plan.sheetName);
  const found = plan.charts.map(chart => ({ chart, present: sheet.charts.getItemOrNullObject(chart.id).load('name') }));
  await session.context.sync();
  const counts = found.map(({ present }) => (present.isNullObject ? null : present.series.getCount()));
  await session.context.sync();
  const table = workbook.tables.getItem(plan.table.id);
  found.forEach(({ chart, present }, index) => {
    const seriesCount = counts[index];
    if (seriesCount) repoint(present, table, chart, seriesCount.value);
    else if (!plan.existing || !earlierCharts.includes(chart.id)) {
      draw({ sheet, table, plan, slot: firstSlot + index }, chart);
    }
  });
  await session.send();
}

const columnBody = (table: Excel.Table, id: string): Excel.Range => table.columns.getItem(id).getDataBodyRange();

interface ChartPlace {
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  readonly plan: TablePlan;
  /** Charts before this one on the sheet. */
  readonly slot: number;
}

function draw(where: ChartPlace, spec: ReportChart): void {
  const { sheet, table } = where;
  const [first = spec.categoryColumn, ...others] = spec.valueColumns;
  // With its header cell, so that the series is named after the column.
  const chart = sheet.charts.add(chartTypes[spec.kind], table.columns.getItem(first).getRange(), 'Columns');
  chart.name = spec.id;
  chart.series.getItemAt(0).setXAxisValues(columnBody(table, spec.categoryColumn));
  for (const id of others) bind(chart.series.add(id), table, spec, id);
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

const bind = (series: Excel.ChartSeries, table: Excel.Table, spec: ReportChart, valueColumn: string): void => {
  series.setValues(columnBody(table, valueColumn));
  series.setXAxisValues(columnBody(table, spec.categoryColumn));
};

function repoint(chart: Excel.Chart, table: Excel.Table, spec: ReportChart, seriesCount: number): void {
  spec.valueColumns.forEach((id, index) => {
    bind(index < seriesCount ? chart.series.getItemAt(index) : chart.series.add(id), table, spec, id);
  });
}
