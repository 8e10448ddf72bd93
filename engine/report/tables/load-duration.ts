import { durationPoints, type DurationPoint } from '../../commitment/family-plan.ts';
import { makeLoadDuration } from '../../commitment/load-duration.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { CommitmentAdvice, HeldNodes } from '../commitment-advice.ts';
import { groupBy } from '../group-by.ts';
import type { ComposedChart, ComposedSeries, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say, wordsOf, type Sentence } from '../sentence.ts';
import type { PlacementResult, RunResults } from '../run-results.ts';

export const loadDurationTable = defineResultTable({
  id: 'OutLoadDuration',
  version: 2,
  sheetName: 'Results Load duration',
  title: 'Load duration',
  question: 'For how many hours is how much wanted, and how much of it is reserved?',
  description:
    'Nodes of one type and region by the hours that want at least as many; the largest ones of each scenario. Long curves are thinned. Then the ' +
    'bands of what is held and to be bought, one on top of the other, each as long as it is live in the plan.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Family', title: 'Nodes', format: 'text', description: 'Region and node type.' },
    { id: 'Band', title: 'Band', format: 'text', description: 'Wanted; or a commitment held, or an option to buy by OutCommitmentPlan, as answered first.' },
    { id: 'Hours', title: 'Hours', unit: 'h', format: 'hours', description: 'Hours of the plan that want at least so many nodes.' },
    { id: 'Nodes', title: 'Nodes', unit: 'nodes', format: 'decimal', description: 'Nodes wanted, spot left out; of a band: its upper edge.' },
  ],
});

/** Curves of a scenario, and points of one. */
const [mostFamilies, mostPoints] = [4, 125];

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

/** A line of the chart: the curve, or the upper edge of a band. */
interface Line {
  readonly name: Sentence;
  readonly points: readonly { readonly hours: number; readonly nodes: number }[];
}

/** A step for each level, from the hour where the higher one ends. */
const stepsOf = (points: readonly DurationPoint[]): Line['points'] =>
  points.flatMap(({ hours, units }, index) => [{ hours: points[index - 1]?.hours ?? 0, nodes: units }, { hours, nodes: units }]);

/** Bands of a node type, each on top of the one before, those that last longest at the bottom. */
const bandsOf = ({ held, commitments }: CommitmentAdvice, { key }: PlacementResult, hourCount: number): Line[] => {
  const isHere = ({ region, nodeType }: Pick<HeldNodes, 'region' | 'nodeType'>): boolean =>
    region?.toLowerCase() === key.region.toLowerCase() && nodeType?.toLowerCase() === key.nodeType.toLowerCase();
  const bands = [
    ...held.filter(isHere).map(({ commitmentId, quantity, liveHours }) => ({ name: say`held: ${commitmentId}`, quantity, liveHours })),
    ...commitments.filter(isHere).map(({ optionId, quantity }) => ({ name: say`buy: ${optionId}`, quantity, liveHours: hourCount })),
  ]
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => b.liveHours - a.liveHours);
  let edge = 0;
  return bands.map(({ name, quantity, liveHours }) => {
    edge += quantity;
    return { name, points: [{ hours: 0, nodes: edge }, { hours: liveHours, nodes: edge }] };
  });
};

export interface LoadDurations {
  readonly table: ComposedTable | null;
  readonly charts: readonly ComposedChart[];
}

interface Block {
  readonly scenarioId: string;
  readonly family: string;
  readonly lines: readonly Line[];
}

const blocksOf = (advice: CommitmentAdvice, placements: readonly PlacementResult[]): Block[] =>
  [...groupBy(placements, familyOf)]
    .map(([family, own]) => ({ family, first: own[0] as PlacementResult, nodes: nodesOf(own) }))
    .filter(({ nodes }) => nodes.some(count => count > 0))
    .map(each => ({ ...each, hours: each.nodes.reduce((total, count) => total + count, 0) }))
    .sort((a, b) => b.hours - a.hours)
    .slice(0, mostFamilies)
    .map(({ family, first, nodes }) => {
      const points = stepsOf(thinned(durationPoints(makeLoadDuration(nodes))));
      return { scenarioId: advice.scenarioId, family, lines: [{ name: say`Wanted`, points }, ...bandsOf(advice, first, nodes.length)] };
    });

/** Where each line of the first block stands in the table. */
const seriesOf = ({ lines }: Block): ComposedSeries[] => {
  let firstRow = 0;
  return lines.map(({ name, points }) => {
    const series = { name, valueColumn: 'Nodes', firstRow, rowCount: points.length };
    firstRow += points.length;
    return series;
  });
};

const answerOf = ({ family, lines }: Block): Sentence => {
  const [wanted, ...bands] = lines as [Line, ...Line[]];
  const top = (line: Line | undefined): string => (line?.points[0]?.nodes ?? 0).toFixed(0);
  return say`${family}: up to ${top(wanted)} nodes are wanted; held and to be bought are up to ${top(bands.at(-1))}.`;
};

export const buildLoadDuration = (advice: readonly CommitmentAdvice[], { scenarios }: RunResults): LoadDurations => {
  const blocks = advice
    .filter(({ isFirst }) => isFirst)
    .flatMap(each => {
      const placements = scenarios.find(({ id }) => id === each.scenarioId)?.placements ?? [];
      return blocksOf(each, placements.filter(({ purchase }) => purchase !== 'spot'));
    });
  const rows = blocks.flatMap(({ scenarioId, family, lines }) =>
    lines.flatMap(({ name, points }) =>
      points.map(({ hours, nodes }) => ({ ScenarioId: scenarioId, Family: family, Band: wordsOf(name), Hours: hours, Nodes: nodes }))));
  const [first] = blocks;
  if (!first) return { table: null, charts: [] };
  const chart: ComposedChart = {
    id: 'ChartLoadDuration',
    tableId: loadDurationTable.id,
    kind: 'scatterLines',
    title: say`Load duration: ${first.family}`,
    categoryColumn: 'Hours',
    valueColumns: ['Nodes'],
    series: seriesOf(first),
    categoryAxisTitle: say`Hours of the plan`,
    valueAxisTitle: say`Nodes`,
  };
  return { table: fillTable(loadDurationTable, { rows, answer: answerOf(first) }), charts: [chart] };
};
