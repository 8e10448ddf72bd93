import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue, IssueLocation } from '../../issue/issue.ts';
import { money } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import type {
  FeeScope, FlatFee, MinimumSpend, MinimumSpendPeriod, SupportBand, SupportPlan, Tax,
} from '../../pricing/fees/fee.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { ModelInput } from '../model-input.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow, type ReadTable } from './read-table.ts';
import { flatFeesTable, minimumSpendsTable, supportBandsTable, supportPlansTable, taxesTable } from '../tables/fee-tables.ts';
import type { TableSpec } from '../tables/table-spec.ts';

/** Cell of a column of a fee's row. */
type FeeLocator = (columnId: string) => IssueLocation;
export type Located<Fee> = Fee & { readonly at: FeeLocator };

/** What is charged beside usage and commitments, in canonical order by name. */
export interface Fees {
  readonly flat: readonly Located<FlatFee>[];
  readonly support: readonly Located<SupportPlan>[];
  readonly minimums: readonly Located<MinimumSpend>[];
  readonly taxes: readonly Located<Tax>[];
}

interface ReadFees {
  readonly fees: Fees;
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

const byId = <Fee extends FeeScope>(fees: readonly Fee[]): Fee[] =>
  [...fees].sort((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1));

/** One table of fees: rows that are whole, with scope and locator. */
const reader = (input: ModelInput, spec: TableSpec, idColumn: string) => {
  const { table, issues: tableIssues } = readTable(input, spec);
  const issues = [...tableIssues];
  const has = (columnId: string): boolean => spec.columns.some(({ id }) => id === columnId);
  const text = (columnId: string) => (has(columnId) ? textColumn(table, columnId) : () => null);
  const number = (columnId: string) => (has(columnId) ? numberColumn(table, columnId) : () => null);
  const [id, scenario] = [text(idColumn), text('ScenarioId')];
  const [from, to] = [number('From'), number('To')];
  const isoDate = (seconds: number | null): string | null =>
    seconds === null ? null : isoOfEpochDay(seconds / secondsPerDay);
  const read = <Fee>(feeOf: (row: BodyRow, scope: Located<FeeScope>) => Fee | null): Fee[] =>
    table.rows.flatMap((row): Fee[] => {
      if (row.isBroken) return [];
      const at = (columnId: string): IssueLocation => locate(table, row, columnId);
      const [start, end] = [isoDate(from(row)), isoDate(to(row))];
      if (start !== null && end !== null && end <= start) {
        issues.push(makeIssue('end-before-start', { start, end }, { location: at('To') }));
        return [];
      }
      const fee = feeOf(row, { id: id(row) ?? '', scenarioId: scenario(row), from: start, to: end, at });
      return fee === null ? [] : [fee];
    });
  return { table, issues, text, number, read };
};

const readSupport = (input: ModelInput) => {
  const bandReader = reader(input, supportBandsTable, 'SupportId');
  const [fromAmount, percent] = [bandReader.number('FromAmount'), bandReader.number('Percent')];
  const bandsOf = new Map<string, SupportBand[]>();
  bandReader.read((row, { id }) => {
    const band = { fromAmount: decimal(fromAmount(row) ?? 0), fraction: decimal(percent(row) ?? 0) };
    const key = id.toLowerCase();
    bandsOf.set(key, [...(bandsOf.get(key) ?? []), band]);
    return band;
  });
  const plans = reader(input, supportPlansTable, 'SupportId');
  const [provider, account, currency] = [plans.text('Provider'), plans.text('Account'), plans.text('Currency')];
  const minimum = plans.number('MinimumPerMonth');
  const support = plans.read((row, scope): Located<SupportPlan> | null => {
    const bands = (bandsOf.get(scope.id.toLowerCase()) ?? []).sort((a, b) => a.fromAmount.comparedTo(b.fromAmount));
    // What is wrong with a band is told at the band.
    if (!bandReader.table.isIncomplete && !bands[0]?.fromAmount.isZero()) {
      plans.issues.push(makeIssue('support-bands-start', { support: scope.id }, { location: scope.at('SupportId') }));
      return null;
    }
    const minimumPerMonth = money(minimum(row) ?? 0, currency(row) ?? '');
    return { ...scope, provider: provider(row) ?? '', account: account(row), bands, minimumPerMonth };
  });
  return {
    support, tables: [plans.table, bandReader.table], issues: [...plans.issues, ...bandReader.issues],
  };
};

const readMinimums = (input: ModelInput) => {
  const { table, issues, text, number, read } = reader(input, minimumSpendsTable, 'MinimumId');
  const [provider, currency, period] = [text('Provider'), text('Currency'), text('Period')];
  const [amount, spentBefore] = [number('Amount'), number('SpentBefore')];
  const minimums = read((row, scope): Located<MinimumSpend> | null => {
    const kind = period(row) as MinimumSpendPeriod;
    const needed = (['From', 'To'] as const).filter(column => kind === 'whole' || (kind === 'year' && column === 'From'));
    let isWhole = true;
    for (const column of ['From', 'To'] as const) {
      const date = column === 'From' ? scope.from : scope.to;
      const isNeeded = needed.includes(column);
      if (date === null && isNeeded) issues.push(makeIssue('blank-cell', { column }, { location: scope.at(column) }));
      else if (date !== null && !date.endsWith('-01')) {
        issues.push(makeIssue('not-first-of-month', { column, date }, { location: scope.at(column) }));
      } else continue;
      isWhole = false;
    }
    if (!isWhole) return null;
    const code = currency(row) ?? '';
    const before = spentBefore(row);
    return {
      ...scope, provider: provider(row) ?? '', amount: money(amount(row) ?? 0, code), period: kind,
      spentBefore: before === null ? null : money(before, code),
    };
  });
  return { minimums, tables: [table], issues };
};

/** Flat fees, support plans, minimum spend and taxes, with every problem of their tables. */
export const readFees = (input: ModelInput): ReadFees => {
  const flat = reader(input, flatFeesTable, 'FeeId');
  const [feeProvider, feeCurrency, perMonth] = [flat.text('Provider'), flat.text('Currency'), flat.number('AmountPerMonth')];
  const flatFees = flat.read((row, scope): Located<FlatFee> => ({
    ...scope, provider: feeProvider(row) ?? '', perMonth: money(perMonth(row) ?? 0, feeCurrency(row) ?? ''),
  }));
  const tax = reader(input, taxesTable, 'TaxId');
  const [taxProvider, percent] = [tax.text('Provider'), tax.number('Percent')];
  const taxes = tax.read((row, scope): Located<Tax> => ({
    ...scope, provider: taxProvider(row), fraction: decimal(percent(row) ?? 0),
  }));
  const [support, minimums] = [readSupport(input), readMinimums(input)];
  return {
    fees: {
      flat: byId(flatFees), support: byId(support.support), minimums: byId(minimums.minimums), taxes: byId(taxes),
    },
    tables: [flat.table, ...support.tables, ...minimums.tables, tax.table],
    issues: [...flat.issues, ...support.issues, ...minimums.issues, ...tax.issues],
  };
};
