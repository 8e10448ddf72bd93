import type { Catalog } from '../catalog.ts';
import { purchaseName } from '../purchase-name.ts';

interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const overlap = (a: Dated, b: Dated): boolean =>
  (a.validFrom ?? '') < (b.validTo ?? '9999-12-31') && (b.validFrom ?? '') < (a.validTo ?? '9999-12-31');

/** What no single row can tell: names said twice, prices that hold at the same time, types without a price. */
export const checkCatalog = (catalog: Catalog): string[] => {
  const problems: string[] = [];
  const names = new Set<string>();
  for (const { provider, name } of catalog.nodeTypes) {
    const id = `${provider}/${name}`.toLowerCase();
    if (names.has(id)) problems.push(`${id}: stated twice`);
    names.add(id);
  }

  const rowsOf = new Map<string, Dated[]>();
  const add = (id: string, row: Dated): void => {
    const others = rowsOf.get(id) ?? [];
    if (others.some(other => overlap(other, row))) problems.push(`${id}: two rows hold at the same time`);
    rowsOf.set(id, [...others, row]);
  };
  const priced = new Set<string>();
  for (const row of catalog.prices) {
    const { provider, region, nodeType, operatingSystem, tenancy } = row.key;
    const id = `${provider}/${nodeType}`.toLowerCase();
    if (!names.has(id)) problems.push(`${id}: priced, but not a node type`);
    priced.add(id);
    add([provider, region, nodeType, operatingSystem, tenancy, purchaseName(row.purchase)].join(' '), row);
  }
  const series = new Set<string>();
  for (const row of catalog.componentPrices) {
    series.add(`${row.provider}/${row.series}`);
    add([row.provider, row.region, row.series, row.operatingSystem, row.tenancy, purchaseName(row.purchase)].join(' '), row);
  }
  for (const { provider, nodeType, series: own } of catalog.compositions) {
    if (!series.has(`${provider}/${own}`)) problems.push(`${provider}/${nodeType}: no component price of series ${own}`);
    priced.add(`${provider}/${nodeType}`.toLowerCase());
  }
  const allowances = new Set(catalog.allowances.map(({ id }) => id));
  for (const { meter, provider, region, zone, allowanceId, ...row } of catalog.tierTables) {
    add([provider, region, meter, zone ?? ''].join(' '), row);
    if (allowanceId !== null && !allowances.has(allowanceId)) problems.push(`${meter}: no allowance ${allowanceId}`);
  }
  for (const { id, ...row } of catalog.allowances) add(id, row);
  for (const id of names) if (!priced.has(id)) problems.push(`${id}: no price known`);
  return problems;
};
