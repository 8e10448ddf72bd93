import { decimal } from '../../numeric/decimal.ts';
import type { Ledger } from '../ledger.ts';
import type { Leaving } from '../migration.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable, spacerSeries } from '../result-table.ts';
import { say } from '../sentence.ts';

export const migrationTable = defineResultTable({
  id: 'OutMigration',
  version: 1,
  sheetName: 'Results Leaving',
  title: 'What leaving costs',
  question: 'What does leaving cost once, and how sure is that?',
  description:
    'One row for each component and the total. All low and all high are no percentiles; percentiles are of each row alone and do not add up.',
  columns: [
    { id: 'Component', title: 'Component', format: 'text', description: 'What is paid for.' },
    { id: 'AllLow', title: 'All low', format: 'money', description: 'With every judgement at its least. Adds up to the total.' },
    { id: 'Likely', title: 'Likely', format: 'money', description: 'With every judgement as likely. Adds up to the total.' },
    { id: 'AllHigh', title: 'All high', format: 'money', description: 'With every judgement at its most. Adds up to the total.' },
    { id: 'LikelyBefore', title: 'Likely, rows before', format: 'money', description: 'Where the row begins in the waterfall: the rows above it, as likely. 0 for the total.' },
    { id: 'Median', title: 'Half cost less', format: 'money', description: 'Median of 5,000 seeded outcomes; of fewer beyond 100 workloads.' },
    { id: 'NinetyPercent', title: 'Nine of ten cost less', format: 'money', description: '90th percentile of the same.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

/** A double as an amount of whole minor units. */
export const inMinorUnits = (amount: number, { decimals }: Ledger): number => decimal(amount).toDecimalPlaces(decimals).toNumber();

export const buildMigration = (
  { costs, otherCost }: Leaving,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const other = { component: 'Other', allLow: otherCost, likely: otherCost, allHigh: otherCost, median: otherCost, ninetyPercent: otherCost };
  const parts = costs.filter(({ component }) => component !== 'Total');
  const total = costs.find(({ component }) => component === 'Total');
  const all = [
    ...parts, ...(otherCost > 0 ? [other] : []),
    ...(total
      ? [{
          component: 'Total', allLow: total.allLow + otherCost, likely: total.likely + otherCost, allHigh: total.allHigh + otherCost,
          median: total.median + otherCost, ninetyPercent: total.ninetyPercent + otherCost,
        }]
      : []),
  ];
  let before = 0;
  const rows = all.map(({ component, allLow, likely, allHigh, median, ninetyPercent }) => {
    const start = component === 'Total' ? 0 : before;
    before += likely;
    return {
      Component: component,
      AllLow: inMinorUnits(allLow, ledger),
      Likely: inMinorUnits(likely, ledger),
      AllHigh: inMinorUnits(allHigh, ledger),
      LikelyBefore: inMinorUnits(start, ledger),
      Median: inMinorUnits(median, ledger),
      NinetyPercent: inMinorUnits(ninetyPercent, ledger),
      BillingCurrency: ledger.currency,
    };
  });
  const sum = rows.at(-1);
  const text = (amount: number): string => moneyText(amount, ledger.currency, ledger.decimals);
  const answer = sum
    ? say`Leaving costs ${text(sum.Median)} once in the median; nine of ten outcomes cost less than ${text(sum.NinetyPercent)}.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartMigration',
    tableId: migrationTable.id,
    kind: 'columnClustered',
    title: say`What leaving costs`,
    categoryColumn: 'Component',
    valueColumns: ['AllLow', 'Likely', 'AllHigh'],
    series: columnSeries(migrationTable, ['AllLow', 'Likely', 'AllHigh'], rows.length),
    categoryAxisTitle: say`Component`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  const waterfall: ComposedChart = {
    id: 'ChartMigrationWaterfall',
    tableId: migrationTable.id,
    kind: 'columnStacked',
    title: say`What leaving costs, step by step`,
    categoryColumn: 'Component',
    valueColumns: ['LikelyBefore', 'Likely'],
    series: [spacerSeries('LikelyBefore', rows.length), ...columnSeries(migrationTable, ['Likely'], rows.length)],
    categoryAxisTitle: say`Component`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  return {
    table: fillTable(migrationTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart, waterfall] : [],
  };
};
