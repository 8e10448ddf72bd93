import { hoursPerDay } from '../../quantity/conversion.ts';
import type { ServiceCapacity } from '../../simulation/service-capacity.ts';
import { groupBy } from '../group-by.ts';
import { numberText } from '../number-text.ts';
import type { ComposedChart, ComposedSeries, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { servicePlacements } from './capacity.ts';
import { say } from '../sentence.ts';

export const dayProfileTable = defineResultTable({
  id: 'OutDayProfile',
  version: 1,
  sheetName: 'Results Day',
  title: 'Mean day of services',
  question: 'How do demand and nodes follow the hours of the day?',
  description:
    'Mean over all days of the plan by local hour, one block of 24 rows per service; scenarios that run the same share a block.',
  columns: [
    { id: 'WorkloadId', title: 'Service', format: 'text', description: 'The service, all its placements together.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenarios in which it runs like this.' },
    {
      id: 'HourOfDay',
      title: 'Hour',
      unit: 'local, 0-23',
      format: 'integer',
      description: 'Local hour that begins then.',
    },
    {
      id: 'MeanDemand',
      title: 'Mean demand',
      unit: 'demand unit',
      format: 'decimal',
      description: 'Mean demand of that hour.',
    },
    {
      id: 'PeakDemand',
      title: 'Peak demand',
      unit: 'demand unit',
      format: 'decimal',
      description: 'Highest demand of that hour on any day.',
    },
    { id: 'MeanNodes', title: 'Mean nodes', unit: 'nodes', format: 'decimal', description: 'Mean nodes of that hour.' },
    {
      id: 'PeakNodes',
      title: 'Most nodes',
      unit: 'nodes',
      format: 'integer',
      description: 'Most nodes of that hour on any day.',
    },
  ],
});

type ServicePlacement = ReturnType<typeof servicePlacements>[number];

/** How often a capacity runs, and when: placements that run the same share one. */
interface Run {
  readonly activeHours: readonly [number, number];
  readonly times: number;
  readonly capacityPerNode: number;
}
type Runs = ReadonlyMap<ServiceCapacity, Run>;

const runsOf = (placements: readonly ServicePlacement[]): Runs =>
  new Map(
    [...groupBy(placements, ({ outcome }) => outcome.capacity)].map(([capacity, group]) => {
      const [first] = group as [ServicePlacement];
      const { activeHours, sizing } = first.outcome;
      return [capacity, { activeHours, times: group.length, capacityPerNode: sizing.capacityPerNode }];
    }),
  );

/** What runs the same in some scenarios. */
export interface Block {
  readonly workloadId: string;
  readonly scenarioIds: string[];
  readonly runs: Runs;
}

/** Scenarios whose placements of a service run the very same nodes are one block. */
export const blocksOf = (results: RunResults): Block[] => {
  const blocks: Block[] = [];
  for (const [workloadId, ofService] of groupBy(servicePlacements(results), placement => placement.workloadId)) {
    const own: Block[] = [];
    for (const [scenarioId, placements] of groupBy(ofService, placement => placement.scenarioId)) {
      const runs = runsOf(placements);
      const twin = own.find(
        block =>
          block.runs.size === runs.size &&
          [...runs].every(([capacity, { times }]) => block.runs.get(capacity)?.times === times),
      );
      if (twin) twin.scenarioIds.push(scenarioId);
      else own.push({ workloadId, scenarioIds: [scenarioId], runs });
    }
    blocks.push(...own);
  }
  return blocks;
};

const dayRows = ({ workloadId, scenarioIds, runs }: Block, { clock, horizon }: RunResults) => {
  const [counts, demand, peakDemand, nodes, peakNodes] = Array.from(
    { length: 5 },
    () => new Float64Array(hoursPerDay),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const [wanted, running, most] = Array.from({ length: 3 }, () => new Float64Array(horizon.hourCount)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [first, end] = [horizon.hourCount, 0];
  for (const [capacity, { activeHours, times }] of runs) {
    first = Math.min(first, activeHours[0]);
    end = Math.max(end, activeHours[1]);
    for (let hour = activeHours[0]; hour < activeHours[1]; hour += 1) {
      wanted[hour] = (wanted[hour] as number) + times * (capacity.demandByHour[hour] as number);
      running[hour] = (running[hour] as number) + times * (capacity.nodesByHour[hour] as number);
      most[hour] = (most[hour] as number) + times * (capacity.peakNodesByHour[hour] as number);
    }
  }
  for (let hour = first; hour < end; hour += 1) {
    const local = clock.hourOfDay[hour] as number;
    const [demanded, ran] = [wanted[hour] as number, running[hour] as number];
    counts[local] = (counts[local] as number) + 1;
    demand[local] = (demand[local] as number) + demanded;
    nodes[local] = (nodes[local] as number) + ran;
    peakDemand[local] = Math.max(peakDemand[local] as number, demanded);
    peakNodes[local] = Math.max(peakNodes[local] as number, most[hour] as number);
  }
  return Array.from(counts, (count, hour) => ({
    WorkloadId: workloadId,
    ScenarioId: scenarioIds.join(', '),
    HourOfDay: hour,
    MeanDemand: count > 0 ? (demand[hour] as number) / count : null,
    PeakDemand: count > 0 ? (peakDemand[hour] as number) : null,
    MeanNodes: count > 0 ? (nodes[hour] as number) / count : null,
    PeakNodes: count > 0 ? (peakNodes[hour] as number) : null,
  }));
};

const blockSeries = (index: number): ComposedSeries[] =>
  (['MeanNodes', 'PeakNodes'] as const).map(valueColumn => ({
    name: valueColumn === 'MeanNodes' ? say`Mean nodes` : say`Most nodes`,
    valueColumn,
    firstRow: index * hoursPerDay,
    rowCount: hoursPerDay,
  }));

/** Blocks that get a chart of their own: more would hide each other. */
const mostCharts = 4;

export interface DayProfile {
  readonly table: ComposedTable | null;
  readonly charts: readonly ComposedChart[];
}

export const buildDayProfile = (results: RunResults): DayProfile => {
  const blocks = blocksOf(results).filter(({ runs }) =>
    [...runs.values()].some(({ activeHours }) => activeHours[0] < activeHours[1]),
  );
  const rowsOf = blocks.map(block => dayRows(block, results));
  const [first] = rowsOf;
  const busiest = first?.reduce((best, row) => ((best.MeanNodes ?? 0) >= (row.MeanNodes ?? 0) ? best : row));
  const answer = busiest
    ? say`${busiest.WorkloadId} is busiest at ${busiest.HourOfDay}:00 (${results.timeZoneName}) with ${numberText(busiest.MeanNodes ?? 0, 1)} nodes in the mean.`
    : say``;
  const charts = blocks.slice(0, mostCharts).map(({ workloadId, scenarioIds }, index): ComposedChart => ({
    id: index === 0 ? 'ChartDayProfile' : `ChartDayProfile${index + 1}`,
    tableId: dayProfileTable.id,
    kind: 'line',
    title:
      blocks.length > 1
        ? say`Nodes by hour of the day: ${workloadId} (${scenarioIds.join(', ')})`
        : say`Nodes by hour of the day`,
    categoryColumn: 'HourOfDay',
    valueColumns: ['MeanNodes', 'PeakNodes'],
    ...(blocks.length > 1 ? { series: blockSeries(index) } : {}),
    categoryAxisTitle: say`Hour of the day, local`,
    valueAxisTitle: say`Nodes`,
  }));
  return { table: fillTable(dayProfileTable, { rows: rowsOf.flat(), answer }), charts };
};
