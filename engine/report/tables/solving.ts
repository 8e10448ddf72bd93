import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import type { GridPoint, Solved, Swing } from '../solving.ts';
import { say } from '../sentence.ts';

const currencyColumn = { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' } as const;

export const solvedTable = defineResultTable({
  id: 'OutSolved',
  version: 1,
  sheetName: 'Results Solve for',
  title: 'Solved for',
  question: 'At which number is the goal reached?',
  description: 'One row per question. Costs that rise in whole nodes reach a goal at a step: the cost there is the nearest.',
  columns: [
    { id: 'SolveId', title: 'Question', format: 'text', description: 'Row of SolveFor.' },
    { id: 'InputCell', title: 'Varied', format: 'text', description: 'Cell that is varied.' },
    { id: 'Goal', title: 'Goal', format: 'text', description: 'What is to be reached.' },
    { id: 'Answer', title: 'Answer', format: 'decimal', description: 'Number at which it is; blank: not between Low and High.' },
    { id: 'Cost', title: 'Cost there', format: 'money', description: 'Effective cost.' },
    { id: 'Target', title: 'Wanted', format: 'money', description: 'The goal, at the same number.' },
    { id: 'Remark', title: 'Remark', format: 'text', description: 'Why there is no answer.' },
    { id: 'Runs', title: 'Runs', format: 'integer', description: 'Times the plan was run.' },
    currencyColumn,
  ],
});

export const tornadoTable = defineResultTable({
  id: 'OutTornado',
  version: 1,
  sheetName: 'Results Sensitivity',
  title: 'What moves the cost',
  question: 'Which input moves the cost of the plan most?',
  description: 'One row per input, the widest swing first; all others stay as stated. Ends are chosen, no percentiles.',
  columns: [
    { id: 'InputId', title: 'Input', format: 'text', description: 'Row of Sensitivity.' },
    { id: 'InputCell', title: 'Varied', format: 'text', description: 'Cell that is varied.' },
    { id: 'Low', title: 'Low', format: 'decimal', description: 'As stated.' },
    { id: 'High', title: 'High', format: 'decimal', description: 'As stated.' },
    { id: 'CostAtLow', title: 'Cost at low', format: 'money', description: 'Effective cost.' },
    { id: 'CostAtHigh', title: 'Cost at high', format: 'money', description: 'Effective cost.' },
    { id: 'ChangeAtLow', title: 'At low', format: 'money', description: 'Against the plan as stated.' },
    { id: 'ChangeAtHigh', title: 'At high', format: 'money', description: 'Against the plan as stated.' },
    { id: 'Swing', title: 'Swing', format: 'money', description: 'Between both ends.' },
    currencyColumn,
  ],
});

export const gridTable = defineResultTable({
  id: 'OutSensitivityGrid',
  version: 1,
  sheetName: 'Results Two inputs',
  title: 'Two inputs together',
  question: 'What does the plan cost when two inputs change together?',
  description: 'One row for each pair of numbers.',
  columns: [
    { id: 'FirstInput', title: 'First input', format: 'text', description: 'Row of Sensitivity.' },
    { id: 'SecondInput', title: 'Second input', format: 'text', description: 'Row it is varied with.' },
    { id: 'FirstValue', title: 'First', format: 'decimal', description: 'Number of the first.' },
    { id: 'SecondValue', title: 'Second', format: 'decimal', description: 'Number of the second.' },
    { id: 'Cost', title: 'Cost', format: 'money', description: 'Effective cost.' },
    { id: 'Change', title: 'Change', format: 'money', description: 'Against the plan as stated.' },
    currencyColumn,
  ],
});

export const buildSolved = (solved: readonly Solved[], ledger: Ledger): ComposedTable | null => {
  const rows = solved.map(({ name, cell, goal, at, cost, target, remark, runs }) => ({
    SolveId: name,
    InputCell: cell,
    Goal: goal,
    Answer: at,
    Cost: roundedAmount(cost, ledger),
    Target: roundedAmount(target, ledger),
    Remark: remark,
    Runs: runs,
    BillingCurrency: ledger.currency,
  }));
  const [first] = rows;
  const answer = !first
    ? say``
    : first.Answer === null
      ? say`${first.SolveId}: ${first.Remark ?? ''}`
      : say`${first.SolveId}: at ${Number(first.Answer.toPrecision(4))}.`;
  return fillTable(solvedTable, { rows, answer, currency: ledger.currency });
};

export const buildTornado = (
  swings: readonly Swing[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const rounded = (amount: number): number => roundedAmount(amount, ledger);
  const rows = swings
    .map(({ name, cell, low, high, stated, costAtLow, costAtHigh }) => ({
      InputId: name,
      InputCell: cell,
      Low: low,
      High: high,
      CostAtLow: rounded(costAtLow),
      CostAtHigh: rounded(costAtHigh),
      ChangeAtLow: rounded(costAtLow - stated),
      ChangeAtHigh: rounded(costAtHigh - stated),
      Swing: rounded(Math.abs(costAtHigh - costAtLow)),
      BillingCurrency: ledger.currency,
    }))
    .sort((a, b) => b.Swing - a.Swing);
  const [first] = rows;
  const answer = first
    ? say`${first.InputId} moves the cost most: by ${moneyText(first.Swing, ledger.currency, ledger.decimals)} between its ends.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartTornado',
    tableId: tornadoTable.id,
    kind: 'barStacked',
    title: say`What moves the cost`,
    categoryColumn: 'InputId',
    valueColumns: ['ChangeAtLow', 'ChangeAtHigh'],
    series: columnSeries(tornadoTable, ['ChangeAtLow', 'ChangeAtHigh'], rows.length),
    categoryAxisTitle: say`Input`,
    valueAxisTitle: say`${ledger.currency} against the plan as stated`,
  };
  return { table: fillTable(tornadoTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [] };
};

export const buildGrid = (points: readonly GridPoint[], ledger: Ledger): ComposedTable | null => {
  const rows = points.map(({ first, second, x, y, cost, stated }) => ({
    FirstInput: first,
    SecondInput: second,
    FirstValue: x,
    SecondValue: y,
    Cost: roundedAmount(cost, ledger),
    Change: roundedAmount(cost - stated, ledger),
    BillingCurrency: ledger.currency,
  }));
  const [least] = [...rows].sort((a, b) => a.Cost - b.Cost);
  const answer = least
    ? say`Least at ${least.FirstInput} ${least.FirstValue} and ${least.SecondInput} ${least.SecondValue}: ${
        moneyText(least.Cost, ledger.currency, ledger.decimals)
      }.`
    : say``;
  return fillTable(gridTable, { rows, answer, currency: ledger.currency });
};
