import type { PriceKey } from '../../catalog/price-key.ts';
import { purchaseName } from '../../catalog/purchase-name.ts';
import type { Issue } from '../../issue/issue.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { InputTable, ModelInput } from '../model-input.ts';
import { priceKeyReader } from './read-own-prices.ts';
import { numberColumn, readTable, textColumn } from './read-table.ts';
import { priceSheetTable } from '../tables/price-tables.ts';

/** A row of the table PriceSheet as it stands, a blank price included. */
export interface PriceSheetRow {
  /** Counted from 0 in the body. */
  readonly rowIndex: number;
  readonly priceId: string;
  readonly key: PriceKey;
  readonly purchase: string;
  readonly unitPrice: number | null;
  readonly upfront: number;
  readonly currency: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const isoDate = (seconds: number | null): string | null =>
  seconds === null ? null : isoOfEpochDay(seconds / secondsPerDay);

export interface PriceSheetRows {
  /** Null when the workbook has no such table. */
  readonly source: InputTable | null;
  readonly rows: readonly PriceSheetRow[];
  /** Why the table as a whole cannot be read. */
  readonly issues: readonly Issue[];
}

/** The readable rows of PriceSheet. A row with a problem is left out, as the run will tell. */
export const priceSheetRows = (input: ModelInput): PriceSheetRows => {
  const { table, issues } = readTable(input, priceSheetTable);
  const isUnreadable = table.rows.length === 0 && table.isIncomplete;
  const [priceId, currency] = [textColumn(table, 'PriceId'), textColumn(table, 'Currency')];
  const [unitPrice, upfront] = [numberColumn(table, 'UnitPrice'), numberColumn(table, 'Upfront')];
  const [validFrom, validTo] = [numberColumn(table, 'ValidFrom'), numberColumn(table, 'ValidTo')];
  const keyOf = priceKeyReader(table);
  const rows = table.rows.flatMap((row): PriceSheetRow[] => {
    const found = row.isBroken ? null : keyOf(row);
    if (!found?.ok) return [];
    return [
      {
        rowIndex: row.index,
        priceId: priceId(row) ?? '',
        key: found.value.key,
        purchase: purchaseName(found.value.purchase),
        unitPrice: unitPrice(row),
        upfront: upfront(row) ?? 0,
        currency: currency(row) ?? '',
        validFrom: isoDate(validFrom(row)),
        validTo: isoDate(validTo(row)),
      },
    ];
  });
  return { source: table.source, rows, issues: isUnreadable ? issues : [] };
};
