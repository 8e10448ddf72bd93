import type { Catalog } from '../catalog.ts';
import type { CompactCatalog, CompactNodeType, CompactNodeTypeGroup, CompactPriceHead } from '../compact-catalog.ts';
import { nodeComponents, type ComponentPrice } from '../component-price.ts';
import type { ListedPrice } from '../listed-price.ts';
import { purchaseName } from '../purchase-name.ts';
import type { Meter } from '../tier-table.ts';

interface Provenance {
  readonly source: string;
  readonly asOf: string;
}

/** Values of one kind under one head, in the order the heads were first met. */
class Groups<Head, Value> {
  readonly #groups = new Map<string, { readonly head: Head; readonly values: Value[] }>();

  add(head: Head, value: Value): void {
    const id = JSON.stringify(head);
    const group = this.#groups.get(id);
    if (group) group.values.push(value);
    else this.#groups.set(id, { head, values: [value] });
  }

  map<Result>(make: (head: Head, values: readonly Value[]) => Result): Result[] {
    return [...this.#groups.values()].map(({ head, values }) => make(head, values));
  }
}

/** Folds a catalog for shipping; the inverse of `unpackCatalog`, except that prices may stand in another order. */
export const packCatalog = (catalog: Catalog): CompactCatalog => {
  const sources: [string, string][] = [];
  const sourceIndexes = new Map<string, number>();
  const sourceOf = ({ source, asOf }: Provenance): number => {
    const id = `${source}|${asOf}`;
    let index = sourceIndexes.get(id);
    if (index === undefined) {
      sourceIndexes.set(id, (index = sources.length));
      sources.push([source, asOf]);
    }
    return index;
  };
  const headOf = (
    row: ListedPrice | ComponentPrice,
    key: Pick<CompactPriceHead, 'provider' | 'operatingSystem' | 'tenancy'>,
    currency: string,
  ) =>
    ({
      provider: key.provider, operatingSystem: key.operatingSystem, tenancy: key.tenancy, currency,
      purchase: purchaseName(row.purchase), validFrom: row.validFrom, validTo: row.validTo, source: sourceOf(row),
    }) satisfies CompactPriceHead;

  const nodeTypes = packNodeTypes(catalog, sourceOf);
  const indexOf = new Map(catalog.nodeTypes.map(({ provider, name }, index) => [`${provider}|${name}`, index]));
  const prices = new Groups<CompactPriceHead, ListedPrice>();
  for (const row of catalog.prices) prices.add(headOf(row, row.key, row.recurringPerHour.currency), row);
  const components = new Groups<CompactPriceHead, ComponentPrice>();
  for (const row of catalog.componentPrices) components.add(headOf(row, row, row.currency), row);

  return {
    date: catalog.date,
    nodeTypes,
    prices: prices.map((head, rows) => {
      const regions = [...new Set(rows.map(row => row.key.region))];
      const cells = new Map<number, string[]>();
      for (const { key, recurringPerHour, upfront } of rows) {
        const index = indexOf.get(`${key.provider}|${key.nodeType}`);
        if (index === undefined) throw new Error(`${key.nodeType} is priced, but no node type`);
        const texts = cells.get(index) ?? regions.map(() => '-');
        const unit = recurringPerHour.amount.toFixed();
        texts[regions.indexOf(key.region)] = upfront.amount.isZero() ? unit : `${unit}+${upfront.amount.toFixed()}`;
        cells.set(index, texts);
      }
      return { ...head, regions, rows: [...cells].map(([index, texts]) => [index, texts.join(' ')] as const) };
    }),
    components: components.map((head, rows) => ({
      ...head,
      rows: rows.map(({ series, region, perHour }) => {
        const prices = nodeComponents.map(component => perHour[component]?.amount.toFixed() ?? '-').join(' ');
        return [series, region, prices.replace(/( -)+$/, '')] as const;
      }),
    })),
    discounts: catalog.discounts.map(discount => ({ ...discount, purchase: purchaseName(discount.purchase) })),
    ...packTariffs(catalog, sourceOf),
    sources,
  };
};

/** Neighbors that share their head become one group, so that the order of node types is kept. */
const packNodeTypes = (catalog: Catalog, sourceOf: (row: Provenance) => number): CompactNodeTypeGroup[] => {
  const compositionOf = new Map(catalog.compositions.map(each => [`${each.provider}|${each.nodeType}`, each]));
  const groups: { readonly id: string; readonly head: Omit<CompactNodeTypeGroup, 'rows'>; readonly rows: CompactNodeType[] }[] = [];
  for (const nodeType of catalog.nodeTypes) {
    const { provider, name, family, architecture, gpuModel, gpuMemoryGib, source, asOf } = nodeType;
    const composition = compositionOf.get(`${provider}|${name}`);
    const series = composition?.series ?? null;
    const head = { provider, family, architecture, gpuModel, gpuMemoryGib, series, source: sourceOf({ source, asOf }) };
    const id = JSON.stringify(head);
    if (groups.at(-1)?.id !== id) groups.push({ id, head, rows: [] });
    const { vcpuCount, physicalCoreCount, memoryGib, gpuCount } = nodeType;
    const row = [name, vcpuCount, physicalCoreCount, memoryGib, gpuCount] as const;
    const localSsdGib = composition?.counts['local-ssd'] ?? 0;
    groups.at(-1)?.rows.push(localSsdGib > 0 ? [...row, localSsdGib] : row);
  }
  return groups.map(({ head, rows }) => ({ ...head, rows }));
};

const packTariffs = (
  { tierTables, allowances, exitRules }: Catalog,
  sourceOf: (row: Provenance) => number,
): Pick<CompactCatalog, 'meters' | 'tiers' | 'allowances' | 'exitRules'> => {
  const meters: Meter[] = [];
  const meterIndexes = new Map<string, number>();
  const tiers = tierTables.map(table => {
    const { provider, meter, unit, serviceCategory, serviceSubcategory, serviceName, source, asOf, ...rest } = table;
    const { tiers: steps, limit, ...head } = rest;
    const id = `${provider}/${meter}`;
    let index = meterIndexes.get(id);
    if (index === undefined) {
      meterIndexes.set(id, (index = meters.length));
      meters.push({ provider, meter, unit, serviceCategory, serviceSubcategory, serviceName });
    }
    const texts = steps.map(step => `${step.fromQuantity.toFixed()}:${step.unitPrice.toFixed()}`);
    const end = limit ? [`${limit.toFixed()}:-`] : [];
    return { ...head, meter: index, source: sourceOf({ source, asOf }), tiers: [...texts, ...end].join(' ') };
  });
  return {
    meters,
    tiers,
    allowances: allowances.map(allowance => ({ ...allowance, freeQuantity: allowance.freeQuantity.toFixed() })),
    exitRules,
  };
};
