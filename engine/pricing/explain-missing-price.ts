import { nearestNames } from '../catalog/nearest-names.ts';
import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import type { PriceQuery } from './hourly-price.ts';
import { nodeTypeKey, type PriceBook } from './price-book.ts';
import { purchasesSold } from './provider-terms.ts';
import { purchaseName } from '../catalog/purchase-name.ts';

/** Providers of the book, in the order they were first stated. */
export const knownProviders = (book: PriceBook): string[] => {
  const known = new Set<string>();
  for (const { nodeType } of book.nodeTypes.values()) known.add(nodeType.provider.toLowerCase());
  for (const provider of book.regionsByProvider.keys()) known.add(provider);
  return [...known];
};

export const unknownProvider = (book: PriceBook, provider: string): Issue => {
  const known = knownProviders(book);
  return makeIssue('unknown-provider', { provider, suggestion: nearestNames(provider, known, 1)[0] ?? '', known: known.join(', ') });
};

export const unknownRegion = (book: PriceBook, provider: string, region: string): Issue => {
  const known = [...(book.regionsByProvider.get(provider.toLowerCase()) ?? [])];
  return makeIssue('unknown-region', { provider, region, suggestion: nearestNames(region, known, 1)[0] ?? '', known: known.join(', ') });
};

export const unknownNodeType = (book: PriceBook, provider: string, nodeType: string): Issue => {
  const names: string[] = [];
  for (const { nodeType: candidate } of book.nodeTypes.values()) {
    if (!provider || candidate.provider.toLowerCase() === provider.toLowerCase()) names.push(candidate.name);
  }
  return makeIssue('unknown-node-type', { provider, nodeType, suggestion: nearestNames(nodeType, names, 1)[0] ?? '' });
};

/** What is known of this node type: its prices in this region, else the regions that have any. */
const available = (book: PriceBook, query: PriceQuery): string => {
  const offering = book.nodeTypes.get(nodeTypeKey(query.provider, query.nodeType));
  if (!offering || offering.regions.size === 0) return '';
  if (!offering.regions.has(query.region.toLowerCase())) return [...offering.regions].join(', ');
  const start = `${query.provider}|${query.region}|${query.nodeType}|`.toLowerCase();
  const found = new Set<string>();
  for (const [key, rows] of book.rows) {
    if (!key.startsWith(start)) continue;
    for (const row of [...rows.own, ...rows.catalog]) {
      const period = row.validFrom || row.validTo ? ` (${row.validFrom ?? ''}..${row.validTo ?? ''})` : '';
      found.add(`${row.key.operatingSystem} ${row.key.tenancy} ${purchaseName(row.purchase)}${period}`);
    }
  }
  const composition = book.compositions.get(nodeTypeKey(query.provider, query.nodeType));
  if (composition) {
    const prefix = `${query.provider}|${composition.series}|${query.region}|`.toLowerCase();
    for (const [key, rows] of book.components) {
      if (!key.startsWith(prefix)) continue;
      for (const row of rows) found.add(`${row.operatingSystem} ${row.tenancy} ${purchaseName(row.purchase)}`);
    }
  }
  return [...found].join(', ');
};

/** Why there is no price: the first name that is not known, else exactly the combination that has none. */
export const explainMissingPrice = (book: PriceBook, query: PriceQuery): Issue => {
  const { provider, region, nodeType } = query;
  const purchase = purchaseName(query.purchase);
  if (!knownProviders(book).includes(provider.toLowerCase())) return unknownProvider(book, provider);
  const sold = purchasesSold(book, provider);
  if (!sold.includes(purchase)) return makeIssue('purchase-not-sold', { provider, purchase, sold: sold.join(', ') });
  const regions = book.regionsByProvider.get(provider.toLowerCase());
  if (!regions?.has(region.toLowerCase())) return unknownRegion(book, provider, region);
  if (!book.nodeTypes.has(nodeTypeKey(provider, nodeType))) return unknownNodeType(book, provider, nodeType);
  return makeIssue('no-price', {
    provider, region, nodeType, operatingSystem: query.operatingSystem, tenancy: query.tenancy, purchase,
    date: query.date ?? '', available: available(book, query),
  });
};
