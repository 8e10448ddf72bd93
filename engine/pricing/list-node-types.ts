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

/**
 * Node types that satisfy the filter, one offer per region, cheapest first; unknown prices last, and left out when a
 * highest price is asked for. A size that is not known satisfies no minimum.
 */
export const listNodeTypes = (book: PriceBook, filter: NodeFilter = {}): NodeOffer[] => {
  const currency = filter.currency ?? 'USD';
  const maxPrice = filter.maxPrice === undefined ? null : decimal(filter.maxPrice);
  const offers: NodeOffer[] = [];
  for (const { nodeType, regions } of book.nodeTypes.values()) {
    if (!matches(nodeType, filter)) continue;
    const wanted = filter.region === undefined ? [...regions] : [...regions].filter(region => region === filter.region?.toLowerCase());
    for (const region of wanted) {
      const found = findPrice(book, {
        provider: nodeType.provider,
        region,
        nodeType: nodeType.name,
        operatingSystem: filter.operatingSystem ?? 'linux',
        tenancy: filter.tenancy ?? 'shared',
        purchase: filter.purchase ?? { kind: 'on-demand' },
        ...(filter.date === undefined ? {} : { date: filter.date }),
      });
      if (found.ok && filter.date === undefined && (found.value.validTo ?? '9999-12-31') <= book.catalogDate) continue;
      offers.push({ nodeType, region: found.ok ? found.value.key.region : region, price: found.ok ? found.value : null });
    }
    if (regions.size === 0 && filter.region === undefined) offers.push({ nodeType, region: null, price: null });
  }
  const rank = (offer: NodeOffer): number => (!offer.price ? 2 : offer.price.effectivePerHour.currency === currency ? 0 : 1);
  return offers
    .filter(({ price }) => {
      if (!maxPrice) return true;
      return price !== null && price.effectivePerHour.currency === currency && price.effectivePerHour.amount.lessThanOrEqualTo(maxPrice);
    })
    .sort((a, b) => {
      const byRank = rank(a) - rank(b);
      if (byRank !== 0 || !a.price || !b.price) return byRank;
      return a.price.effectivePerHour.amount.comparedTo(b.price.effectivePerHour.amount);
    });
};
