import { secondsPerHour } from '../../quantity/conversion.ts';
import type { Check } from '../checks.ts';
import { amountOf, sumUnits, type Ledger } from '../ledger.ts';
import { countText, moneyText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import type { PlacedServing } from '../serving-outcome.ts';
import { say } from '../sentence.ts';

type PlacedServings = ReadonlyMap<string, PlacedServing>;

export const servingTable = defineResultTable({
  id: 'OutServing',
  version: 1,
  sheetName: 'Results Serving',
  title: 'Model serving',
  question: 'How many GPUs answer the requests, how soon, and what does a million tokens cost?',
  description: 'One row for each placed model. Times are of an hour of simulated requests; the cost is that of the placement over the plan.',
  columns: [
    { id: 'Placement', title: 'Placement', format: 'text', description: 'Scenario and placement.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'ServingId', title: 'Model', format: 'text', description: 'Row of ModelServing.' },
    { id: 'NodeType', title: 'Node type', format: 'text', description: 'What it runs on.' },
    { id: 'Copies', title: 'Copies', format: 'integer', description: 'Stated, or the fewest that keep the target.' },
    { id: 'Nodes', title: 'Nodes', unit: 'nodes', format: 'integer', description: 'That run all the time.' },
    { id: 'FirstTokenMedianMs', title: 'First token, half', unit: 'ms', format: 'decimal', description: 'Half of the requests wait no longer.' },
    { id: 'FirstTokenP95Ms', title: 'First token, 95 %', unit: 'ms', format: 'decimal', description: '95 of 100 requests wait no longer.' },
    { id: 'PerTokenMedianMs', title: 'Between tokens, half', unit: 'ms', format: 'decimal', description: 'Of an answer, on its mean.' },
    { id: 'PerTokenP95Ms', title: 'Between tokens, 95 %', unit: 'ms', format: 'decimal', description: 'Of an answer, on its mean.' },
    { id: 'AnswerP95Seconds', title: 'Whole answer, 95 %', unit: 's', format: 'decimal', description: 'From the request to the last token.' },
    { id: 'TokensPerSecond', title: 'Tokens out', unit: 'per second', format: 'decimal', description: 'Of all copies.' },
    { id: 'MeanBatch', title: 'Requests at once', format: 'decimal', description: 'In a step of decoding, on the mean.' },
    { id: 'Utilization', title: 'At work', format: 'percent', description: 'Time the copies compute.' },
    { id: 'Load', title: 'Load', format: 'percent', description: 'Requests that came over those the copies can do at most.' },
    { id: 'WeightShare', title: 'Weights', format: 'percent', description: 'Memory of the GPUs that the weights take.' },
    { id: 'EffectiveCost', title: 'Cost', format: 'money', description: 'Of the placement, over the plan.' },
    { id: 'CostPerMillionTokens', title: 'Cost of a million tokens out', unit: 'per million', format: 'unitPrice', description: 'Cost over the tokens of the plan.' },
    { id: 'CostPerThousandRequests', title: 'Cost of 1,000 requests', unit: 'per 1,000', format: 'unitPrice', description: 'Cost over the requests of the plan.' },
    { id: 'Grade', title: 'Grade', format: 'text', description: 'Trust in the figures of the GPU: A a maker\'s paper, B tables that agree.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const [millisecondsPerSecond, million] = [1000, 1e6];

export const buildServing = (
  placed: PlacedServings,
  { placements }: RunResults,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const rows = placements.flatMap(placement => {
    const serving = placed.get(placement.placementId);
    if (!serving) return [];
    const { outcome, requestsPerSecond, outputTokens } = serving;
    const cost = amountOf(sumUnits(ledger.byOrigin.get(placement) ?? [], 'EffectiveCost'), ledger);
    const hours = placement.nodeSecondsByHour.reduce((sum, seconds) => sum + (seconds > 0 ? 1 : 0), 0);
    const requests = requestsPerSecond * hours * secondsPerHour;
    return [
      {
        Placement: `${placement.scenarioId}: ${placement.placementId}`,
        ScenarioId: placement.scenarioId,
        ServingId: serving.servingId,
        NodeType: placement.key.nodeType,
        Copies: outcome.copies,
        Nodes: outcome.nodes,
        FirstTokenMedianMs: outcome.firstToken.median * millisecondsPerSecond,
        FirstTokenP95Ms: outcome.firstToken.p95 * millisecondsPerSecond,
        PerTokenMedianMs: outcome.perToken.median * millisecondsPerSecond,
        PerTokenP95Ms: outcome.perToken.p95 * millisecondsPerSecond,
        AnswerP95Seconds: outcome.whole.p95,
        TokensPerSecond: outcome.outputTokensPerSecond,
        MeanBatch: outcome.meanBatch,
        Utilization: outcome.utilization,
        Load: outcome.load,
        WeightShare: outcome.weightShare,
        EffectiveCost: cost,
        CostPerMillionTokens: requests > 0 ? (cost / (requests * outputTokens)) * million : null,
        CostPerThousandRequests: requests > 0 ? (cost / requests) * 1000 : null,
        Grade: outcome.grade,
        BillingCurrency: ledger.currency,
      },
    ];
  });
  const cheapest = [...rows].sort((a, b) => (a.CostPerMillionTokens ?? Infinity) - (b.CostPerMillionTokens ?? Infinity))[0];
  const answer = cheapest
    ? say`${cheapest.ServingId} on ${cheapest.NodeType} is cheapest: ${countText(cheapest.Nodes, 'node')}, ${
        moneyText(cheapest.CostPerMillionTokens ?? 0, ledger.currency, ledger.decimals)
      } for a million tokens out.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartServing',
    tableId: servingTable.id,
    kind: 'columnClustered',
    title: say`How soon the first token comes`,
    categoryColumn: 'Placement',
    valueColumns: ['FirstTokenMedianMs', 'FirstTokenP95Ms'],
    series: columnSeries(servingTable, ['FirstTokenMedianMs', 'FirstTokenP95Ms'], rows.length),
    categoryAxisTitle: say`Placement`,
    valueAxisTitle: say`Milliseconds`,
  };
  return { table: fillTable(servingTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [] };
};

/** Every request was answered: the simulation throws else; and copies are at work no more than all the time. */
export const servingChecks = (placed: PlacedServings, { placements }: RunResults): Check[] =>
  placements.flatMap(({ placementId, scenarioId }): Check[] => {
    const serving = placed.get(placementId);
    if (!serving) return [];
    const { utilization } = serving.outcome;
    return [{ check: `Copies of ${serving.servingId} work no more than all the time`, scenarioId, expected: Math.min(1, utilization), actual: utilization, tolerance: 1e-9 }];
  });
