import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PlacedQueue } from '../queue-outcome.ts';
import { groupBy } from '../group-by.ts';
import { percentText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

export const queueWaitsTable = defineResultTable({
  id: 'OutQueueWaits',
  version: 1,
  sheetName: 'Results Waits',
  title: 'Waits',
  question: 'How many jobs wait how long?',
  description: 'One row for each scenario, then for each placed queue of several, and span of waits, of jobs that started. Add up one block at a time.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'QueueId', title: 'Queue', format: 'text', description: 'Row of Queues; blank: all queues of the scenario.' },
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

/** Scenarios a chart can show; the table holds all. */
const mostSeries = 8;

/** Waits of a queue, or of all queues of a scenario together. */
interface Block {
  readonly scenarioId: string;
  /** Null: all of the scenario. */
  readonly queueId: string | null;
  readonly waits: readonly Float64Array[];
}

const rowsOf = ({ scenarioId, queueId, waits }: Block) => {
  const total = waits.reduce((sum, { length }) => sum + length, 0);
  let from = -1;
  return spans.map(([upTo, text]) => {
    const count = waits.reduce((sum, own) => sum + own.reduce((inside, wait) => inside + (wait > from && wait <= upTo ? 1 : 0), 0), 0);
    from = upTo;
    const upToHours = upTo === Infinity ? null : upTo / secondsPerHour;
    return { ScenarioId: scenarioId, QueueId: queueId, Wait: text, UpToHours: upToHours, Jobs: count, Share: count / total };
  });
};

export const buildQueueWaits = (
  placed: ReadonlyMap<string, PlacedQueue>,
  { placements }: RunResults,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const queues = placements.flatMap(({ placementId, scenarioId }): Block[] => {
    const queue = placed.get(placementId);
    const waits = queue?.outcome.all.waitsSeconds;
    return queue && waits && waits.length > 0 ? [{ scenarioId, queueId: queue.queueId, waits: [waits] }] : [];
  });
  const scenarios = [...groupBy(queues, ({ scenarioId }) => scenarioId)].map(([scenarioId, own]): Block => {
    const [only] = own;
    return own.length === 1 && only ? only : { scenarioId, queueId: null, waits: own.flatMap(({ waits }) => waits) };
  });
  // What is compared first, then the queues that are only part of it.
  const rows = [...scenarios, ...queues.filter(queue => !scenarios.includes(queue))].flatMap(rowsOf);
  const [first] = rows;
  if (!first) return { table: null, charts: [] };
  const chart: ComposedChart = {
    id: 'ChartQueueWaits',
    tableId: queueWaitsTable.id,
    kind: 'columnClustered',
    title: say`How long jobs wait`,
    categoryColumn: 'Wait',
    valueColumns: ['Share'],
    series: scenarios.slice(0, mostSeries).map(({ scenarioId }, index) => ({
      name: say`${scenarioId}`, valueColumn: 'Share', firstRow: index * spans.length, rowCount: spans.length,
    })),
    categoryAxisTitle: say`Wait`,
    valueAxisTitle: say`Share of the jobs`,
  };
  const answer = say`${percentText(first.Share)} of the jobs do not wait at all in scenario ${first.ScenarioId}.`;
  return { table: fillTable(queueWaitsTable, { rows, answer }), charts: [chart] };
};
