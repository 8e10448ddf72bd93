import type { Check } from '../checks.ts';
import type { Ledger } from '../ledger.ts';
import type { Leaving } from '../migration.ts';
import { countText, moneyText } from '../number-text.ts';
import { monthDate, monthText } from '../report-month.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';
import type { RunResults } from '../run-results.ts';
import { inMinorUnits } from './migration.ts';

export const exitCashflowTable = defineResultTable({
  id: 'OutCashflow',
  version: 1,
  sheetName: 'Results Cash flow',
  title: 'Staying against going',
  question: 'When has leaving paid for itself?',
  description: 'One row per month, all workloads of MigrationPlan, everything as likely. The last two columns are sums so far and must not be added up.',
  columns: [
    { id: 'Period', title: 'Month', format: 'text', description: 'Year and month.' },
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    { id: 'Stay', title: 'Staying', format: 'money', description: 'What the old place costs if nothing moves.' },
    { id: 'GoOld', title: 'Old place', format: 'money', description: 'What it costs until it is left and its notice is over.' },
    { id: 'GoNew', title: 'New place', format: 'money', description: 'From the day it is live.' },
    { id: 'OneTime', title: 'Once', format: 'money', description: 'Work, cutover, data, commitments, other.' },
    { id: 'Go', title: 'Going', format: 'money', description: 'Old place, new place and what is due once.' },
    { id: 'Saving', title: 'Saving', format: 'money', description: 'Staying less going.' },
    { id: 'StaySoFar', title: 'Staying so far', format: 'money', description: 'Sum to the end of the month.' },
    { id: 'GoSoFar', title: 'Going so far', format: 'money', description: 'Sum to the end of the month.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildExitCashflow = (
  { months, worth }: Leaving,
  { horizon }: RunResults,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[]; readonly checks: readonly Check[] } => {
  let [staySoFar, goSoFar] = [0, 0];
  const rows = horizon.months.map((month, index) => {
    const { stay, goOld, goNew, oneTime } = months[index] ?? { stay: 0, goOld: 0, goNew: 0, oneTime: 0 };
    const rounded = (amount: number): number => inMinorUnits(amount, ledger);
    const [Stay, GoOld, GoNew, OneTime] = [rounded(stay), rounded(goOld), rounded(goNew), rounded(oneTime)];
    const Go = inMinorUnits(GoOld + GoNew + OneTime, ledger);
    staySoFar = inMinorUnits(staySoFar + Stay, ledger);
    goSoFar = inMinorUnits(goSoFar + Go, ledger);
    return {
      Period: monthText(month), Month: monthDate(month), Stay, GoOld, GoNew, OneTime, Go, Saving: inMinorUnits(Stay - Go, ledger),
      StaySoFar: staySoFar, GoSoFar: goSoFar, BillingCurrency: ledger.currency,
    };
  });
  const saved = staySoFar - goSoFar;
  const text = (amount: number): string => moneyText(Math.abs(amount), ledger.currency, ledger.decimals);
  const pays = worth.paybackMonth === null
    ? say`Leaving does not pay within the plan.`
    : say`Leaving has paid for itself after ${countText(worth.paybackMonth, 'month')}.`;
  const atTheEnd = saved >= 0
    ? say`By the end of the plan it has saved ${text(saved)}.`
    : say`By the end of the plan it has cost ${text(saved)}.`;
  const answer = oneByOne(pays, atTheEnd);
  const series = columnSeries(exitCashflowTable, ['StaySoFar', 'GoSoFar'], rows.length);
  const chart: ComposedChart = {
    id: 'ChartCashflow',
    tableId: exitCashflowTable.id,
    kind: 'line',
    title: say`Staying against going, sums so far`,
    categoryColumn: 'Period',
    valueColumns: ['StaySoFar', 'GoSoFar'],
    series,
    categoryAxisTitle: say`Month`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  const exact = months.reduce((sum, { stay, go }) => sum + stay - go, 0);
  const check: Check = {
    check: 'Months of the cash flow add up', scenarioId: '', expected: exact, actual: saved, tolerance: 4 * rows.length * 10 ** -ledger.decimals,
  };
  return {
    table: fillTable(exitCashflowTable, { rows, answer, currency: ledger.currency }),
    charts: rows.length > 1 ? [chart] : [],
    checks: [check],
  };
};
