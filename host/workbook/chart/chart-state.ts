import type { LiveWorkbook } from '../live-workbook.ts';
import type { HeldChart } from './held-chart.ts';

export interface ChartState {
  readonly live: LiveWorkbook;
  readonly held: HeldChart;
}
