import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PlacedQueue } from '../queue-outcome.ts';
import { percentText } from '../number-text.ts';
import type { ReportChart, ReportTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';

export const queueWaitsTable = defineResultTable({
  id: 'OutQueueWaits',
  version: 1,
  sheetName: 'Results Waits',
  title: 'Waits',
  question: 'How many jobs wait how long?',
  description: 'One row for each placed queue and span of waits, of jobs that started.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'QueueId', title: 'Queue', format: 'text', description: 'Row of Queues.' },
    { id: 'Wait', title: 'Wait', format: 'text', description: 'The span in words.' },
    { id: 'UpToHours', title: 'Up to', unit: 'h', format: 'hours', description: 'Its upper end; blank: no end.' },
    { id: 'Jobs', title: 'Jobs', format: 'integer', description: 'Jobs that waited so long.' },
    { id: 'Share', title: 'Share', format: 'percent', description: 'Of the jobs that started; adds to 100 % for each queue.' },
  ],
});

/** Spans of waits a reader tells apart, by their upper ends in seconds. */
const spans: readonly (readonly [upTo: number, text: string])[] = [
  [0, 'none'],
  [60, 'up to 1 min'],
  [600, 'up to 10 min'],
  [secondsPerHour, 'up to 1 h'],
  [4 * secondsPerHour, 'up to 4 h'],
  [12 * secondsPerHour, 'up to 12 h'],
  [24 * secondsPerHour, 'up to 1 day'],
  [72 * secondsPerHour, 'up to 3 days'],
  [Infinity, 'longer'],
];

/** Charts for so many queues; the table holds all. */
const mostSeries = 6;

export const buildQueueWaits = (
  placed: ReadonlyMap<string, PlacedQueue>,
  { placements }: RunResults,
): { readonly table: ReportTable | null; readonly charts: readonly ReportChart[] } => {
  const queues = placements.flatMap(({ placementId, scenarioId }) => {
    const queue = placed.get(placementId);
    return queue && queue.outcome.all.waitsSeconds.length > 0 ? [{ scenarioId, queue }] : [];
  });
  const rows = queues.flatMap(({ scenarioId, queue: { queueId, outcome } }) => {
    const waits = outcome.all.waitsSeconds;
    let from = -1;
    return spans.map(([upTo, text]) => {
      const count = waits.reduce((sum, wait) => sum + (wait > from && wait <= upTo ? 1 : 0), 0);
      from = upTo;
      return {
        ScenarioId: scenarioId, QueueId: queueId, Wait: text, UpToHours: upTo === Infinity ? null : upTo / secondsPerHour,
        Jobs: count, Share: count / waits.length,
      };
    });
  });
  const [first] = rows;
  if (!first) return { table: null, charts: [] };
  const chart: ReportChart = {
    id: 'ChartQueueWaits',
    tableId: queueWaitsTable.id,
    kind: 'columnClustered',
    title: 'How long jobs wait',
    categoryColumn: 'Wait',
    valueColumns: ['Share'],
    series: queues.slice(0, mostSeries).map(({ scenarioId, queue }, index) => ({
      name: `${scenarioId}: ${queue.queueId}`, valueColumn: 'Share', firstRow: index * spans.length, rowCount: spans.length,
    })),
    categoryAxisTitle: 'Wait',
    valueAxisTitle: 'Share of the jobs',
  };
  const answer = `${percentText(first.Share)} of the jobs of ${first.QueueId} do not wait at all in scenario ${first.ScenarioId}.`;
  return { table: fillTable(queueWaitsTable, { rows, answer }), charts: [chart] };
};
