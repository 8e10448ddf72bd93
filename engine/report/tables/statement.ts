import { groupBy } from '../group-by.ts';
import { amountOf, sumUnits, type Ledger, type LedgerLine } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import { fiscalYear } from '../report-month.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable, type ResultColumn, type ResultRow } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

const monthsOfYear = 12;
const monthsOfQuarter = 3;

type MonthId = `Month${string}`;
type QuarterId = `Quarter${number}`;

const monthId = (place: number): MonthId => `Month${String(place + 1).padStart(2, '0')}`;
const quarterId = (place: number): QuarterId => `Quarter${Math.floor(place / monthsOfQuarter) + 1}`;

/** The months of a fiscal year, its first in front, each quarter behind its months. */
const yearColumns = Array.from({ length: monthsOfYear }, (_, place): ResultColumn<MonthId | QuarterId>[] => [
  { id: monthId(place), title: `Month ${place + 1}`, format: 'money', description: 'Month of the fiscal year; blank: not in the plan.' },
  ...((place + 1) % monthsOfQuarter === 0
    ? [{ id: quarterId(place), title: `Quarter ${(place + 1) / monthsOfQuarter}`, format: 'money' as const, description: 'Its three months, as far as they are in the plan.' }]
    : []),
]).flat();

export const statementTable = defineResultTable({
  id: 'OutStatement',
  version: 1,
  sheetName: 'Results Statement',
  title: 'Statement by fiscal year',
  question: 'What does the plan cost by month, quarter and fiscal year?',
  description:
    'Effective cost. One row for each scenario, fiscal year and line; months of the fiscal year run across from its first (FirstFiscalMonth of Settings). The lines ' +
    'before Total add up to it.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'FiscalYear', title: 'Fiscal year', format: 'text', description: 'Named after the calendar year it ends in.' },
    { id: 'FirstMonth', title: 'First month', format: 'date', description: 'Of the fiscal year: what Month 1 is.' },
    { id: 'Line', title: 'Line', format: 'text', description: 'Workload, what no workload answers for, or Total.' },
    ...yearColumns,
    { id: 'Year', title: 'Year', format: 'money', description: 'Of the fiscal year, as far as it is in the plan.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

type StatementRow = ResultRow<'ScenarioId' | 'FiscalYear' | 'FirstMonth' | 'Line' | MonthId | QuarterId | 'Year' | 'BillingCurrency'>;

const lineOf = ({ charge, origin }: LedgerLine): string => {
  if (charge.CommitmentDiscountStatus === 'Unused') return 'Unused commitments';
  return origin.workloadId ?? 'Taxes, fees and other';
};

export const buildStatement = ({ horizon, firstFiscalMonth }: RunResults, ledger: Ledger): ComposedTable | null => {
  const { months } = horizon;
  const placeInYear = (index: number): number => ((months[index]?.month ?? 1) - firstFiscalMonth + monthsOfYear) % monthsOfYear;
  const years = [...groupBy(months.map((_, index) => index), index => fiscalYear(months[index]!, firstFiscalMonth))];
  const rows = [...ledger.byScenario].flatMap(([ScenarioId, lines]) =>
    years.flatMap(([year, indices]) => {
      const ofYear = lines.filter(({ monthIndex }) => indices.includes(monthIndex));
      const first = indices[0] ?? 0;
      const { year: startYear, month } = months[first]!;
      const firstYear = month >= firstFiscalMonth ? startYear : startYear - 1;
      const row = (Line: string, own: readonly LedgerLine[]): StatementRow => {
        const byMonth = groupBy(own, ({ monthIndex }) => monthIndex);
        const cells = Object.fromEntries(yearColumns.map(({ id }) => [id, null])) as Record<MonthId | QuarterId, number | null>;
        const units = new Map<MonthId | QuarterId, number>();
        for (const index of indices) {
          const place = placeInYear(index);
          const cost = sumUnits(byMonth.get(index) ?? [], 'EffectiveCost');
          for (const id of [monthId(place), quarterId(place)]) units.set(id, (units.get(id) ?? 0) + cost);
        }
        for (const [id, sum] of units) cells[id] = amountOf(sum, ledger);
        return {
          ScenarioId,
          FiscalYear: year,
          FirstMonth: `${firstYear}-${String(firstFiscalMonth).padStart(2, '0')}-01`,
          Line,
          ...cells,
          Year: amountOf(sumUnits(own, 'EffectiveCost'), ledger),
          BillingCurrency: ledger.currency,
        };
      };
      return [...[...groupBy(ofYear, lineOf)].map(([line, own]) => row(line, own)).filter(({ Year }) => Year !== 0), row('Total', ofYear)];
    }));
  const [first] = rows.filter(({ Line }) => Line === 'Total');
  const answer = first
    ? say`${String(first.ScenarioId)} costs ${moneyText(Number(first.Year), ledger.currency, ledger.decimals)} in ${String(first.FiscalYear)}.`
    : say``;
  return fillTable(statementTable, { rows, answer, currency: ledger.currency });
};
