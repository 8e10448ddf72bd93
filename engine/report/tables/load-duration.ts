import { durationPoints, type DurationPoint } from '../../commitment/family-plan.ts';
import { makeLoadDuration } from '../../commitment/load-duration.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { CommitmentAdvice } from '../commitment-advice.ts';
import { groupBy } from '../group-by.ts';
import type { ReportChart, ReportTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { PlacementResult, RunResults } from '../run-results.ts';

export const loadDurationTable = defineResultTable({
  id: 'OutLoadDuration',
  version: 1,
  sheetName: 'Results Load duration',
  title: 'Load duration',
  question: 'For how many hours is how much wanted, and how much of it is reserved?',
  description: 'Nodes of one type and region by the hours that want at least as many; the largest ones of each scenario. Long curves are thinned.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Family', title: 'Nodes', format: 'text', description: 'Region and node type.' },
    { id: 'Hours', title: 'Hours', unit: 'h', format: 'hours', description: 'Hours of the plan that want at least so many nodes.' },
    { id: 'Units', title: 'Wanted', unit: 'nodes', format: 'decimal', description: 'Nodes wanted, spot left out.' },
    { id: 'Reserved', title: 'To reserve', unit: 'nodes', format: 'decimal', description: 'Nodes of this type to buy by OutCommitmentPlan, by the share of the term.' },
  ],
});

/** Curves of a scenario, and points of one. */
const [mostFamilies, mostPoints] = [4, 250];

/** Every so many points, the first and the last always. */
const thinned = (points: readonly DurationPoint[]): DurationPoint[] => {
  const every = Math.ceil(points.length / mostPoints);
  return points.filter((_, index) => index % every === 0 || index === points.length - 1);
};

const familyOf = ({ key }: PlacementResult): string => `${key.region} ${key.nodeType}`;

const nodesOf = (placements: readonly PlacementResult[]): Float64Array => {
  const nodes = new Float64Array(placements[0]?.nodeSecondsByHour.length ?? 0);
  for (const { nodeSecondsByHour } of placements) {
    nodeSecondsByHour.forEach((seconds, hour) => (nodes[hour] = (nodes[hour] as number) + seconds / secondsPerHour));
  }
  return nodes;
};

export interface LoadDurations {
  readonly table: ReportTable | null;
  readonly charts: readonly ReportChart[];
}

export const buildLoadDuration = (advice: readonly CommitmentAdvice[], { scenarios }: RunResults): LoadDurations => {
  const blocks = advice
    .filter(({ counted }) => counted === 'amortized')
    .flatMap(({ scenarioId, commitments }) => {
      const placements = scenarios.find(({ id }) => id === scenarioId)?.placements.filter(({ purchase }) => purchase !== 'spot') ?? [];
      return [...groupBy(placements, familyOf)]
        .map(([family, own]) => ({ family, key: own[0]?.key, nodes: nodesOf(own) }))
        .filter(({ nodes }) => nodes.some(count => count > 0))
        .map(each => ({ ...each, hours: each.nodes.reduce((total, count) => total + count, 0) }))
        .sort((a, b) => b.hours - a.hours)
        .slice(0, mostFamilies)
        .map(({ family, key, nodes }) => {
          const isFor = (nodeType: string | null): boolean => nodeType?.toLowerCase() === key?.nodeType.toLowerCase();
          const own = commitments.filter(({ region, nodeType }) => region?.toLowerCase() === key?.region.toLowerCase() && isFor(nodeType));
          const reserved = own.reduce((total, { quantity }) => total + quantity, 0);
          return { scenarioId, family, reserved, points: thinned(durationPoints(makeLoadDuration(nodes))) };
        });
    });
  const rows = blocks.flatMap(({ scenarioId, family, reserved, points }) =>
    points.map(({ hours, units }) => ({ ScenarioId: scenarioId, Family: family, Hours: hours, Units: units, Reserved: reserved })));
  const [first] = blocks;
  const chart: ReportChart = {
    id: 'ChartLoadDuration',
    tableId: loadDurationTable.id,
    kind: 'scatterLines',
    title: `Load duration: ${first?.family ?? ''}`,
    categoryColumn: 'Hours',
    valueColumns: ['Units', 'Reserved'],
    series: [
      { name: 'Wanted', valueColumn: 'Units', firstRow: 0, rowCount: first?.points.length ?? 0 },
      { name: 'To reserve', valueColumn: 'Reserved', firstRow: 0, rowCount: first?.points.length ?? 0 },
    ],
    categoryAxisTitle: 'Hours of the plan',
    valueAxisTitle: 'Nodes',
  };
  const answer = first
    ? `${first.family}: up to ${first.points[0]?.units.toFixed(0) ?? 0} nodes are wanted, ${first.reserved.toFixed(0)} to reserve.`
    : '';
  return { table: fillTable(loadDurationTable, { rows, answer }), charts: first ? [chart] : [] };
};
