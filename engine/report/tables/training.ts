import { hoursPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { countText, moneyText, numberText, percentText } from '../number-text.ts';
import type { ComposedChart, ComposedSeries, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import type { PlacedTraining } from '../training-outcome.ts';
import { say } from '../sentence.ts';

export const trainingTable = defineResultTable({
  id: 'OutTraining',
  version: 1,
  sheetName: 'Results Training',
  title: 'Model training',
  question: 'How long does training take on how many nodes, what bounds it, and what does it cost?',
  description: 'One row per placed run and node count tried; counts whose memory is too small are left out. Costs at the price of the placement.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'TrainingId', title: 'Training', format: 'text', description: 'Row of ModelTraining.' },
    { id: 'PlacementId', title: 'Placement', format: 'text', description: 'Row of Placements.' },
    { id: 'NodeType', title: 'Node type', format: 'text', description: 'What it runs on.' },
    { id: 'Nodes', title: 'Nodes', unit: 'nodes', format: 'integer', description: 'That train together.' },
    { id: 'Gpus', title: 'GPUs', format: 'integer', description: 'Of all of them.' },
    { id: 'IsPlanned', title: 'Planned', format: 'text', description: 'yes: the node count of the plan, which the ledger holds.' },
    { id: 'Basis', title: 'Basis', format: 'text', description: 'measured: fitted to TrainingRuns. scaled: from one or two of them. roofline: from the peak of the GPUs.' },
    { id: 'Hours', title: 'Time', unit: 'h', format: 'hours', description: 'From start to end, failures included.' },
    { id: 'Days', title: 'Time', unit: 'days', format: 'decimal', description: 'The same.' },
    { id: 'TokensPerSecond', title: 'Tokens', unit: 'per second', format: 'decimal', description: 'Of all nodes, on the mean.' },
    { id: 'ComputeShare', title: 'Computing', format: 'percent', description: 'Of the time; measured speeds hold the exchange too.' },
    { id: 'ExchangeShare', title: 'Exchange', format: 'percent', description: 'Of the time: gradients between nodes that computing does not hide.' },
    { id: 'LostShare', title: 'Lost', format: 'percent', description: 'Of the time: checkpoints, restarts, and work done again after failures.' },
    { id: 'GpuHours', title: 'GPU-hours', format: 'hours', description: 'GPUs times hours.' },
    { id: 'Cost', title: 'Cost', format: 'money', description: 'Node-hours at the effective price.' },
    { id: 'CostPerBillionTokens', title: 'Cost of a billion tokens', format: 'unitPrice', description: 'Cost over tokens.' },
    { id: 'Grade', title: 'Grade', format: 'text', description: "Trust in the peak of the GPU: A a maker's paper, B tables that agree." },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const billion = 1e9;

export const buildTraining = (
  placed: ReadonlyMap<string, PlacedTraining>,
  { placements }: RunResults,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const series: ComposedSeries[] = [];
  const rows = placements.flatMap(placement => {
    const training = placed.get(placement.placementId);
    if (!training) return [];
    return training.tried.map(({ nodes, hours, cost, computeShare, exchangeShare, lostShare }) => ({
      ScenarioId: placement.scenarioId,
      TrainingId: training.trainingId,
      PlacementId: placement.placementId,
      NodeType: placement.key.nodeType,
      Nodes: nodes,
      Gpus: nodes * training.gpusPerNode,
      IsPlanned: nodes === training.nodes ? 'yes' : null,
      Basis: training.basis,
      Hours: hours,
      Days: hours / hoursPerDay,
      TokensPerSecond: training.tokens / (hours * secondsPerHour),
      ComputeShare: computeShare,
      ExchangeShare: exchangeShare,
      LostShare: lostShare,
      GpuHours: nodes * training.gpusPerNode * hours,
      Cost: cost === null ? null : roundedAmount(cost, ledger),
      CostPerBillionTokens: cost === null ? null : cost / (training.tokens / billion),
      Grade: training.grade,
      BillingCurrency: ledger.currency,
    }));
  });
  rows.forEach(({ PlacementId }, index) => {
    const last = series.at(-1);
    if (last && rows[last.firstRow]?.PlacementId === PlacementId) series[series.length - 1] = { ...last, rowCount: last.rowCount + 1 };
    else series.push({ name: say`${PlacementId}`, valueColumn: 'Cost', firstRow: index, rowCount: 1 });
  });
  const cheapest = rows.filter(row => row.IsPlanned !== null).sort((a, b) => (a.Cost ?? Infinity) - (b.Cost ?? Infinity))[0];
  const answer = cheapest
    ? say`${cheapest.TrainingId} on ${countText(cheapest.Nodes, 'node')} of ${cheapest.NodeType} takes ${numberText(cheapest.Days, 1)} days and ${
        moneyText(cheapest.Cost ?? 0, ledger.currency, ledger.decimals)
      }; ${percentText(cheapest.ExchangeShare)} of the time is exchange, ${percentText(cheapest.LostShare)} is lost.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartTraining',
    tableId: trainingTable.id,
    kind: 'scatterLines',
    title: say`Time against money`,
    categoryColumn: 'Days',
    valueColumns: ['Cost'],
    series,
    categoryAxisTitle: say`Days`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  return { table: fillTable(trainingTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [] };
};
