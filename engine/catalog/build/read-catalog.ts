import type { Catalog } from '../catalog.ts';
import type { ComponentPrice, NodeComposition } from '../component-price.ts';
import type { DiscountAssumption } from '../discount-assumption.ts';
import type { ListedPrice } from '../listed-price.ts';
import { nodeFamilies, type NodeType } from '../node-type.ts';
import { operatingSystems, tenancies } from '../price-key.ts';
import { isCurrencyCode } from '../../money/currency.ts';
import { money, type Money } from '../../money/money.ts';
import { Problems, readTable, type CatalogRow } from './catalog-table.ts';
import { checkCatalog } from './check-catalog.ts';
import { readTariffs } from './read-tariffs.ts';

/** The data files by their path in `engine/catalog/data`, e.g. `node-types/aws.csv`. */
export type DataFiles = ReadonlyMap<string, string>;

interface Source {
  readonly source: string;
  readonly asOf: string;
}

const validityColumns = ['ValidFrom', 'ValidTo', 'SourceId'] as const;
const keyColumns = ['Os', 'Tenancy', 'Purchase'] as const;
const columns = {
  sources: ['SourceId', 'Source', 'AsOf'],
  nodeTypes: [
    'Provider', 'NodeType', 'Family', 'VCpu', 'PhysicalCores', 'MemoryGiB', 'GpuModel', 'GpuCount', 'GpuMemoryGiB', 'LocalSsdGiB',
    'Architecture', 'Series', 'SourceId',
  ],
  prices: ['Provider', 'Region', 'NodeType', ...keyColumns, 'UnitPrice', 'Upfront', 'Currency', ...validityColumns],
  components: [
    'Provider', 'Series', 'Region', ...keyColumns, 'PerVCpuHour', 'PerMemoryGiBHour', 'PerGpuHour', 'PerLocalSsdGiBHour', 'Currency',
    ...validityColumns,
  ],
  discounts: ['AssumptionId', 'Provider', 'Family', 'Series', 'Purchase', 'Discount', 'UpfrontShare', 'Source', 'AsOf'],
} as const;

/** Reads and checks all data files; every problem found, not only the first. */
export const readCatalog = (files: DataFiles): { readonly catalog: Catalog; readonly problems: readonly string[] } => {
  const problems = new Problems();
  const rowsOf = (prefix: string, header: readonly string[]): CatalogRow[] => {
    const found = [...files].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
    if (found.length === 0) problems.add(prefix, 1, 'no such file');
    return found.flatMap(([name, text]) => readTable(name, text, header, problems));
  };

  const sources = new Map<string, Source>();
  const usedSources = new Set<string>();
  const sourceRows = rowsOf('sources.csv', columns.sources);
  for (const row of sourceRows) sources.set(row.text('SourceId'), { source: row.text('Source'), asOf: row.optionalDate('AsOf') ?? '' });
  const sourceOf = (row: CatalogRow): Source => {
    const id = row.text('SourceId');
    usedSources.add(id);
    const source = sources.get(id);
    if (!source) row.problem(`SourceId ${id} is not in sources.csv`);
    return source ?? { source: '', asOf: '' };
  };
  const currencyOf = (row: CatalogRow): string => {
    const currency = row.text('Currency');
    if (!isCurrencyCode(currency)) row.problem(`Currency is ${currency}`);
    return currency;
  };

  const compositions: NodeComposition[] = [];
  const nodeTypes = rowsOf('node-types/', columns.nodeTypes).map((row): NodeType => {
    const nodeType: NodeType = {
      provider: row.text('Provider'), name: row.text('NodeType'), family: row.choice('Family', nodeFamilies),
      vcpuCount: row.optionalNumber('VCpu'), physicalCoreCount: row.optionalNumber('PhysicalCores'),
      memoryGib: row.optionalNumber('MemoryGiB'), gpuModel: row.optionalText('GpuModel'),
      gpuCount: row.optionalNumber('GpuCount') ?? 0, gpuMemoryGib: row.optionalNumber('GpuMemoryGiB'),
      architecture: row.optionalText('Architecture'), ...sourceOf(row),
    };
    if ((nodeType.gpuModel === null) !== (nodeType.gpuCount === 0)) row.problem('GpuModel and GpuCount do not go together');
    if (nodeType.physicalCoreCount !== null && nodeType.physicalCoreCount > (nodeType.vcpuCount ?? 0)) row.problem('more cores than vCPUs');
    const series = row.optionalText('Series');
    if (series !== null) {
      const { vcpuCount, memoryGib } = nodeType;
      if (vcpuCount === null || memoryGib === null) row.problem('a built type needs VCpu and MemoryGiB');
      compositions.push({
        provider: nodeType.provider, nodeType: nodeType.name, series,
        counts: { vcpu: vcpuCount ?? 0, memory: memoryGib ?? 0, gpu: nodeType.gpuCount, 'local-ssd': row.optionalNumber('LocalSsdGiB') ?? 0 },
      });
    }
    return nodeType;
  });

  const prices = rowsOf('prices/', columns.prices).map((row): ListedPrice => {
    const currency = currencyOf(row);
    const unitPrice = row.decimal('UnitPrice');
    const upfront = row.optionalDecimal('Upfront');
    const purchase = row.purchase();
    if (!unitPrice?.greaterThan(0) && !upfront?.greaterThan(0)) row.problem('neither UnitPrice nor Upfront is above 0');
    if (upfront && purchase.kind !== 'reserved') row.problem('Upfront of what is no reservation');
    return {
      key: {
        provider: row.text('Provider'), region: row.text('Region'), nodeType: row.text('NodeType'),
        operatingSystem: row.choice('Os', operatingSystems), tenancy: row.choice('Tenancy', tenancies),
      },
      purchase, recurringPerHour: money(unitPrice ?? 0, currency), upfront: money(upfront ?? 0, currency),
      ...row.validity(), ...sourceOf(row),
    };
  });

  const componentPrices = rowsOf('gcp-components.csv', columns.components).map((row): ComponentPrice => {
    const currency = currencyOf(row);
    const optional = (column: string): Money | null => {
      const amount = row.optionalDecimal(column);
      return amount && money(amount, currency);
    };
    return {
      provider: row.text('Provider'), series: row.text('Series'), region: row.text('Region'),
      operatingSystem: row.choice('Os', operatingSystems), tenancy: row.choice('Tenancy', tenancies), purchase: row.purchase(),
      currency,
      perHour: {
        vcpu: money(row.decimal('PerVCpuHour') ?? 0, currency), memory: money(row.decimal('PerMemoryGiBHour') ?? 0, currency),
        gpu: optional('PerGpuHour'), 'local-ssd': optional('PerLocalSsdGiBHour'),
      },
      ...row.validity(), ...sourceOf(row),
    };
  });

  const discounts = rowsOf('discounts.csv', columns.discounts).map((row): DiscountAssumption => {
    const discountFraction = row.optionalNumber('Discount') ?? 0;
    const upfrontFraction = row.optionalNumber('UpfrontShare') ?? 0;
    if (discountFraction <= 0 || discountFraction >= 1) row.problem('Discount is not between 0 and 1');
    if (upfrontFraction > 1) row.problem('UpfrontShare is above 1');
    const series = row.optionalText('Series');
    const family = series === null ? row.choice('Family', nodeFamilies) : null;
    if (series !== null && row.optionalText('Family') !== null) row.problem('a series is narrower than a family: state one');
    return {
      id: row.text('AssumptionId'), provider: row.text('Provider'), family, series, purchase: row.purchase(),
      discountFraction, upfrontFraction, source: row.text('Source'), asOf: row.optionalDate('AsOf') ?? '',
    };
  });

  const tariffs = readTariffs({ rowsOf, sourceOf, currencyOf });
  for (const row of sourceRows) if (!usedSources.has(row.text('SourceId'))) row.problem('no row uses this source');

  const date = [...nodeTypes, ...prices, ...componentPrices, ...discounts].reduce((newest, { asOf }) => (asOf > newest ? asOf : newest), '');
  const catalog: Catalog = { date, nodeTypes, prices, componentPrices, compositions, discounts, ...tariffs };
  return { catalog, problems: [...problems.list, ...checkCatalog(catalog)] };
};
