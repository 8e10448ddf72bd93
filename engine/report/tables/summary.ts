import { compensatedSum } from '../../numeric/sum.ts';
import { groupBy } from '../group-by.ts';
import { amountOf, sumUnits, usageLines, type Ledger } from '../ledger.ts';
import { billedNodeHours } from '../node-hours.ts';
import { countText, moneyText, percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say, type Sentence } from '../sentence.ts';
import type { PlacementResult, RunResults } from '../run-results.ts';

export const summaryTable = defineResultTable({
  id: 'OutSummary',
  version: 1,
  sheetName: 'Results Summary',
  title: 'Scenarios compared',
  question: 'What does each scenario cost over the plan, and which is cheapest?',
  description:
    'One row per scenario. Effective cost compares scenarios: it counts a commitment only for the part of its term in the plan.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Amortized cost over the plan.' },
    { id: 'BilledCost', title: 'Billed cost', format: 'money', description: 'What the invoices of the plan say.' },
    {
      id: 'PrepaidChange',
      title: 'Paid ahead',
      format: 'money',
      description:
        'Billed less effective cost: paid in the plan for time after it; negative when time in the plan was paid before or is paid later.',
    },
    { id: 'ListCost', title: 'List cost', format: 'money', description: 'The same usage at public on-demand prices.' },
    {
      id: 'Savings',
      title: 'Saving on list',
      format: 'money',
      description: 'List less effective cost, waste of unused commitments included.',
    },
    {
      id: 'EffectiveSavingsRate',
      title: 'Effective savings rate',
      format: 'percent',
      description: 'Saving as a part of the list cost; blank without list cost.',
    },
    {
      id: 'UnusedCommitmentCost',
      title: 'Commitment unused',
      format: 'money',
      description: 'Effective cost of committed hours nobody used.',
    },
    {
      id: 'AboveCheapest',
      title: 'Above the cheapest',
      format: 'money',
      description: 'Effective cost above that of the cheapest complete scenario it is compared with.',
    },
    { id: 'NodeHours', title: 'Node-hours', unit: 'h', format: 'hours', description: 'Billed node-hours that ran.' },
    {
      id: 'UnservedShare',
      title: 'Demand unserved',
      format: 'percent',
      description:
        "Part of the services' demand that their most nodes could not carry, each service weighing the same; blank without services.",
    },
    {
      id: 'IsComplete',
      title: 'Complete',
      format: 'text',
      description:
        'TRUE when it places every workload of the scenarios it shares workloads with: only then is its total comparable.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const sums = new WeakMap<Float64Array, number>();

/** Scenarios that differ in prices only share their series: each is added up once. */
const sumOnce = (series: Float64Array): number => {
  const sum = sums.get(series) ?? compensatedSum(series);
  sums.set(series, sum);
  return sum;
};

/** Unserved part of demand per service, meant over services: their units differ, so their demands are not added. */
const unservedShare = (placements: readonly PlacementResult[]): number | null => {
  const byService = new Map<string, { demand: number; unserved: number }>();
  for (const { workloadId, outcome } of placements) {
    if (outcome.kind !== 'service') continue;
    const known = byService.get(workloadId) ?? { demand: 0, unserved: 0 };
    known.demand += sumOnce(outcome.capacity.demandByHour);
    known.unserved += sumOnce(outcome.capacity.unservedByHour);
    byService.set(workloadId, known);
  }
  const shares = [...byService.values()]
    .filter(({ demand }) => demand > 0)
    .map(({ demand, unserved }) => unserved / demand);
  return shares.length === 0 ? null : compensatedSum(shares) / shares.length;
};

/** The figures of one scenario, in minor units. */
export interface ScenarioTotals {
  readonly id: string;
  readonly comparison: number;
  readonly isComplete: boolean;
  readonly effective: number;
  readonly billed: number;
  readonly list: number;
  readonly unused: number;
  readonly nodeHours: number;
  readonly unservedShare: number | null;
}

export const scenarioTotals = (results: RunResults, ledger: Ledger): ScenarioTotals[] =>
  results.scenarios.map(({ id, comparison, isComplete, placements }) => {
    const lines = ledger.byScenario.get(id) ?? [];
    return {
      id,
      comparison,
      isComplete,
      effective: sumUnits(lines, 'EffectiveCost'),
      billed: sumUnits(lines, 'BilledCost'),
      list: sumUnits(usageLines(lines), 'ListCost'),
      unused: sumUnits(
        lines.filter(({ charge }) => charge.CommitmentDiscountStatus === 'Unused'),
        'EffectiveCost',
      ),
      nodeHours: compensatedSum(placements.map(billedNodeHours)),
      unservedShare: unservedShare(placements),
    };
  });

/** Scenarios that are alternatives to each other, or are they plans of their own that nothing compares? */
export const areCompared = (totals: readonly ScenarioTotals[]): boolean =>
  new Set(totals.map(({ comparison }) => comparison)).size === 1;

/** Of scenarios that are compared, the complete one of least effective cost; the earlier of two that cost the same. */
export const cheapestOf = (totals: readonly ScenarioTotals[]): ScenarioTotals | null =>
  totals
    .filter(({ isComplete }) => isComplete)
    .reduce<ScenarioTotals | null>(
      (best, scenario) => (best && best.effective <= scenario.effective ? best : scenario),
      null,
    );

const answerOf = (totals: readonly ScenarioTotals[], ledger: Ledger): Sentence => {
  const { currency, decimals } = ledger;
  const text = (units: number): string => moneyText(amountOf(units, ledger), currency, decimals);
  const [only] = totals;
  if (totals.length === 1 && only) {
    const { effective, billed } = only;
    return billed === effective
      ? say`The plan costs ${text(effective)}.`
      : say`The plan costs ${text(effective)}; ${text(billed)} are billed in its months.`;
  }
  if (!areCompared(totals)) {
    return say`${countText(totals.length, 'scenario')} of different workloads: not all are alternatives to each other, so their totals are read one by one.`;
  }
  const cheapest = cheapestOf(totals);
  const others = totals.filter(scenario => scenario !== cheapest && scenario.isComplete);
  const dearest = others.reduce<ScenarioTotals | null>(
    (worst, scenario) => (worst && worst.effective >= scenario.effective ? worst : scenario),
    null,
  );
  if (!cheapest || !dearest) return say`No two scenarios place the same workloads, so none is called the cheapest.`;
  const saving = dearest.effective - cheapest.effective;
  if (saving === 0) return say`All complete scenarios cost the same: ${text(cheapest.effective)}.`;
  return say`${cheapest.id} is cheapest at ${text(cheapest.effective)}: ${text(saving)} (${percentText(saving / dearest.effective)}) less than ${dearest.id}.`;
};

export const buildSummary = (totals: readonly ScenarioTotals[], ledger: Ledger): ComposedTable | null => {
  const compared = groupBy(totals, ({ comparison }) => comparison);
  const cheapestLike = ({ comparison }: ScenarioTotals): ScenarioTotals | null => cheapestOf(compared.get(comparison) ?? []);
  return fillTable(summaryTable, {
    currency: ledger.currency,
    answer: answerOf(totals, ledger),
    rows: totals.map(scenario => ({
      ScenarioId: scenario.id,
      EffectiveCost: amountOf(scenario.effective, ledger),
      BilledCost: amountOf(scenario.billed, ledger),
      PrepaidChange: amountOf(scenario.billed - scenario.effective, ledger),
      ListCost: amountOf(scenario.list, ledger),
      Savings: amountOf(scenario.list - scenario.effective, ledger),
      EffectiveSavingsRate: scenario.list > 0 ? 1 - scenario.effective / scenario.list : null,
      UnusedCommitmentCost: amountOf(scenario.unused, ledger),
      AboveCheapest: scenario.isComplete
        ? amountOf(scenario.effective - (cheapestLike(scenario)?.effective ?? scenario.effective), ledger)
        : null,
      NodeHours: scenario.nodeHours,
      UnservedShare: scenario.unservedShare,
      IsComplete: scenario.isComplete,
      BillingCurrency: ledger.currency,
    })),
  });
};
