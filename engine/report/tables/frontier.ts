import type { Money } from '../../money/money.ts';
import { groupBy } from '../group-by.ts';
import { countText, hoursText, moneyText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say, type Sentence } from '../sentence.ts';
import type { RunResults, TriedNodeCount } from '../run-results.ts';
import type { Ledger } from '../ledger.ts';
import { jobPlacements, type JobPlacement } from './jobs.ts';

export const frontierTable = defineResultTable({
  id: 'OutFrontier',
  version: 1,
  sheetName: 'Results Frontier',
  title: 'Time against money',
  question: 'How many nodes should share the job: what does being faster cost?',
  description:
    'One row per placement of a job and node count tried; placements with the same frontier share their rows. Costs are those of the whole job at the effective price per node-hour.',
  columns: [
    { id: 'JobId', title: 'Job', format: 'text', description: 'The job.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'PlacementId', title: 'Placement', format: 'text', description: 'Rows of Placements.' },
    { id: 'Nodes', title: 'Nodes', unit: 'nodes', format: 'integer', description: 'Nodes that share the job.' },
    {
      id: 'Hours',
      title: 'Hours',
      unit: 'h',
      format: 'hours',
      description: 'From starting the nodes to the end of the work.',
    },
    {
      id: 'HoursLow',
      title: 'Hours, low end',
      unit: 'h',
      format: 'hours',
      description:
        'Low end of the 95 % band of sample runs; the same as Hours for stated work, blank for a single sample.',
    },
    { id: 'HoursHigh', title: 'Hours, high end', unit: 'h', format: 'hours', description: 'High end of that band.' },
    { id: 'Cost', title: 'Cost', format: 'money', description: 'Cost of the job, started billing steps included.' },
    { id: 'CostLow', title: 'Cost, low end', format: 'money', description: 'Cost at the low end of the band.' },
    { id: 'CostHigh', title: 'Cost, high end', format: 'money', description: 'Cost at the high end of the band.' },
    {
      id: 'IsEfficient',
      title: 'Efficient',
      format: 'text',
      description: 'TRUE when no other node count of the placement is as fast and cheaper, or as cheap and faster.',
    },
    { id: 'Choice', title: 'Choice', format: 'text', description: 'cheapest, fastest, planned, or blank.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

/** What several placements of one job have in common: the very same times and costs, so they are told once. */
export interface FrontierBlock {
  readonly jobId: string;
  readonly scenarioIds: readonly string[];
  readonly placementIds: readonly string[];
  /** The job, or the placement where a job is placed in several ways. */
  readonly name: string;
  readonly plannedNodes: number;
  readonly tried: readonly TriedNodeCount[];
}

const frontierName = ({ outcome: { tried } }: JobPlacement): string =>
  tried.map(({ nodeCount, hours, cost }) => `${nodeCount} ${hours} ${cost.amount.toString()}`).join('|');

/** Blocks of one job stand together, jobs in the order they are first met. */
export const frontierBlocks = (results: RunResults): FrontierBlock[] =>
  [...groupBy(jobPlacements(results), ({ workloadId }) => workloadId)].flatMap(([jobId, placements]) => {
    const groups = [...groupBy(placements, frontierName).values()];
    return groups.map((group): FrontierBlock => {
      const { outcome } = group[0] as JobPlacement;
      const placementIds = group.map(({ placementId }) => placementId);
      return {
        jobId,
        scenarioIds: [...new Set(group.map(({ scenarioId }) => scenarioId))],
        placementIds,
        name: groups.length === 1 ? jobId : placementIds.join(', '),
        plannedNodes: outcome.run.nodeCount,
        tried: outcome.tried,
      };
    });
  });

/** The two ends of a frontier: the cheapest point (the faster of equals) and the fastest (the cheaper of equals). */
export interface FrontierEnds {
  readonly cheapest: TriedNodeCount;
  readonly fastest: TriedNodeCount;
}

const compareCost = (a: TriedNodeCount, b: TriedNodeCount): number => a.cost.amount.comparedTo(b.cost.amount);

export const frontierEnds = ({ tried }: FrontierBlock): FrontierEnds => {
  const best = (compare: (a: TriedNodeCount, b: TriedNodeCount) => number): TriedNodeCount => {
    const [first] = [...tried].sort(compare);
    if (!first) throw new Error('no node count was tried');
    return first;
  };
  return {
    cheapest: best((a, b) => compareCost(a, b) || a.hours - b.hours),
    fastest: best((a, b) => a.hours - b.hours || compareCost(a, b)),
  };
};

/** Jobs that get a chart of their own, ways to place one that it compares, and points a line may have. */
const [mostCharts, mostSeries, mostPoints] = [4, 12, 1000];

const chartsOf = (blocks: readonly FrontierBlock[], currency: string): ComposedChart[] => {
  let rowCount = 0;
  const placed = blocks.map(block => {
    const firstRow = rowCount;
    rowCount += block.tried.length;
    return { ...block, firstRow };
  });
  if (blocks.some(({ tried }) => tried.length > mostPoints)) return [];
  const jobIds = [...new Set(blocks.map(({ jobId }) => jobId))];
  return jobIds.slice(0, mostCharts).map((jobId, index): ComposedChart => ({
    id: index === 0 ? 'ChartFrontier' : `ChartFrontier${index + 1}`,
    tableId: frontierTable.id,
    kind: 'scatterLines',
    title: jobIds.length > 1 ? say`Time against money: ${jobId}` : say`Time against money`,
    categoryColumn: 'Hours',
    valueColumns: ['Cost'],
    ...(blocks.length > 1
      ? {
          series: placed
            .filter(block => block.jobId === jobId)
            .slice(0, mostSeries)
            .map(block => ({
              name: say`${block.name}`,
              valueColumn: 'Cost',
              firstRow: block.firstRow,
              rowCount: block.tried.length,
            })),
        }
      : {}),
    categoryAxisTitle: say`Hours to the end of the job`,
    valueAxisTitle: say`Cost (${currency})`,
  }));
};

export interface Frontier {
  readonly table: ComposedTable | null;
  readonly charts: readonly ComposedChart[];
}

/** Blocks whose ends are told in the answer. */
const mostAnswers = 3;

export const buildFrontier = (results: RunResults, { currency, decimals }: Ledger): Frontier => {
  // A single node count is no choice; the jobs table tells its time and cost.
  const blocks = frontierBlocks(results).filter(({ tried }) => tried.length > 1);
  const rounded = (cost: Money | undefined): number | null => cost?.amount.toDecimalPlaces(decimals).toNumber() ?? null;
  const rows = blocks.flatMap(block => {
    const { cheapest, fastest } = frontierEnds(block);
    return block.tried.map(point => {
      const choices = [
        point === cheapest ? 'cheapest' : '',
        point === fastest ? 'fastest' : '',
        point.nodeCount === block.plannedNodes ? 'planned' : '',
      ];
      return {
        JobId: block.jobId,
        ScenarioId: block.scenarioIds.join(', '),
        PlacementId: block.placementIds.join(', '),
        Nodes: point.nodeCount,
        Hours: point.hours,
        HoursLow: point.low?.hours ?? null,
        HoursHigh: point.high?.hours ?? null,
        Cost: rounded(point.cost),
        CostLow: rounded(point.low?.cost),
        CostHigh: rounded(point.high?.cost),
        IsEfficient: point.isEfficient,
        Choice: choices.filter(Boolean).join(', ') || null,
        BillingCurrency: currency,
      };
    });
  });
  const answers = blocks.slice(0, mostAnswers).map(block => {
    const { cheapest, fastest } = frontierEnds(block);
    const point = ({ nodeCount, hours, cost }: TriedNodeCount): Sentence =>
      say`${countText(nodeCount, 'node')} (${hoursText(hours)}, ${moneyText(cost.amount.toNumber(), currency, decimals)})`;
    return cheapest === fastest
      ? say`${block.name}: ${point(cheapest)} is both cheapest and fastest.`
      : say`${block.name}: cheapest on ${point(cheapest)}, fastest on ${point(fastest)}.`;
  });
  return {
    table: fillTable(frontierTable, { rows, answer: oneByOne(...answers), currency }),
    charts: chartsOf(blocks, currency),
  };
};
