import { breakEvenMultiplier, changeChance, licenceMonths, type LicenceMonth } from '../../owning/licence-price.ts';
import type { LicenceRow } from '../dependence.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';

export const licencesResultTable = defineResultTable({
  id: 'OutLicences',
  version: 1,
  sheetName: 'Results Licences',
  title: 'Licences and their price',
  question: 'What do licences cost if their price changes, and how much may it change before another product pays?',
  description:
    'One row for each licence and year of the plan. Expected weighs the change by its chance; the three after it take it for certain at the renewal, and are no percentiles.',
  columns: [
    { id: 'LicenceId', title: 'Licence', format: 'text', description: 'Row of Licences.' },
    { id: 'Year', title: 'Year', format: 'text', description: 'Of the plan; the last may be a part of one.' },
    { id: 'CoresThere', title: 'Cores', format: 'integer', description: 'Physical cores of all servers.' },
    { id: 'CoresLicensed', title: 'Cores licensed', format: 'integer', description: 'With the least of each socket and server.' },
    { id: 'Contracted', title: 'As contracted', format: 'money', description: 'With the rise by contract.' },
    { id: 'ChangeChance', title: 'Price has changed', format: 'percent', description: 'Chance, at the end of the year.' },
    { id: 'Expected', title: 'Expected', format: 'money', description: 'As contracted, and the change as likely weighed by its chance.' },
    { id: 'ChangedLeast', title: 'Changed, least', format: 'money', description: 'From the renewal on, for certain.' },
    { id: 'ChangedLikely', title: 'Changed, likely', format: 'money', description: 'The same.' },
    { id: 'ChangedMost', title: 'Changed, most', format: 'money', description: 'The same.' },
    { id: 'Alternative', title: 'Another product', format: 'money', description: 'From the renewal on, with the switch; blank: none is stated.' },
    { id: 'BreakEvenMultiplier', title: 'Break-even', unit: 'times', format: 'decimal', description: 'What the price may be multiplied by at the renewal before the other product pays.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

interface LicenceFrame {
  readonly months: number;
  readonly annualRate: number;
}

const rowsOf = (row: LicenceRow, { months, annualRate }: LicenceFrame, ledger: Ledger) => {
  const { name, coresThere, licence, multipliers, alternativePerYear, switchCost } = row;
  const of = (multiplier: number): LicenceMonth[] => licenceMonths({ ...licence, multiplier }, months);
  const [least, likely, most] = [of(multipliers.least), of(multipliers.likely), of(multipliers.most)];
  const breakEven = alternativePerYear === null
    ? null
    : breakEvenMultiplier({ ...licence, multiplier: 1 }, months, { switchCost, alternativePerMonth: alternativePerYear / 12, annualRate });
  return Array.from({ length: Math.ceil(months / 12) }, (_, year) => {
    const [from, to] = [year * 12, Math.min(months, year * 12 + 12)];
    const sum = (series: readonly LicenceMonth[], part: keyof LicenceMonth): number =>
      roundedAmount(series.slice(from, to).reduce((total, month) => total + month[part], 0), ledger);
    const otherMonth = (month: number): number => {
      if (month < licence.renewalMonth) return likely[month]?.contracted ?? 0;
      return (alternativePerYear ?? 0) / 12 + (month === licence.renewalMonth ? switchCost : 0);
    };
    const others = Array.from({ length: to - from }, (_month, index) => otherMonth(from + index));
    return {
      LicenceId: name,
      Year: String(year + 1),
      CoresThere: coresThere,
      CoresLicensed: licence.cores,
      Contracted: sum(likely, 'contracted'),
      ChangeChance: changeChance({ ...licence, multiplier: 1 }, to),
      Expected: sum(likely, 'expected'),
      ChangedLeast: sum(least, 'changed'),
      ChangedLikely: sum(likely, 'changed'),
      ChangedMost: sum(most, 'changed'),
      Alternative: alternativePerYear === null ? null : roundedAmount(others.reduce((total, each) => total + each, 0), ledger),
      BreakEvenMultiplier: breakEven,
      BillingCurrency: ledger.currency,
    };
  });
};

export const buildLicences = (
  licences: readonly LicenceRow[],
  frame: LicenceFrame,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const blocks = licences.map(licence => rowsOf(licence, frame, ledger));
  const rows = blocks.flat();
  const total = (column: 'Contracted' | 'ChangedLikely'): number => rows.reduce((sum, row) => sum + row[column], 0);
  const text = (amount: number): string => moneyText(amount, ledger.currency, ledger.decimals);
  const breakEven = rows.find(({ BreakEvenMultiplier }) => BreakEvenMultiplier !== null)?.BreakEvenMultiplier;
  const answer = oneByOne(
    say`As contracted ${text(total('Contracted'))} in the plan, with the likely change ${text(total('ChangedLikely'))}.`,
    breakEven === undefined || breakEven === null
      ? say``
      : say`Another product pays from ${breakEven.toFixed(1)} times the price on.`,
  );
  const shown = ['Contracted', 'Expected', 'ChangedLikely', 'Alternative'] as const;
  const drawn = licences[0]?.alternativePerYear === null ? shown.slice(0, 3) : shown;
  const chart: ComposedChart = {
    id: 'ChartLicences',
    tableId: licencesResultTable.id,
    kind: 'columnClustered',
    title: say`Licences by year: ${licences[0]?.name ?? ''}`,
    categoryColumn: 'Year',
    valueColumns: [...drawn],
    series: columnSeries(licencesResultTable, [...drawn], blocks[0]?.length ?? 0),
    categoryAxisTitle: say`Year`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  return { table: fillTable(licencesResultTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [] };
};
