import { makeIssue } from '../../issue/issue-codes.ts';
import { parseIsoDate } from '../../quantity/calendar.ts';
import { ec2OfferColumns, ec2OfferReader } from './aws-ec2-offers.ts';
import { savingsPlanColumns, savingsPlanReader } from './aws-savings-plans.ts';
import { csvColumns } from './csv-columns.ts';
import { csvReader, type CsvRow } from './csv-rows.ts';
import type { PriceListFormat } from './import-report.ts';
import type { CsvListReader, ReaderParts } from './list-reader.ts';
import { ownPriceColumns, ownPriceReader } from './own-price-list.ts';
import type { PriceListFacts } from './price-list-facts.ts';

/** The version of AWS's price lists these readers are made for. */
const awsFormatVersion = 'v1.0';
const preambleLength = 5;

interface CsvFormat {
  readonly format: PriceListFormat;
  readonly columns: readonly string[];
  readonly reader: (columns: ReturnType<typeof csvColumns>, parts: ReaderParts) => CsvListReader;
}
const ec2Offers: CsvFormat = { format: 'aws-ec2-offers', columns: ec2OfferColumns, reader: ec2OfferReader };
const savingsPlans: CsvFormat = { format: 'aws-savings-plans', columns: savingsPlanColumns, reader: savingsPlanReader };
const ownPrices: CsvFormat = { format: 'own-prices', columns: ownPriceColumns, reader: ownPriceReader };

/** Reads a CSV price list: what it is stands in its first lines. */
export const csvPriceList = (facts: PriceListFacts, parts: Omit<ReaderParts, 'identity'>, fileIdentity: ReaderParts['identity']) => {
  const { ledger } = parts;
  const preamble = new Map<string, string>();
  let reader: CsvListReader | null = null;
  let columnCount = 0;
  let isAws = false;

  const begin = (header: CsvRow, { format, columns: required, reader: make }: CsvFormat): void => {
    facts.format = format;
    const columns = csvColumns(header, required);
    if (columns.missing.length > 0) {
      facts.stop(makeIssue('price-list-columns', { columns: columns.missing.join(', ') }));
      return;
    }
    columnCount = columns.count;
    const source = `AWS ${facts.listName} price list ${facts.listVersion}`.trim();
    const identity = isAws ? { source, asOf: facts.publishedOn || fileIdentity.asOf } : fileIdentity;
    reader = make(columns, { ...parts, identity });
  };

  const readPreamble = (row: CsvRow): void => {
    preamble.set(row.cell(0).trim(), row.cell(1).trim());
    const version = preamble.get('FormatVersion') ?? '';
    if (row.row === 1 && version !== awsFormatVersion) {
      facts.stop(makeIssue('price-list-version', { version, expected: awsFormatVersion }));
    }
    facts.listName = preamble.get('OfferCode') ?? '';
    facts.listVersion = preamble.get('Version') ?? '';
    const day = (preamble.get('Publication Date') ?? '').slice(0, 10);
    facts.publishedOn = parseIsoDate(day).ok ? day : '';
  };

  /** A list for another service than EC2 has other columns: those of nodes are missing, which says it. */
  const beginAws = (header: CsvRow): void => {
    const isPlans = csvColumns(header, ['DiscountedRate']).missing.length === 0;
    begin(header, isPlans ? savingsPlans : ec2Offers);
  };

  const beginPlain = (header: CsvRow): void => {
    const { missing } = csvColumns(header, ownPriceColumns);
    if (missing.length === ownPriceColumns.length) facts.stopUnknown();
    else begin(header, ownPrices);
  };

  return csvReader({
    onRow(row) {
      if (facts.isStopped) return;
      if (row.row === 1) isAws = row.cell(0).trim() === 'FormatVersion';
      if (isAws && row.row <= preambleLength) return readPreamble(row);
      if (facts.format === null) return isAws ? beginAws(row) : beginPlain(row);
      ledger.rowsRead += 1;
      if (row.cellCount === columnCount) reader?.onRow(row);
      else ledger.refuse(row.row, makeIssue('price-list-cells', { row: row.row, count: row.cellCount, expected: columnCount }));
    },
    onUnendedRow(row) {
      // AWS ends every line; without the end nobody knows whether the last cell is whole.
      if (isAws) facts.stop(makeIssue('price-list-cut', { row }));
    },
    onCut(row) {
      facts.stop(makeIssue('price-list-cut', { row }));
    },
    onEnd() {
      if (reader) reader.end();
      else if (!facts.isStopped) facts.stopUnknown();
    },
  });
};
