import { makeIssue } from '../../issue/issue-codes.ts';
import { azureRetailReader } from './azure-retail-prices.ts';
import { gcpSkuReader } from './gcp-skus.ts';
import { jsonReader, type JsonReader } from './json-items.ts';
import type { Compositions, JsonListReader, ReaderParts } from './list-reader.ts';
import type { PriceListFacts } from './price-list-facts.ts';

const listNames = { Items: 'Azure Retail Prices', skus: 'Google Cloud SKUs' } as const;

/** Reads a JSON price list: `Items` are Azure's, `skus` are Google's. Pages may follow each other. */
export const jsonPriceList = (
  facts: PriceListFacts,
  parts: Omit<ReaderParts, 'identity'>,
  fileIdentity: ReaderParts['identity'],
  compositions: Compositions,
): JsonReader => {
  const { ledger } = parts;
  let reader: JsonListReader | null = null;
  let nextPage = '';
  const begin = (list: 'Items' | 'skus'): JsonListReader => {
    facts.format = list === 'Items' ? 'azure-retail-prices' : 'gcp-skus';
    facts.listName = listNames[list];
    const identity = { source: `${listNames[list]}, ${fileIdentity.source}`, asOf: fileIdentity.asOf };
    return list === 'Items' ? azureRetailReader({ ...parts, identity }) : gcpSkuReader(compositions, { ...parts, identity });
  };
  const json = jsonReader({
    onItem(list, item) {
      if (facts.isStopped) return;
      reader ??= begin(list);
      ledger.rowsRead += 1;
      // The two lists in one file: nobody publishes that.
      if (facts.listName === listNames[list]) reader.onItem(item, ledger.rowsRead);
      else facts.stopUnknown();
    },
    onNextPage(link) {
      nextPage = link;
    },
    onCut: () => facts.stop(makeIssue('price-list-cut', { row: ledger.rowsRead + 1 })),
    onBroken: detail => facts.stop(makeIssue('price-list-unreadable', { row: ledger.rowsRead + 1, detail })),
  });
  return {
    write: chunk => json.write(chunk),
    end() {
      json.end();
      if (!reader && !facts.isStopped) facts.stopUnknown();
      if (reader) facts.unpriced = reader.end();
      if (nextPage !== '') ledger.report(makeIssue('price-list-incomplete', { next: nextPage }, { severity: 'warning' }));
    },
  };
};
