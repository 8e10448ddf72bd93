/** How an Excel.ChartType is drawn. */
export interface ChartKind {
  readonly element: 'barChart' | 'lineChart' | 'areaChart' | 'scatterChart' | 'pieChart' | 'doughnutChart';
  readonly grouping?: 'standard' | 'clustered' | 'stacked' | 'percentStacked';
  readonly isHorizontal?: boolean;
  readonly hasMarkers?: boolean;
  readonly hasLines?: boolean;
  readonly isSmooth?: boolean;
}

/** The kinds we write: those every reader of .xlsx draws. */
const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: { element: 'barChart', grouping: 'clustered' },
  ColumnStacked: { element: 'barChart', grouping: 'stacked' },
  ColumnStacked100: { element: 'barChart', grouping: 'percentStacked' },
  BarClustered: { element: 'barChart', grouping: 'clustered', isHorizontal: true },
  BarStacked: { element: 'barChart', grouping: 'stacked', isHorizontal: true },
  BarStacked100: { element: 'barChart', grouping: 'percentStacked', isHorizontal: true },
  Line: { element: 'lineChart', grouping: 'standard' },
  LineStacked: { element: 'lineChart', grouping: 'stacked' },
  LineStacked100: { element: 'lineChart', grouping: 'percentStacked' },
  LineMarkers: { element: 'lineChart', grouping: 'standard', hasMarkers: true },
  LineMarkersStacked: { element: 'lineChart', grouping: 'stacked', hasMarkers: true },
  LineMarkersStacked100: { element: 'lineChart', grouping: 'percentStacked', hasMarkers: true },
  Area: { element: 'areaChart', grouping: 'standard' },
  AreaStacked: { element: 'areaChart', grouping: 'stacked' },
  AreaStacked100: { element: 'areaChart', grouping: 'percentStacked' },
  XYScatter: { element: 'scatterChart', hasMarkers: true },
  XYScatterLines: { element: 'scatterChart', hasMarkers: true, hasLines: true },
  XYScatterLinesNoMarkers: { element: 'scatterChart', hasLines: true },
  XYScatterSmooth: { element: 'scatterChart', hasMarkers: true, hasLines: true, isSmooth: true },
  XYScatterSmoothNoMarkers: { element: 'scatterChart', hasLines: true, isSmooth: true },
  Pie: { element: 'pieChart' },
  Doughnut: { element: 'doughnutChart' },
};

export const chartKind = (type: string): ChartKind | undefined => KINDS[type];
