import { operatingSystems, tenancies, type OperatingSystem, type Tenancy } from '../price-key.ts';
import { parsePurchase, purchaseName } from '../purchase-name.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { decimal } from '../../numeric/decimal.ts';
import type { CsvColumns } from './csv-columns.ts';
import type { CsvListReader, ReaderParts } from './list-reader.ts';

/** Columns of the workbook's own table of prices that a CSV file of own prices must have; the others may be left out. */
export const ownPriceColumns = ['Provider', 'Region', 'NodeType', 'UnitPrice', 'Currency'] as const;

/** Reads the rows of a CSV file in the columns of the table PriceSheet. Blank cells mean what they mean there. */
export const ownPriceReader = (columns: CsvColumns, { ledger, test, identity }: ReaderParts): CsvListReader => {
  const [provider, region, nodeType, unitPrice, currency] = ownPriceColumns.map(name => columns.text(name)) as [
    Reader, Reader, Reader, Reader, Reader,
  ];
  const [os, tenancy, purchase, upfront] = ['Os', 'Tenancy', 'Purchase', 'Upfront'].map(name => columns.text(name)) as [
    Reader, Reader, Reader, Reader,
  ];
  const [validFrom, validTo, source, asOf] = ['ValidFrom', 'ValidTo', 'Source', 'AsOf'].map(name => columns.text(name)) as [
    Reader, Reader, Reader, Reader,
  ];
  return {
    onRow(csvRow) {
      const { row } = csvRow;
      const wrong = (column: string, value: string): void =>
        ledger.refuse(row, makeIssue('price-list-cell', { row, column, value }));
      const names = { Provider: provider(csvRow), Region: region(csvRow), NodeType: nodeType(csvRow) };
      const blank = Object.entries(names).find(([, name]) => name === '');
      if (blank) return wrong(blank[0], '');
      const operatingSystem = (os(csvRow) || 'linux').toLowerCase() as OperatingSystem;
      if (!operatingSystems.includes(operatingSystem)) return wrong('Os', os(csvRow));
      const tenancyWord = (tenancy(csvRow) || 'shared').toLowerCase() as Tenancy;
      if (!tenancies.includes(tenancyWord)) return wrong('Tenancy', tenancy(csvRow));
      const key = {
        provider: names.Provider, region: names.Region, nodeType: names.NodeType, operatingSystem, tenancy: tenancyWord,
      };
      if (!test.takes(key)) return ledger.skip('not-wanted', row);
      const option = parsePurchase(purchase(csvRow) || 'on-demand');
      if (!option.ok) return wrong('Purchase', purchase(csvRow));
      if (unitPrice(csvRow) === '') return ledger.skip('not-offered', row);
      const recurringPerHour = ledger.amount(unitPrice(csvRow), 'UnitPrice', row);
      if (recurringPerHour === null) return;
      const due = upfront(csvRow) === '' ? decimal(0) : ledger.amount(upfront(csvRow), 'Upfront', row);
      if (due === null) return;
      const code = ledger.currency(currency(csvRow), row);
      if (code === null) return;
      const from = ledger.day(validFrom(csvRow), 'ValidFrom', row);
      if (from === undefined) return;
      const to = ledger.day(validTo(csvRow), 'ValidTo', row);
      if (to === undefined) return;
      if (from !== null && to !== null && to <= from) return wrong('ValidTo', validTo(csvRow));
      const readOn = ledger.day(asOf(csvRow), 'AsOf', row);
      if (readOn === undefined) return;
      if (recurringPerHour.isZero() && due.isZero() && source(csvRow) === '') return ledger.skip('zero-without-source', row);
      const found = { key, purchase: purchaseName(option.value), recurringPerHour, upfront: due, currency: code };
      const stated = { source: source(csvRow) || identity.source, asOf: readOn ?? identity.asOf };
      ledger.bookPrice({ ...found, validFrom: from, validTo: to }, stated, row);
    },
    end() {},
  };
};
type Reader = ReturnType<CsvColumns['text']>;
