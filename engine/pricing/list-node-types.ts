import type { NodeType } from '../catalog/node-type.ts';
import type { OperatingSystem, Tenancy } from '../catalog/price-key.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import { decimal, type DecimalValue } from '../numeric/decimal.ts';
import { findPrice } from './find-price.ts';
import type { HourlyPrice } from './hourly-price.ts';
import type { PriceBook } from './price-book.ts';

export interface NodeFilter {
  readonly provider?: string;
  readonly region?: string;
  readonly minVcpu?: number;
  readonly minMemoryGib?: number;
  /** Part of the model's name in any letter case: `A100`. */
  readonly gpuModel?: string;
  readonly minGpus?: number;
  /** Highest price per node-hour, in `currency`. */
  readonly maxPrice?: DecimalValue;
  /** Linux when absent. */
  readonly operatingSystem?: OperatingSystem;
  /** Shared when absent. */
  readonly tenancy?: Tenancy;
  /** On-demand when absent. */
  readonly purchase?: PurchaseOption;
  /** ISO date the offer must hold on; when absent, offers that have ended before the catalog's date are left out. */
  readonly date?: string;
  /** Currency that prices are ranked in; USD when absent. A price in another currency ranks after. */
  readonly currency?: string;
}

/** A node type in a region where some price of it is known; `price` is null when the one asked for is not. */
export interface NodeOffer {
  readonly nodeType: NodeType;
  /** Null for a node type no price is known of anywhere. */
  readonly region: string | null;
  readonly price: HourlyPrice | null;
}

const isAtLeast = (value: number | null, minimum: number | undefined): boolean =>
  minimum === undefined || (value !== null && value >= minimum);

const matches = (nodeType: NodeType, filter: NodeFilter): boolean =>
  (filter.provider === undefined || nodeType.provider.toLowerCase() === filter.provider.toLowerCase()) &&
  isAtLeast(nodeType.vcpuCount, filter.minVcpu) &&
  isAtLeast(nodeType.memoryGib, filter.minMemoryGib) &&
  isAtLeast(nodeType.gpuCount, filter.minGpus) &&
  (filter.gpuModel === undefined || (nodeType.gpuModel ?? '').toLowerCase().includes(filter.gpuModel.toLowerCase()));

/** The filter's question about one node type in one region; null when what was offered has ended. */
const offerOf = (book: PriceBook, filter: NodeFilter, nodeType: NodeType, region: string): NodeOffer | null => {
  const found = findPrice(book, {
    provider: nodeType.provider,
    region,
    nodeType: nodeType.name,
    operatingSystem: filter.operatingSystem ?? 'linux',
    tenancy: filter.tenancy ?? 'shared',
    purchase: filter.purchase ?? { kind: 'on-demand' },
    ...(filter.date === undefined ? {} : { date: filter.date }),
  });
  if (!found.ok) return { nodeType, region, price: null };
  const { validTo, key } = found.value;
  if (filter.date === undefined && validTo !== null && validTo <= book.catalogDate) return null;
  return { nodeType, region: key.region, price: found.value };
};

/** Known prices of the asked currency, then of others, then unknown ones. */
const rankOf = ({ price }: NodeOffer, currency: string): number => {
  if (!price) return 2;
  return price.effectivePerHour.currency === currency ? 0 : 1;
};

/**
 * Node types that satisfy the filter, one offer per region, cheapest first; unknown prices last, and left out when a
 * highest price is asked for. A size that is not known satisfies no minimum.
 */
export const listNodeTypes = (book: PriceBook, filter: NodeFilter = {}): NodeOffer[] => {
  const currency = filter.currency ?? 'USD';
  const maxPrice = filter.maxPrice === undefined ? null : decimal(filter.maxPrice);
  const wantedRegion = filter.region?.toLowerCase();
  const offers: NodeOffer[] = [];
  const add = (offer: NodeOffer | null): void => {
    if (!offer) return;
    const perHour = offer.price?.effectivePerHour;
    const isComparable = perHour?.currency === currency;
    if (maxPrice === null || (isComparable && perHour.amount.lessThanOrEqualTo(maxPrice))) offers.push(offer);
  };
  for (const { nodeType, regions } of book.nodeTypes.values()) {
    if (!matches(nodeType, filter)) continue;
    for (const region of regions) {
      if (wantedRegion === undefined || region === wantedRegion) add(offerOf(book, filter, nodeType, region));
    }
    if (regions.size === 0 && wantedRegion === undefined) add({ nodeType, region: null, price: null });
  }
  return offers.sort((a, b) => {
    const byRank = rankOf(a, currency) - rankOf(b, currency);
    if (byRank !== 0 || !a.price || !b.price) return byRank;
    return a.price.effectivePerHour.amount.comparedTo(b.price.effectivePerHour.amount);
  });
};
