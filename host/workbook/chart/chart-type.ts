import { invalidArgument } from '../../interpreter/api-error.ts';

/** The chart types this host can write to a file and draw; Excel has more. */
const served = [
  'ColumnClustered', 'ColumnStacked', 'ColumnStacked100',
  'BarClustered', 'BarStacked', 'BarStacked100',
  'Line', 'LineStacked', 'LineStacked100', 'LineMarkers', 'LineMarkersStacked', 'LineMarkersStacked100',
  'Area', 'AreaStacked', 'AreaStacked100',
  'Pie', 'Doughnut',
  'XYScatter', 'XYScatterLines', 'XYScatterLinesNoMarkers', 'XYScatterSmooth', 'XYScatterSmoothNoMarkers',
] as const;

export function servedChartType(type: string): string {
  const found = served.find(candidate => candidate.toLowerCase() === type.toLowerCase());
  if (!found) throw invalidArgument(`The chart type ${type} is not served by this host.`);
  return found;
}

export const isScatterType = (type: string): boolean => type.startsWith('XYScatter');
