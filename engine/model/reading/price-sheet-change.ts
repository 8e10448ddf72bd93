import type { ImportedPrice } from '../../catalog/price-lists/imported-price.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { epochDayOf, isoOfDate, parseIsoDate } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import { serialOfLocalSeconds, type DateSystem } from '../../quantity/excel-date.ts';
import type { InputCell, InputTable, ModelInput } from '../model-input.ts';
import { priceSheetRows, type PriceSheetRow } from './price-sheet-rows.ts';
import { planStart, readSettings } from './read-settings.ts';
import { maximumRowCount, tableLocation } from './read-table.ts';
import { priceSheetTable } from '../tables/price-tables.ts';

/** What an import does to the table PriceSheet. Cells are in the order of `columns`, for the columns named there only. */
export interface PriceSheetChange {
  /** Headers of the columns that are written. */
  readonly columns: readonly string[];
  /** Rows that hold an earlier import of the same price; `rowIndex` counts from 0 in the body. */
  readonly updates: readonly { readonly rowIndex: number; readonly cells: readonly InputCell[] }[];
  readonly additions: readonly (readonly InputCell[])[];
  /** Row of the body, from 0, that the additions begin at: what follows is blank. */
  readonly firstFreeRow: number;
  /** Prices the table holds already, just so. */
  readonly unchangedCount: number;
  /** Prices left out because the analyst states another one: an own price is never overwritten or overtaken. */
  readonly keptCount: number;
  /** Why nothing can be written; as a warning, what to know of it. */
  readonly issues: readonly Issue[];
}

/** Columns without which a price would say less than the list; the others are remarks. */
const deciding = ['Os', 'Tenancy', 'Purchase', 'Upfront', 'ValidFrom', 'ValidTo'] as const;

const keyName = ({ key, purchase }: Pick<ImportedPrice, 'key' | 'purchase'>): string =>
  [...Object.values(key), purchase].join('/');

/** `aws/us-east-1/m7i.xlarge/linux/shared/on-demand/2026-10-01`: an import finds its own rows by it. */
const importedPriceId = (price: Pick<ImportedPrice, 'key' | 'purchase' | 'validFrom'>): string =>
  [keyName(price), ...(price.validFrom === null ? [] : [price.validFrom])].join('/');

const serialOf = (isoDate: string | null, dateSystem: DateSystem): number | null => {
  const date = isoDate === null ? null : parseIsoDate(isoDate);
  return date?.ok ? serialOfLocalSeconds(epochDayOf(date.value) * secondsPerDay, dateSystem) : null;
};

const cellsOf = (price: ImportedPrice, dateSystem: DateSystem): Readonly<Record<string, InputCell>> => ({
  PriceId: importedPriceId(price),
  Provider: price.key.provider,
  Region: price.key.region,
  NodeType: price.key.nodeType,
  Os: price.key.operatingSystem,
  Tenancy: price.key.tenancy,
  Purchase: price.purchase,
  UnitPrice: Number(price.recurringPerHour),
  Upfront: Number(price.upfront),
  Currency: price.currency,
  ValidFrom: serialOf(price.validFrom, dateSystem),
  ValidTo: serialOf(price.validTo, dateSystem),
  Source: price.source,
  AsOf: serialOf(price.asOf, dateSystem),
});

/** The row that answers for a day: of those that hold, the one that began last. */
const holding = (rows: readonly PriceSheetRow[], day: string): PriceSheetRow | undefined =>
  rows
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || day < validTo))
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    .at(-1);

const isSamePrice = (row: PriceSheetRow, price: ImportedPrice): boolean =>
  row.unitPrice === Number(price.recurringPerHour) && row.upfront === Number(price.upfront) && row.currency === price.currency;

/**
 * What an import adds to and changes in the workbook's own prices. A price that changed gets a row of its own from its
 * new day on; the row before it goes on to hold for the days before. Reports `missing-column` and `too-many-rows`; as a
 * warning `prices-start-late`: of a plan's first days an import that holds from later on says nothing.
 */
export const changePriceSheet = (
  input: ModelInput,
  prices: readonly ImportedPrice[],
  catalogDate: string,
): PriceSheetChange => {
  const { source, rows, issues: tableIssues } = priceSheetRows(input);
  const columns = priceSheetTable.columns
    .map(({ id }) => id)
    .filter(id => !source || source.headers.some(header => header.toLowerCase() === id.toLowerCase()));
  const rowsOf = new Map<string, PriceSheetRow[]>();
  for (const row of rows) {
    const name = keyName(row).toLowerCase();
    rowsOf.set(name, [...(rowsOf.get(name) ?? []), row]);
  }
  const isImported = (row: PriceSheetRow): boolean => row.priceId.toLowerCase() === importedPriceId(row).toLowerCase();

  const updates: { rowIndex: number; cells: InputCell[] }[] = [];
  const additions: InputCell[][] = [];
  const needed = new Set<string>();
  const planBegin = isoOfDate(planStart(readSettings(input).settings, catalogDate));
  let [unchangedCount, keptCount, lateCount] = [0, 0, 0];
  for (const price of prices) {
    const known = rowsOf.get(keyName(price).toLowerCase()) ?? [];
    const sameDay = known.find(({ validFrom }) => validFrom === price.validFrom);
    const current = sameDay ?? holding(known, price.validFrom ?? '');
    if (current && !isImported(current)) keptCount += 1;
    else if (current && isSamePrice(current, price) && current.validTo === price.validTo) unchangedCount += 1;
    else {
      if ((price.validFrom ?? '') > planBegin && !holding(known, planBegin)) lateCount += 1;
      const stated = cellsOf(price, input.dateSystem);
      for (const id of deciding) if (!columns.includes(id) && !isDefault(id, stated[id] ?? null)) needed.add(id);
      const cells = columns.map(id => stated[id] ?? null);
      if (sameDay) updates.push({ rowIndex: sameDay.rowIndex, cells });
      else additions.push(cells);
    }
  }
  const lacking = [...needed].map(column =>
    makeIssue('missing-column', { table: priceSheetTable.id, column }, source ? { location: tableLocation(source) } : {}),
  );
  const issues: Issue[] = [...tableIssues, ...lacking];
  const rowCount = (source?.rows.length ?? 0) + additions.length;
  if (rowCount > maximumRowCount) {
    issues.push(makeIssue('too-many-rows', { table: priceSheetTable.id, rowCount, maximum: maximumRowCount }));
  }
  if (lateCount > 0) {
    issues.push(makeIssue('prices-start-late', { count: lateCount, planStart: planBegin }, { severity: 'warning' }));
  }
  return { columns, updates, additions, firstFreeRow: rowsBeforeBlank(source), unchangedCount, keptCount, issues };
};

/** Rows of the body up to the last filled one. */
const rowsBeforeBlank = (source: InputTable | null): number => {
  let count = source?.rows.length ?? 0;
  while (count > 0 && source?.rows[count - 1]?.every(cell => cell === null || cell === '')) count -= 1;
  return count;
};

/** A column that is not there means its default. */
const isDefault = (columnId: string, cell: InputCell): boolean =>
  cell === (priceSheetTable.columns.find(({ id }) => id === columnId)?.default?.value ?? null);
