import { expect, it } from '@jest/globals';
import { azureRetailQueries } from './azure-retail-query.ts';
import type { PriceFilter } from './price-filter.ts';

const filters = (filter: PriceFilter): string[] =>
  azureRetailQueries(filter).map(address => new URL(address, 'https://prices.azure.com').searchParams.get('$filter') ?? '');
const key = (region: string, nodeType: string, provider = 'azure') =>
  ({ provider, region, nodeType, operatingSystem: 'linux', tenancy: 'shared' }) as const;

it('asks Azure for the sizes that are used, region by region', () => {
  expect(filters({ kind: 'keys', keys: [key('eastus', 'A'), key('eastus', 'B'), key('westus3', "it's"), key('us-east-1', 'm5.large', 'aws')] }))
    .toEqual([
      "serviceName eq 'Virtual Machines' and armRegionName eq 'eastus' and (armSkuName eq 'A' or armSkuName eq 'B')",
      "serviceName eq 'Virtual Machines' and armRegionName eq 'westus3' and armSkuName eq 'it''s'",
    ]);
});

it('asks for whole regions, for sizes anywhere, and for nothing when nothing is named', () => {
  const names = (regions: string[], nodeTypes: string[]) => filters({ kind: 'names', regions, nodeTypes, operatingSystems: [] });
  expect(names(['eastus'], [])).toEqual(["serviceName eq 'Virtual Machines' and armRegionName eq 'eastus'"]);
  expect(names([], ['A'])).toEqual(["serviceName eq 'Virtual Machines' and armSkuName eq 'A'"]);
  expect(names([], [])).toEqual([]);
  expect(names(['r'], Array.from({ length: 31 }, (_, index) => `n${index}`))).toHaveLength(3);
});
