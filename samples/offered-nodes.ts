import { listNodeTypes, makePriceBook, starterCatalog, type NodeFilter } from '../engine/index.ts';

const header = [
  'Provider', 'Region', 'NodeType', 'VCpu', 'MemoryGiB', 'GpuModel', 'GpuCount', 'UnitPrice', 'Currency', 'Basis', 'Source', 'AsOf',
];

/** What CLOUD.NODES must have spilled: the catalog's offers, cheapest first; what is unknown shows nothing. */
export const offeredNodes = (filter: NodeFilter): readonly (readonly (string | number | null)[])[] => [
  header,
  ...listNodeTypes(makePriceBook(starterCatalog), filter).map(({ nodeType, region, price }) => [
    nodeType.provider, region, nodeType.name, nodeType.vcpuCount, nodeType.memoryGib, nodeType.gpuModel, nodeType.gpuCount,
    price?.effectivePerHour.amount.toNumber() ?? null, price?.effectivePerHour.currency ?? null,
    price?.basis ?? null, price?.source ?? null, price?.asOf ?? null,
  ]),
];
