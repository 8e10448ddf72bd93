import type { CommitmentAdvice } from '../commitment-advice.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { numberText } from '../number-text.ts';
import { monthDate, monthText } from '../report-month.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { termCounted } from './commitment-plan.ts';
import { say } from '../sentence.ts';

export const commitmentCashTable = defineResultTable({
  id: 'OutCommitmentCash',
  version: 1,
  sheetName: 'Results Break-even',
  title: 'Break-even',
  question: 'When has buying paid for itself?',
  description:
    'One row per scenario, way to count a term, and month: sums from the first day to the end of the month. The plan has broken even where ' +
    'buying nothing costs as much.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'TermCounted', title: 'Term counted', format: 'text', description: 'As in OutCommitmentPlan.' },
    { id: 'Period', title: 'Month', format: 'text', description: 'Year and month.' },
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    { id: 'PaidWithout', title: 'Buying nothing', format: 'money', description: 'On-demand cost so far. Not to be added up.' },
    { id: 'PaidWith', title: 'Paid with the plan', format: 'money', description: 'Fees paid and on-demand cost so far. Not to be added up.' },
    {
      id: 'OwedWith', title: 'Owed with the plan', format: 'money',
      description: 'All fees of all terms, and on-demand cost so far. Not to be added up.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const cumulated = (start: number, months: readonly number[]): number[] => {
  let total = start;
  return months.map(amount => (total += amount));
};

/** Buying nothing has no break-even. */
const isBought = ({ liability }: CommitmentAdvice): boolean => liability > 0;

export const buildCommitmentCash = (
  advice: readonly CommitmentAdvice[],
  { horizon }: RunResults,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const bought = advice.filter(isBought);
  const rows = bought.flatMap(({ scenarioId, counted, upfront, liability, months }) => {
    const without = cumulated(0, months.map(each => each.onDemandWithout));
    const paid = cumulated(upfront, months.map(each => each.onDemandWith + each.recurring));
    const owed = cumulated(liability, months.map(each => each.onDemandWith));
    return horizon.months.map((month, index) => ({
      ScenarioId: scenarioId,
      TermCounted: termCounted[counted],
      Period: monthText(month),
      Month: monthDate(month),
      PaidWithout: roundedAmount(without[index] ?? 0, ledger),
      PaidWith: roundedAmount(paid[index] ?? 0, ledger),
      OwedWith: roundedAmount(owed[index] ?? 0, ledger),
      BillingCurrency: ledger.currency,
    }));
  });
  const [first] = bought;
  const series = columnSeries(commitmentCashTable, ['PaidWithout', 'PaidWith', 'OwedWith'], horizon.months.length);
  const chart: ComposedChart = {
    id: 'ChartBreakEven',
    tableId: commitmentCashTable.id,
    kind: 'line',
    title: bought.length > 1 ? say`Break-even: ${first?.scenarioId ?? ''}` : say`Break-even`,
    categoryColumn: 'Period',
    valueColumns: series.map(({ valueColumn }) => valueColumn),
    series,
    categoryAxisTitle: say`Month`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  const months = first?.payback.liability ?? null;
  const answer = !first
    ? say``
    : months === null
      ? say`All that is owed is not made up for within the plan.`
      : say`All that is owed is made up for after ${numberText(months, 1)} months.`;
  const table = fillTable(commitmentCashTable, { rows, answer, currency: ledger.currency });
  return { table, charts: first && horizon.months.length > 1 ? [chart] : [] };
};
