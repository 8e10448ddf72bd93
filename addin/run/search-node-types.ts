import {
  listNodeTypes, parsePurchase, purchaseName, purchaseNames, type NodeOffer, type PriceBook,
} from '../../engine/index.ts';
import { currentPrices } from '../functions/current-prices.ts';
import type { NodeTypeQuery, NodeTypeRow, NodeTypeSearch } from '../taskpane/pane-services.ts';

interface Found {
  readonly offer: NodeOffer;
  /** What words are looked for in. */
  readonly text: string;
}

/** The offers of the last filter: while somebody types, only the words change. */
let last: { readonly book: PriceBook; readonly filter: string; readonly found: readonly Found[] } | null = null;

function offersOf(book: PriceBook, query: Omit<NodeTypeQuery, 'text' | 'limit'>): readonly Found[] {
  const filter = JSON.stringify(query);
  if (last?.book === book && last.filter === filter) return last.found;
  const purchase = parsePurchase(query.purchase ?? 'on-demand');
  const offers = listNodeTypes(book, {
    ...(query.provider ? { provider: query.provider } : {}),
    ...(query.region ? { region: query.region } : {}),
    ...(purchase.ok ? { purchase: purchase.value } : {}),
    ...(query.minVcpu === undefined ? {} : { minVcpu: query.minVcpu }),
    ...(query.minMemoryGib === undefined ? {} : { minMemoryGib: query.minMemoryGib }),
    ...(query.minGpus === undefined ? {} : { minGpus: query.minGpus }),
    ...(query.maxPrice === undefined ? {} : { maxPrice: query.maxPrice }),
  });
  last = { book, filter, found: offers.map(offer => ({ offer, text: searchText(offer) })) };
  return last.found;
}

/** Node types whose name, family or GPU model holds every word asked for; a known price first, cheapest first. */
export function searchNodeTypes({ text, limit, ...query }: NodeTypeQuery): NodeTypeSearch {
  const { book } = currentPrices();
  const words = text.toLowerCase().split(/\s+/).filter(word => word !== '');
  const matching = offersOf(book, query).filter(found => words.every(word => found.text.includes(word)));
  return {
    rows: matching.slice(0, limit).map(({ offer }) => nodeTypeRow(offer)),
    matchCount: matching.length,
    providers: [...book.regionsByProvider.keys()].sort(),
    regions: [...(book.regionsByProvider.get(query.provider ?? '') ?? [])].sort(),
    purchases: purchaseNames,
  };
}

/** What the catalog with the workbook's own tables holds. */
export function priceBookSize(book: PriceBook = currentPrices().book): { nodeTypeCount: number; priceCount: number } {
  let priceCount = 0;
  for (const { own, catalog } of book.rows.values()) priceCount += own.length + catalog.length;
  for (const components of book.components.values()) priceCount += components.length;
  return { nodeTypeCount: book.nodeTypes.size, priceCount };
}

const searchText = ({ nodeType, region }: NodeOffer): string =>
  [nodeType.name, nodeType.provider, nodeType.family, nodeType.gpuModel ?? '', region ?? '', sizeText(nodeType)].join(' ').toLowerCase();

function sizeText({ vcpuCount, memoryGib, gpuCount, gpuModel }: NodeOffer['nodeType']): string {
  const parts = [
    vcpuCount === null ? '' : `${vcpuCount} vCPU`,
    memoryGib === null ? '' : `${memoryGib} GiB`,
    gpuCount > 0 ? `${gpuCount} × ${gpuModel ?? 'GPU'}` : '',
  ];
  return parts.filter(part => part !== '').join(' · ');
}

const nodeTypeRow = ({ nodeType, region, price }: NodeOffer): NodeTypeRow => ({
  provider: nodeType.provider,
  region: region ?? '',
  nodeType: nodeType.name,
  size: sizeText(nodeType),
  vcpuCount: nodeType.vcpuCount,
  memoryGib: nodeType.memoryGib,
  gpuCount: nodeType.gpuCount,
  gpuModel: nodeType.gpuModel,
  purchase: price ? purchaseName(price.purchase) : '',
  pricePerHour: price ? price.effectivePerHour.amount.toNumber() : null,
  currency: price?.effectivePerHour.currency ?? '',
  basis: price ? [purchaseName(price.purchase), price.key.operatingSystem, price.key.tenancy, price.basis].join(' · ') : '',
  source: price?.source ?? nodeType.source,
  asOf: price?.asOf ?? nodeType.asOf,
});
