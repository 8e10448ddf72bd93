import { budgetOfMonth } from '../budget-of-month.ts';
import { groupBy } from '../group-by.ts';
import { amountOf, roundedAmount, sumUnits, type Ledger, type LedgerLine } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import { fiscalYear, monthDate, monthText } from '../report-month.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';
import type { RunResults } from '../run-results.ts';
import { scenarioNamed } from '../scenario-named.ts';
import type { BudgetRow } from '../showback.ts';

export const budgetTable = defineResultTable({
  id: 'OutBudget',
  version: 1,
  sheetName: 'Results Budget',
  title: 'Budget against forecast',
  question: 'Does the plan keep its budget, and in which month does it run out?',
  description: 'One row for each budget and month. Sums so far begin anew with each fiscal year and must not be added up.',
  columns: [
    { id: 'Period', title: 'Month', format: 'text', description: 'Year and month, with the cost centre in front when there are several budgets.' },
    { id: 'CostCentre', title: 'Cost centre', format: 'text', description: 'whole plan: of everything.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario it is held against.' },
    { id: 'Measure', title: 'Held against', format: 'text', description: 'effective or billed cost.' },
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    { id: 'FiscalYear', title: 'Fiscal year', format: 'text', description: 'Named after the calendar year it ends in.' },
    { id: 'Budget', title: 'Budget', format: 'money', description: 'As stated.' },
    { id: 'Forecast', title: 'Forecast', format: 'money', description: 'What the plan costs, as Measure says.' },
    { id: 'Variance', title: 'Over budget', format: 'money', description: 'Forecast less budget; negative: below it.' },
    { id: 'VarianceShare', title: 'Over budget', format: 'percent', description: 'Of the budget; blank without one.' },
    { id: 'BudgetSoFar', title: 'Budget so far', format: 'money', description: 'Of the fiscal year.' },
    { id: 'ForecastSoFar', title: 'Forecast so far', format: 'money', description: 'Of the fiscal year.' },
    { id: 'LeftOfYear', title: 'Left of the year', format: 'money', description: 'Budget of the fiscal year less forecast so far.' },
    { id: 'RunsOut', title: 'Runs out', format: 'text', description: 'yes in the month in which the budget of the fiscal year is spent.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const wholePlan = 'whole plan';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const linesOf = ({ costCentre }: BudgetRow, scenario: string, ledger: Ledger): readonly LedgerLine[] => {
  const lines = ledger.byScenario.get(scenario) ?? [];
  return costCentre === null ? lines : lines.filter(({ origin }) => isSame(origin.ownership.costCentre ?? '', costCentre));
};

export const buildBudget = (
  budgets: readonly BudgetRow[],
  results: RunResults,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const { horizon, firstFiscalMonth } = results;
  const nameOf = ({ costCentre, scenarioId, measure }: BudgetRow): string =>
    [costCentre ?? '', scenarioNamed(results.scenarios, scenarioId)?.id ?? '', measure].join('|').toLowerCase();
  const centres = [...groupBy(budgets, nameOf).values()];
  const blocks = centres.flatMap(own => {
    const [first] = own;
    if (!first) return [];
    const { costCentre, scenarioId, measure } = first;
    const scenario = scenarioNamed(results.scenarios, scenarioId)?.id ?? '';
    const byMonth = groupBy(linesOf(first, scenario, ledger), ({ monthIndex }) => monthIndex);
    const yearOf = (index: number): string => fiscalYear(horizon.months[index]!, firstFiscalMonth);
    const budget = horizon.months.map(month => budgetOfMonth(own, monthText(month)));
    const forecast = horizon.months.map((_, index) => amountOf(sumUnits(byMonth.get(index) ?? [], measure), ledger));
    const soFar = (values: readonly number[], index: number): number =>
      roundedAmount(values.slice(0, index + 1).reduce((sum, value, at) => (yearOf(at) === yearOf(index) ? sum + value : sum), 0), ledger);
    const ofYear = (index: number): number => budget.reduce((sum, value, at) => (yearOf(at) === yearOf(index) ? sum + value : sum), 0);
    const isSpent = (index: number): boolean => index >= 0 && soFar(forecast, index) > ofYear(index);
    const rows = horizon.months.map((month, index) => {
      const [planned, expected] = [budget[index] as number, forecast[index] as number];
      const isFirst = isSpent(index) && !(isSpent(index - 1) && yearOf(index - 1) === yearOf(index));
      return {
        Period: centres.length > 1 ? `${costCentre ?? wholePlan} ${monthText(month)}` : monthText(month),
        CostCentre: costCentre ?? wholePlan,
        ScenarioId: scenario,
        Measure: measure === 'BilledCost' ? 'billed' : 'effective',
        Month: monthDate(month),
        FiscalYear: yearOf(index),
        Budget: planned,
        Forecast: expected,
        Variance: roundedAmount(expected - planned, ledger),
        VarianceShare: planned > 0 ? expected / planned - 1 : null,
        BudgetSoFar: soFar(budget, index),
        ForecastSoFar: soFar(forecast, index),
        LeftOfYear: roundedAmount(ofYear(index) - soFar(forecast, index), ledger),
        RunsOut: isFirst ? 'yes' : null,
        BillingCurrency: ledger.currency,
      };
    });
    return [rows];
  });
  const rows = blocks.flat();
  const out = rows.find(({ RunsOut }) => RunsOut === 'yes');
  const over = roundedAmount((blocks[0] ?? []).reduce((sum, { Variance }) => sum + Variance, 0), ledger);
  const text = moneyText(Math.abs(over), ledger.currency, ledger.decimals);
  const [first] = rows;
  const runsOut = out
    ? say`The budget of ${out.CostCentre} for ${out.FiscalYear} is spent in ${out.Month.slice(0, 7)}.`
    : say`No budget runs out within its fiscal year.`;
  const againstPlan = over > 0
    ? say`${first?.CostCentre ?? ''}: ${text} over budget over the plan.`
    : say`${first?.CostCentre ?? ''}: ${text} below budget over the plan.`;
  const answer = first ? oneByOne(runsOut, againstPlan) : say``;
  const chart: ComposedChart = {
    id: 'ChartBudget',
    tableId: budgetTable.id,
    kind: 'line',
    title: say`Budget against forecast: ${first?.CostCentre ?? ''}`,
    categoryColumn: 'Period',
    valueColumns: ['BudgetSoFar', 'ForecastSoFar'],
    series: columnSeries(budgetTable, ['BudgetSoFar', 'ForecastSoFar'], blocks[0]?.length ?? 0),
    categoryAxisTitle: say`Month`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  return { table: fillTable(budgetTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 1 ? [chart] : [] };
};
