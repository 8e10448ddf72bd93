import { makeIssue } from '../../issue/issue-codes.ts';
import { csvPriceList } from './csv-price-list.ts';
import type { PriceListReading } from './import-report.ts';
import { jsonPriceList } from './json-price-list.ts';
import type { Compositions } from './list-reader.ts';
import { priceTest, type PriceFilter } from './price-filter.ts';
import { PriceListFacts } from './price-list-facts.ts';
import { RowLedger } from './row-ledger.ts';

export interface PriceListOptions {
  readonly filter: PriceFilter;
  /** Name of the file or service, for the source of prices whose list has no version. */
  readonly fileName: string;
  /** ISO date of the file: the date of prices whose list states no publication. */
  readonly readOn: string;
  /** What GCP node types are made of. */
  readonly compositions: Compositions;
}

/** A price list being read. Feed it every chunk in order, then `end` once. */
export interface PriceListImport {
  write(chunk: Uint8Array): void;
  /** Reading on makes no sense: `end` says why. */
  readonly isStopped: boolean;
  end(): PriceListReading;
}

const openingBrace = 0x7b;
const isBlank = (byte: number): boolean => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf;

/**
 * Reads a price list from its bytes, in chunks of any size, and keeps the wanted prices. The format is found out: AWS EC2
 * offer file and Savings Plans list (CSV), Azure Retail Prices and Google Cloud SKUs (JSON), or own prices in the columns
 * of the table PriceSheet (CSV). Memory grows with the wanted prices, not with the list.
 *
 * Reports `price-list-unknown`, `price-list-version`, `price-list-columns`, `price-list-cut`, `price-list-unreadable`,
 * `price-list-cells`, `price-list-cell`, `price-list-negative`, `price-list-currency`, `plan-not-eligible`,
 * `price-list-nothing`; as a warning `price-list-incomplete`.
 */
export const importPriceList = ({ filter, fileName, readOn, compositions }: PriceListOptions): PriceListImport => {
  const ledger = new RowLedger();
  const facts = new PriceListFacts(ledger, fileName);
  const parts = { ledger, test: priceTest(filter) };
  const fileIdentity = { source: fileName, asOf: readOn };
  let reader: { write(chunk: Uint8Array): void; end(): void } | null = null;

  const begin = (first: number) =>
    first === openingBrace
      ? jsonPriceList(facts, parts, fileIdentity, compositions)
      : csvPriceList(facts, parts, fileIdentity);

  return {
    get isStopped() {
      return facts.isStopped;
    },
    write(chunk) {
      if (facts.isStopped) return;
      if (!reader) {
        const first = chunk.find(byte => !isBlank(byte));
        if (first === undefined) return;
        reader = begin(first);
      }
      reader.write(chunk);
    },
    end() {
      if (reader) reader.end();
      else facts.stopUnknown();
      const { format, listName, listVersion, publishedOn, unpriced } = facts;
      const { rowsRead, rowsTaken, skipped, prices } = ledger;
      if (ledger.issues.every(({ severity }) => severity === 'warning') && prices.length === 0) {
        ledger.report(makeIssue('price-list-nothing', { rows: rowsRead }));
      }
      return {
        report: { format, listName, listVersion, publishedOn, rowsRead, rowsTaken, skipped, unpriced },
        prices,
        issues: ledger.issues,
      };
    },
  };
};
