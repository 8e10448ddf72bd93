import { annuityFactor, discounted } from '../../numeric/time-value.ts';
import { ownedYear } from '../../owning/owned-hardware.ts';
import { boughtSets, ownershipYears } from '../../owning/ownership-years.ts';
import type { Check } from '../checks.ts';
import type { Ledger } from '../ledger.ts';
import { countText, moneyText } from '../number-text.ts';
import type { OwnedAsset } from '../owned-asset.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { inMinorUnits } from './migration.ts';
import { say } from '../sentence.ts';

export const tcoTable = defineResultTable({
  id: 'OutTco',
  version: 1,
  sheetName: 'Results Ownership',
  title: 'Cost of ownership',
  question: 'What does hardware of your own cost in each year, in cash and in the books?',
  description: 'One row for each kind of hardware and year; year 0 is the day of purchase. Cash may be added up; depreciation is no cash.',
  columns: [
    { id: 'Period', title: 'Year', format: 'text', description: 'Hardware and year.' },
    { id: 'AssetId', title: 'Hardware', format: 'text', description: 'Row of OwnHardware.' },
    { id: 'Year', title: 'Year', format: 'integer', description: '0: the day of purchase.' },
    { id: 'Capex', title: 'Purchase', format: 'money', description: 'Price of each set; salvage of the last is taken off.' },
    { id: 'Energy', title: 'Energy', format: 'money', description: 'Drawn power, with the site.' },
    { id: 'Colocation', title: 'Colocation', format: 'money', description: 'Of the nameplate.' },
    { id: 'Maintenance', title: 'Maintenance and spares', format: 'money', description: 'Shares of the price of the set in use.' },
    { id: 'Staff', title: 'Staff, racks, other', format: 'money', description: 'Staff as stated or by servers a person, racks of the rack plan.' },
    { id: 'Cash', title: 'Cash', format: 'money', description: 'Sum of the five.' },
    { id: 'PresentValue', title: 'Present value', format: 'money', description: 'Of the cash, on the day of purchase.' },
    { id: 'Depreciation', title: 'Depreciation', format: 'money', description: 'Straight line, in the books.' },
    { id: 'BookValue', title: 'Book value', format: 'money', description: 'At the end of the year; of the next set where one is bought.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const stacked = ['Capex', 'Energy', 'Colocation', 'Maintenance', 'Staff'] as const;

export const buildTco = (
  assets: readonly OwnedAsset[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[]; readonly checks: readonly Check[] } => {
  const blocks = assets.map(({ name, hardware, refresh }) => ({ name, hardware, refresh, years: ownershipYears(hardware, refresh) }));
  const rows = blocks.flatMap(({ name, years }) =>
    years.map(each => {
      const rounded = (amount: number): number => inMinorUnits(amount, ledger);
      const parts = {
        Capex: rounded(each.capex),
        Energy: rounded(each.energy),
        Colocation: rounded(each.colocation),
        Maintenance: rounded(each.maintenance),
        Staff: rounded(each.staff),
      };
      return {
        Period: assets.length > 1 ? `${name} ${each.year}` : String(each.year),
        AssetId: name,
        Year: each.year,
        ...parts,
        Cash: rounded(stacked.reduce((sum, part) => sum + parts[part], 0)),
        PresentValue: rounded(each.presentValue),
        Depreciation: rounded(each.depreciation),
        BookValue: rounded(each.bookValue),
        BillingCurrency: ledger.currency,
      };
    }));
  const [first] = blocks;
  const worth = first?.years.reduce((sum, { presentValue }) => sum + presentValue, 0) ?? 0;
  const answer = first
    ? say`${first.name} costs ${moneyText(worth, ledger.currency, ledger.decimals)} over ${countText(first.years.length - 1, 'year')}, at its present value.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartTco',
    tableId: tcoTable.id,
    kind: 'columnStacked',
    title: say`Cost of ownership by year: ${first?.name ?? ''}`,
    categoryColumn: 'Period',
    valueColumns: stacked,
    series: columnSeries(tcoTable, stacked, first?.years.length ?? 0),
    categoryAxisTitle: say`Year`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  const checks = blocks.map(({ name, hardware, refresh, years }): Check => {
    const { annualRate, lifeYears } = hardware;
    const expected = boughtSets(hardware, refresh)
      .map((set, index) => discounted(ownedYear(set).total * annuityFactor(annualRate, lifeYears), annualRate, index * lifeYears))
      .reduce((sum, worth) => sum + worth, 0);
    const actual = years.reduce((sum, { presentValue }) => sum + presentValue, 0);
    return { check: `Years of ${name} are worth its equal years`, scenarioId: '', expected, actual, tolerance: 1e-6 * Math.max(1, expected) };
  });
  return { table: fillTable(tcoTable, { rows, answer, currency: ledger.currency }), charts: first ? [chart] : [], checks };
};
