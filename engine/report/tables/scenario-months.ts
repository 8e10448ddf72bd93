import { groupBy } from '../group-by.ts';
import { amountOf, sumUnits, type Ledger, type LedgerLine } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import { fiscalYear, monthDate, monthText } from '../report-month.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

export const scenarioMonthsTable = defineResultTable({
  id: 'OutScenarioMonths',
  version: 1,
  sheetName: 'Results Months',
  title: 'Cost by month',
  question: 'What does each scenario cost month by month, and how is it paid?',
  description: 'One row per scenario and month; on-demand, spot, used and unused commitment, and the rest add to the effective cost.',
  columns: [
    {
      id: 'Period',
      title: 'Period',
      format: 'text',
      description: 'Month, with the scenario in front when there are several.',
    },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    {
      id: 'FiscalYear',
      title: 'Fiscal year',
      format: 'text',
      description: 'Named after the calendar year it ends in.',
    },
    {
      id: 'OnDemandCost',
      title: 'On-demand',
      format: 'money',
      description: 'Effective cost of what is paid as it is used: nodes on demand, storage, traffic and other meters.',
    },
    { id: 'SpotCost', title: 'Spot', format: 'money', description: 'Effective cost of spot hours.' },
    {
      id: 'CommittedUsedCost',
      title: 'Commitment used',
      format: 'money',
      description: 'Amortized commitment on the hours that used it.',
    },
    {
      id: 'CommittedUnusedCost',
      title: 'Commitment unused',
      format: 'money',
      description: 'Amortized commitment on the hours nobody used.',
    },
    {
      id: 'OtherCost',
      title: 'Fees and taxes',
      format: 'money',
      description: 'Effective cost of what is neither usage nor a commitment.',
    },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Sum of the five before.' },
    { id: 'BilledCost', title: 'Billed cost', format: 'money', description: 'What the invoices of the month say.' },
  ],
});

const parts = {
  OnDemandCost: ({ charge }: LedgerLine) =>
    charge.ChargeCategory === 'Usage' && charge.PricingCategory === 'Standard' && charge.CommitmentDiscountStatus === null,
  SpotCost: ({ charge }: LedgerLine) => charge.ChargeCategory === 'Usage' && charge.PricingCategory === 'Dynamic',
  CommittedUsedCost: ({ charge }: LedgerLine) => charge.CommitmentDiscountStatus === 'Used',
  CommittedUnusedCost: ({ charge }: LedgerLine) => charge.CommitmentDiscountStatus === 'Unused',
  OtherCost: ({ charge }: LedgerLine) => charge.ChargeCategory !== 'Usage' || charge.PricingCategory === 'Other',
} as const;
type Part = keyof typeof parts;
const partIds = Object.keys(parts) as Part[];

/** Columns a chart can show: more would be a block of ink. */
const mostColumns = 1000;

export interface ScenarioMonths {
  readonly table: ComposedTable | null;
  readonly charts: readonly ComposedChart[];
}

export const buildScenarioMonths = (results: RunResults, ledger: Ledger): ScenarioMonths => {
  const { scenarios, horizon, firstFiscalMonth } = results;
  const { currency, decimals } = ledger;
  const rows = scenarios.flatMap(({ id }) => {
    const own = groupBy(ledger.byScenario.get(id) ?? [], line => line.monthIndex);
    return horizon.months.map((month, monthIndex) => {
      const lines = own.get(monthIndex) ?? [];
      const partCost = (part: Part): number => amountOf(sumUnits(lines.filter(parts[part]), 'EffectiveCost'), ledger);
      return {
        Period: scenarios.length > 1 ? `${id} ${monthText(month)}` : monthText(month),
        ScenarioId: id,
        Month: monthDate(month),
        FiscalYear: fiscalYear(month, firstFiscalMonth),
        OnDemandCost: partCost('OnDemandCost'),
        SpotCost: partCost('SpotCost'),
        CommittedUsedCost: partCost('CommittedUsedCost'),
        CommittedUnusedCost: partCost('CommittedUnusedCost'),
        OtherCost: partCost('OtherCost'),
        EffectiveCost: amountOf(sumUnits(lines, 'EffectiveCost'), ledger),
        BilledCost: amountOf(sumUnits(lines, 'BilledCost'), ledger),
      };
    });
  });
  const dearest = rows.reduce<(typeof rows)[number] | null>(
    (best, row) => (best && best.EffectiveCost >= row.EffectiveCost ? best : row),
    null,
  );
  const answer = dearest
    ? say`The dearest month is ${dearest.Period} at ${moneyText(dearest.EffectiveCost, currency, decimals)}.`
    : say``;
  const shown = partIds.filter(part => rows.some(row => row[part] !== 0));
  const chart: ComposedChart = {
    id: 'ChartCostByMonth',
    tableId: scenarioMonthsTable.id,
    kind: 'columnStacked',
    title: say`Effective cost by month`,
    categoryColumn: 'Period',
    valueColumns: shown.length > 0 ? shown : ['OnDemandCost'],
    categoryAxisTitle: scenarios.length > 1 ? say`Scenario and month` : say`Month`,
    valueAxisTitle: say`${currency}`,
  };
  return {
    table: fillTable(scenarioMonthsTable, { rows, answer, currency }),
    charts: rows.length > mostColumns ? [] : [chart],
  };
};
