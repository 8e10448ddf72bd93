import type { PriceFilter } from './price-filter.ts';

/** More names make an address longer than servers take. */
const maximumNamesPerQuery = 15;

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The `$filter` of one question for virtual machines of a region (any when empty) and of these sizes (all when empty). */
const filterText = (region: string, nodeTypes: readonly string[]): string => {
  const sizes = nodeTypes.map(name => `armSkuName eq ${quoted(name)}`);
  return [
    `serviceName eq 'Virtual Machines'`,
    ...(region === '' ? [] : [`armRegionName eq ${quoted(region)}`]),
    ...(sizes.length === 0 ? [] : [sizes.length === 1 ? (sizes[0] as string) : `(${sizes.join(' or ')})`]),
  ].join(' and ');
};

const chunks = (names: readonly string[]): (readonly string[])[] =>
  names.length === 0
    ? [[]]
    : Array.from({ length: Math.ceil(names.length / maximumNamesPerQuery) }, (_, index) =>
        names.slice(index * maximumNamesPerQuery, (index + 1) * maximumNamesPerQuery),
      );

/**
 * What to ask the Azure Retail Prices API so that it answers every wanted price: the addresses of first pages, relative to
 * the service. Empty when nothing of Azure is wanted. Azure tells capital letters from small ones.
 */
export const azureRetailQueries = (filter: PriceFilter): string[] => {
  const questions =
    filter.kind === 'names'
      ? (filter.regions.length === 0 && filter.nodeTypes.length === 0 ? [] : filter.regions.length === 0 ? [''] : filter.regions)
          .flatMap(region => chunks(filter.nodeTypes).map(nodeTypes => filterText(region, nodeTypes)))
      : regionsOf(filter.keys).flatMap(([region, nodeTypes]) => chunks(nodeTypes).map(names => filterText(region, names)));
  return questions.map(text => `/api/retail/prices?api-version=2023-01-01-preview&$filter=${encodeURIComponent(text)}`);
};

const regionsOf = (keys: Extract<PriceFilter, { kind: 'keys' }>['keys']): [string, readonly string[]][] => {
  const nodeTypes = new Map<string, Set<string>>();
  for (const { provider, region, nodeType } of keys) {
    if (provider.toLowerCase() !== 'azure') continue;
    const names = nodeTypes.get(region);
    if (names) names.add(nodeType);
    else nodeTypes.set(region, new Set([nodeType]));
  }
  return [...nodeTypes].map(([region, names]) => [region, [...names]]);
};
