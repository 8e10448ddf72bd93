import { child, childrenNamed, descend, flag, type XmlElement } from '../xml/parse-xml.ts';

/** Kinds with one look, and those Office.js names by more than their element. */
const PLAIN_TYPES: Readonly<Record<string, string>> = {
  pieChart: 'Pie',
  pie3DChart: '3DPie',
  doughnutChart: 'Doughnut',
  radarChart: 'Radar',
  bubbleChart: 'Bubble',
  stockChart: 'StockHLC',
  surfaceChart: 'Surface',
};

/** Excel.ChartType of a `barChart`, `lineChart`, ... element; `Invalid` when there is no name for it. */
export function readChartType(plot: XmlElement): string {
  const grouping = child(plot, 'grouping')?.attributes.val ?? 'standard';
  switch (plot.name) {
    case 'barChart': {
      const direction = child(plot, 'barDir')?.attributes.val === 'bar' ? 'Bar' : 'Column';
      return (
        direction + (grouping === 'stacked' ? 'Stacked' : grouping === 'percentStacked' ? 'Stacked100' : 'Clustered')
      );
    }
    case 'lineChart': {
      const markers = hasMarkers(plot) ? 'Markers' : '';
      return `Line${markers}${stacking(grouping)}`;
    }
    case 'areaChart':
      return `Area${stacking(grouping)}`;
    case 'scatterChart':
      return scatterType(plot);
    default:
      return PLAIN_TYPES[plot.name] ?? 'Invalid';
  }
}

const stacking = (grouping: string): string =>
  grouping === 'stacked' ? 'Stacked' : grouping === 'percentStacked' ? 'Stacked100' : '';

function hasMarkers(plot: XmlElement): boolean {
  const series = childrenNamed(plot, 'ser');
  const isOn = plot.name !== 'lineChart' || flag(child(plot, 'marker')?.attributes.val);
  return isOn && !series.every(one => descend(one, 'marker', 'symbol')?.attributes.val === 'none');
}

function scatterType(plot: XmlElement): string {
  const series = childrenNamed(plot, 'ser');
  if (series.length > 0 && series.every(one => descend(one, 'spPr', 'ln', 'noFill'))) return 'XYScatter';
  const style = child(plot, 'scatterStyle')?.attributes.val ?? 'lineMarker';
  if (style === 'marker') return 'XYScatter';
  const isSmooth = series.length > 0 && series.every(one => flag(child(one, 'smooth')?.attributes.val));
  return `XYScatter${isSmooth ? 'Smooth' : 'Lines'}${hasMarkers(plot) ? '' : 'NoMarkers'}`;
}
