import type { Catalog } from '../catalog/catalog.ts';
import type { ComponentPrice, NodeComposition } from '../catalog/component-price.ts';
import type { DiscountAssumption } from '../catalog/discount-assumption.ts';
import type { ListedPrice } from '../catalog/listed-price.ts';
import type { NodeType } from '../catalog/node-type.ts';
import type { PriceKey } from '../catalog/price-key.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import { purchaseName } from '../catalog/purchase-name.ts';
import { indexTerms, type NegotiatedTerm, type NegotiatedTerms } from './negotiation/negotiated-term.ts';

/** A price the analyst states in the workbook: it wins over the catalog's for the same key, purchase and date. */
export interface OwnPrice extends ListedPrice {
  readonly priceId: string;
}

/** Rows of one key and purchase: the workbook's before the catalog's. */
interface PriceRows {
  readonly own: ListedPrice[];
  readonly catalog: ListedPrice[];
}

/** A node type and the regions where a price of it is known. */
interface Offering {
  readonly nodeType: NodeType;
  readonly regions: Set<string>;
}

/**
 * The catalog overlaid by the workbook's own prices, node types and negotiated terms, indexed for lookup. Names match in any letter case.
 * Make one with {@link makePriceBook}; read it with `findPrice`, `listNodeTypes`, `resolveNodeType`.
 */
export interface PriceBook {
  readonly catalogDate: string;
  /** By provider and name, lower case. */
  readonly nodeTypes: ReadonlyMap<string, Offering>;
  readonly regionsByProvider: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlyMap<string, PriceRows>;
  readonly components: ReadonlyMap<string, readonly ComponentPrice[]>;
  readonly compositions: ReadonlyMap<string, NodeComposition>;
  readonly discounts: ReadonlyMap<string, DiscountAssumption>;
  /** What was agreed with the providers: it lowers stated prices. */
  readonly negotiated: NegotiatedTerms;
  /** Purchase words with at least one row or assumption, by provider. */
  readonly purchasesByProvider: ReadonlyMap<string, ReadonlySet<string>>;
}

const joined = (...parts: readonly string[]): string => parts.join('|').toLowerCase();

export const nodeTypeKey = (provider: string, nodeType: string): string => `${provider}|${nodeType}`.toLowerCase();

export const rowKey = (key: PriceKey, purchase: PurchaseOption): string => {
  const { provider, region, nodeType, operatingSystem, tenancy } = key;
  return `${provider}|${region}|${nodeType}|${operatingSystem}|${tenancy}|${purchaseName(purchase)}`.toLowerCase();
};

export const componentKey = (
  { provider, series, region, operatingSystem, tenancy }: Pick<
    ComponentPrice, 'provider' | 'series' | 'region' | 'operatingSystem' | 'tenancy'
  >,
  purchase: PurchaseOption,
): string => `${provider}|${series}|${region}|${operatingSystem}|${tenancy}|${purchaseName(purchase)}`.toLowerCase();

/** Of a family of node types, or of one series. */
export const discountKey = (
  { provider, family, series }: Pick<DiscountAssumption, 'provider' | 'family' | 'series'>,
  purchase: PurchaseOption,
): string => joined(provider, family ?? '', series ?? '', purchaseName(purchase));

const gather = <Value>(map: Map<string, Set<Value>>, key: string, value: Value): void => {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
};

/** A node type known by its price alone: a row of the workbook's price table that no node type table describes. */
const unknownNodeType = (price: ListedPrice): NodeType => ({
  provider: price.key.provider, name: price.key.nodeType, family: 'general', vcpuCount: null, physicalCoreCount: null,
  memoryGib: null, gpuModel: null, gpuCount: 0, gpuMemoryGib: null, architecture: null, source: price.source,
  asOf: price.asOf,
});

export const makePriceBook = (
  catalog: Catalog,
  ownPrices: readonly OwnPrice[] = [],
  ownNodeTypes: readonly NodeType[] = [],
  negotiated: readonly NegotiatedTerm[] = [],
): PriceBook => {
  const nodeTypes = new Map<string, Offering>();
  const regionsByProvider = new Map<string, Set<string>>();
  const purchasesByProvider = new Map<string, Set<string>>();
  const rows = new Map<string, PriceRows>();
  const components = new Map<string, ComponentPrice[]>();
  const seriesRegions = new Map<string, Set<string>>();

  // Own node types come last and replace the catalog's of the same name.
  for (const nodeType of [...catalog.nodeTypes, ...ownNodeTypes]) {
    nodeTypes.set(nodeTypeKey(nodeType.provider, nodeType.name), { nodeType, regions: new Set() });
  }
  const addRow = (price: ListedPrice, side: keyof PriceRows): void => {
    const key = rowKey(price.key, price.purchase);
    let found = rows.get(key);
    if (!found) rows.set(key, (found = { own: [], catalog: [] }));
    found[side].push(price);
    const { provider, region, nodeType } = price.key;
    const typeKey = nodeTypeKey(provider, nodeType);
    let offering = nodeTypes.get(typeKey);
    if (!offering) nodeTypes.set(typeKey, (offering = { nodeType: unknownNodeType(price), regions: new Set() }));
    offering.regions.add(region.toLowerCase());
    gather(regionsByProvider, provider.toLowerCase(), region.toLowerCase());
    gather(purchasesByProvider, provider.toLowerCase(), purchaseName(price.purchase));
  };
  for (const price of catalog.prices) addRow(price, 'catalog');
  for (const price of ownPrices) addRow(price, 'own');

  for (const component of catalog.componentPrices) {
    const key = componentKey(component, component.purchase);
    const list = components.get(key);
    if (list) list.push(component);
    else components.set(key, [component]);
    const provider = component.provider.toLowerCase();
    gather(seriesRegions, joined(provider, component.series), component.region.toLowerCase());
    gather(regionsByProvider, provider, component.region.toLowerCase());
    gather(purchasesByProvider, provider, purchaseName(component.purchase));
  }
  const compositions = new Map<string, NodeComposition>();
  for (const composition of catalog.compositions) {
    const typeKey = nodeTypeKey(composition.provider, composition.nodeType);
    compositions.set(typeKey, composition);
    const regions = seriesRegions.get(joined(composition.provider, composition.series)) ?? new Set();
    for (const region of regions) nodeTypes.get(typeKey)?.regions.add(region);
  }
  const discounts = new Map<string, DiscountAssumption>();
  for (const discount of catalog.discounts) {
    discounts.set(discountKey(discount, discount.purchase), discount);
    gather(purchasesByProvider, discount.provider.toLowerCase(), purchaseName(discount.purchase));
  }
  return {
    catalogDate: catalog.date, nodeTypes, regionsByProvider, rows, components, compositions, discounts,
    negotiated: indexTerms(negotiated), purchasesByProvider,
  };
};
