import type { Catalog } from './catalog.ts';
import type { ComponentPrice, NodeComposition } from './component-price.ts';
import type { DiscountAssumption } from './discount-assumption.ts';
import type { ExitRule } from './exit-rule.ts';
import type { ListedPrice } from './listed-price.ts';
import type { NodeFamily, NodeType } from './node-type.ts';
import type { OperatingSystem, Tenancy } from './price-key.ts';
import { parsePurchase } from './purchase-name.ts';
import type { PurchaseOption } from './purchase.ts';
import type { Allowance, Meter, TierTable } from './tier-table.ts';
import { money, type Money } from '../money/money.ts';
import { decimal } from '../numeric/decimal.ts';

/** What all rows of a price group share. */
export interface CompactPriceHead {
  readonly provider: string;
  readonly operatingSystem: OperatingSystem;
  readonly tenancy: Tenancy;
  readonly purchase: string;
  readonly currency: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Index into `sources`. */
  readonly source: number;
}

/** [name, vCPUs, physical cores, GiB, GPUs, GiB of local SSD where components are sold] */
export type CompactNodeType = readonly [string, number | null, number | null, number | null, number, number?];

export interface CompactNodeTypeGroup {
  readonly provider: string;
  readonly family: NodeFamily;
  readonly architecture: string | null;
  readonly gpuModel: string | null;
  readonly gpuMemoryGib: number | null;
  readonly series: string | null;
  readonly source: number;
  readonly rows: readonly CompactNodeType[];
}

/**
 * A catalog folded for shipping: equal columns are said once per group, prices are texts (`0.096`, `0.05+477` with
 * what is due upfront, `-` where there is none). {@link unpackCatalog} unfolds it.
 */
export interface CompactCatalog {
  readonly date: string;
  /** [source, ISO date] */
  readonly sources: readonly (readonly [string, string])[];
  readonly nodeTypes: readonly CompactNodeTypeGroup[];
  /** Rows: [index of the node type in catalog order, price per region, separated by blanks]. */
  readonly prices: readonly (CompactPriceHead & {
    readonly regions: readonly string[];
    readonly rows: readonly (readonly [number, string])[];
  })[];
  /** Rows: [series, region, prices of the components in their order, `-` where there is none]. */
  readonly components: readonly (CompactPriceHead & {
    readonly rows: readonly (readonly [string, string, string])[];
  })[];
  readonly discounts: readonly (Omit<DiscountAssumption, 'purchase'> & { readonly purchase: string })[];
  readonly meters: readonly Meter[];
  /** Meter: index into `meters`. Tiers: `from:price` separated by blanks, `limit:-` at the end where there is one. */
  readonly tiers: readonly (Omit<TierTable, keyof Meter | 'tiers' | 'limit' | 'source' | 'asOf'> & {
    readonly meter: number;
    readonly source: number;
    readonly tiers: string;
  })[];
  readonly allowances: readonly (Omit<Allowance, 'freeQuantity'> & { readonly freeQuantity: string })[];
  readonly exitRules: readonly ExitRule[];
}

const purchaseOf = (word: string): PurchaseOption => {
  const option = parsePurchase(word);
  if (!option.ok) throw new Error(`no purchase option ${word}`);
  return option.value;
};

export const unpackCatalog = (compact: CompactCatalog): Catalog => {
  const provenance = (index: number): { readonly source: string; readonly asOf: string } => {
    const [source, asOf] = compact.sources[index] ?? ['', ''];
    return { source, asOf };
  };
  const nodeTypes: NodeType[] = [];
  const compositions: NodeComposition[] = [];
  for (const { rows, series, source, ...shared } of compact.nodeTypes) {
    for (const [name, vcpuCount, physicalCoreCount, memoryGib, gpuCount, localSsdGib = 0] of rows) {
      nodeTypes.push({ ...shared, name, vcpuCount, physicalCoreCount, memoryGib, gpuCount, ...provenance(source) });
      if (series === null || vcpuCount === null || memoryGib === null) continue;
      const counts = { vcpu: vcpuCount, memory: memoryGib, gpu: gpuCount, 'local-ssd': localSsdGib };
      compositions.push({ provider: shared.provider, nodeType: name, series, counts });
    }
  }
  return {
    date: compact.date,
    nodeTypes,
    compositions,
    prices: compact.prices.flatMap(group => unpackPrices(group, nodeTypes, provenance(group.source))),
    componentPrices: compact.components.flatMap(group => {
      const { provider, operatingSystem, tenancy, currency, validFrom, validTo } = group;
      const purchase = purchaseOf(group.purchase);
      return group.rows.map(([series, region, texts]): ComponentPrice => {
        const prices = texts.split(' ');
        const priceOf = (place: number): Money | null => {
          const text = prices[place] ?? '-';
          return text === '-' ? null : money(text, currency);
        };
        const perHour = { vcpu: priceOf(0), memory: priceOf(1), gpu: priceOf(2), 'local-ssd': priceOf(3) };
        const rest = { currency, perHour, validFrom, validTo, ...provenance(group.source) };
        return { provider, series, region, operatingSystem, tenancy, purchase, ...rest };
      });
    }),
    discounts: compact.discounts.map(discount => ({ ...discount, purchase: purchaseOf(discount.purchase) })),
    tierTables: compact.tiers.map(({ meter, tiers, source, ...head }): TierTable => {
      const steps = tiers.split(' ').map(text => text.split(':') as [string, string]);
      return {
        ...(compact.meters[meter] as Meter),
        ...head,
        ...provenance(source),
        tiers: steps
          .filter(([, price]) => price !== '-')
          .map(([from, price]) => ({ fromQuantity: decimal(from), unitPrice: decimal(price) })),
        limit: steps.filter(([, price]) => price === '-').map(([from]) => decimal(from))[0] ?? null,
      };
    }),
    allowances: compact.allowances.map(allowance => ({ ...allowance, freeQuantity: decimal(allowance.freeQuantity) })),
    exitRules: compact.exitRules,
  };
};

const unpackPrices = (
  group: CompactCatalog['prices'][number],
  nodeTypes: readonly NodeType[],
  provenance: { readonly source: string; readonly asOf: string },
): ListedPrice[] => {
  const { provider, operatingSystem, tenancy, currency, validFrom, validTo } = group;
  const purchase = purchaseOf(group.purchase);
  const none = money(0, currency);
  const prices: ListedPrice[] = [];
  for (const [index, texts] of group.rows) {
    const nodeType = nodeTypes[index]?.name ?? '';
    texts.split(' ').forEach((text, column) => {
      if (text === '-') return;
      const [unit = '', upfront] = text.split('+');
      prices.push({
        key: { provider, region: group.regions[column] ?? '', nodeType, operatingSystem, tenancy },
        purchase,
        recurringPerHour: money(unit, currency),
        upfront: upfront === undefined ? none : money(upfront, currency),
        validFrom,
        validTo,
        ...provenance,
      });
    });
  }
  return prices;
};
