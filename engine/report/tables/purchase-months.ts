import { groupBy } from '../group-by.ts';
import { amountOf, sumUnits, type Ledger, type LedgerLine } from '../ledger.ts';
import { percentText } from '../number-text.ts';
import { monthDate, monthText } from '../report-month.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

export const purchaseMonthsTable = defineResultTable({
  id: 'OutPurchaseMonths',
  version: 1,
  sheetName: 'Results Purchases',
  title: 'Nodes by purchase type and month',
  question: 'How are nodes paid for, month by month?',
  description: 'Effective cost of compute usage in each scenario and month by how it is bought; the five parts add to it.',
  columns: [
    { id: 'Period', title: 'Period', format: 'text', description: 'Month, with the scenario in front when there are several.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    { id: 'OnDemandCost', title: 'On-demand', format: 'money', description: 'Effective cost of on-demand hours.' },
    { id: 'SpotCost', title: 'Spot', format: 'money', description: 'Effective cost of spot hours.' },
    { id: 'ReservationCost', title: 'Reservations', format: 'money', description: 'Effective cost of what reservations cover.' },
    { id: 'PlanCost', title: 'Plans of spend', format: 'money', description: 'Effective cost of what savings plans and flexible commitments cover.' },
    { id: 'UnusedCost', title: 'Unused', format: 'money', description: 'Effective cost of commitments nobody used.' },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Sum of the five before.' },
  ],
});

const isCompute = ({ charge }: LedgerLine): boolean => charge.ChargeCategory === 'Usage' && charge.ServiceCategory === 'Compute';

const parts = {
  OnDemandCost: ({ charge }: LedgerLine) => charge.CommitmentDiscountStatus === null && charge.PricingCategory !== 'Dynamic',
  SpotCost: ({ charge }: LedgerLine) => charge.PricingCategory === 'Dynamic',
  ReservationCost: ({ charge }: LedgerLine) => charge.CommitmentDiscountStatus === 'Used' && charge.CommitmentDiscountCategory === 'Usage',
  PlanCost: ({ charge }: LedgerLine) => charge.CommitmentDiscountStatus === 'Used' && charge.CommitmentDiscountCategory === 'Spend',
  UnusedCost: ({ charge }: LedgerLine) => charge.CommitmentDiscountStatus === 'Unused',
} as const;
type Part = keyof typeof parts;
const partIds = Object.keys(parts) as Part[];

/** Columns a chart can show: more would be a block of ink. */
const mostColumns = 1000;

/** Only for plans with commitments: elsewhere OutScenarioMonths says it all. */
export const buildPurchaseMonths = (
  { scenarios, horizon }: RunResults,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  if (scenarios.every(({ commitments }) => commitments.length === 0)) return { table: null, charts: [] };
  const rows = scenarios.flatMap(({ id }) => {
    const own = groupBy((ledger.byScenario.get(id) ?? []).filter(isCompute), line => line.monthIndex);
    return horizon.months.map((month, monthIndex) => {
      const lines = own.get(monthIndex) ?? [];
      const cost = (part: Part): number => amountOf(sumUnits(lines.filter(parts[part]), 'EffectiveCost'), ledger);
      return {
        Period: scenarios.length > 1 ? `${id} ${monthText(month)}` : monthText(month),
        ScenarioId: id,
        Month: monthDate(month),
        OnDemandCost: cost('OnDemandCost'),
        SpotCost: cost('SpotCost'),
        ReservationCost: cost('ReservationCost'),
        PlanCost: cost('PlanCost'),
        UnusedCost: cost('UnusedCost'),
        EffectiveCost: amountOf(sumUnits(lines, 'EffectiveCost'), ledger),
      };
    });
  });
  const total = (column: Part | 'EffectiveCost'): number => rows.reduce((sum, row) => sum + row[column], 0);
  const committed = total('ReservationCost') + total('PlanCost');
  const answer = total('EffectiveCost') > 0
    ? say`${percentText(committed / total('EffectiveCost'))} of the cost is on commitments that are used.`
    : say``;
  const shown = partIds.filter(part => rows.some(row => row[part] !== 0));
  const chart: ComposedChart = {
    id: 'ChartCostByPurchase',
    tableId: purchaseMonthsTable.id,
    kind: 'columnStacked',
    title: say`Effective cost by purchase type`,
    categoryColumn: 'Period',
    valueColumns: shown.length > 0 ? shown : ['OnDemandCost'],
    categoryAxisTitle: scenarios.length > 1 ? say`Scenario and month` : say`Month`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  const { currency } = ledger;
  return { table: fillTable(purchaseMonthsTable, { rows, answer, currency }), charts: rows.length > mostColumns ? [] : [chart] };
};
