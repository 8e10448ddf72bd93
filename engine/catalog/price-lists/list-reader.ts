import type { NodeComposition } from '../component-price.ts';
import type { CsvRow } from './csv-rows.ts';
import type { PriceTest } from './price-filter.ts';
import type { ListIdentity, RowLedger } from './row-ledger.ts';

/** What every reader of a format works with. */
export interface ReaderParts {
  readonly ledger: RowLedger;
  readonly test: PriceTest;
  readonly identity: ListIdentity;
}

/** Reads the rows of a CSV list, after its header. Books every row in the ledger exactly once by the end. */
export interface CsvListReader {
  onRow(row: CsvRow): void;
  end(): void;
}

/** Reads the items of a JSON list; what has been booked where is as for CSV rows. */
export interface JsonListReader {
  onItem(item: unknown, row: number): void;
  end(): readonly string[];
}

/** What a GCP node type is charged for: the list prices its vCPUs and GiB. */
export type Compositions = readonly NodeComposition[];
