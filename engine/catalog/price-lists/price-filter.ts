import type { PriceKey } from '../price-key.ts';

/** Which prices of a list are wanted. Names match in any letter case. */
export type PriceFilter =
  /** Prices of exactly these combinations, under every purchase option. */
  | { readonly kind: 'keys'; readonly keys: readonly PriceKey[] }
  /** Prices of these names; an empty list lets every name pass. */
  | {
      readonly kind: 'names';
      readonly regions: readonly string[];
      readonly nodeTypes: readonly string[];
      readonly operatingSystems: readonly string[];
    };

export interface PriceTest {
  /** Cheap: whether any price of that node type in that region could be wanted. */
  mayTake(provider: string, region: string, nodeType: string): boolean;
  takes(key: PriceKey): boolean;
}

const keyText = ({ provider, region, nodeType, operatingSystem, tenancy }: PriceKey): string =>
  `${provider}|${region}|${nodeType}|${operatingSystem}|${tenancy}`.toLowerCase();

const lowerCaseSet = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(name => name.toLowerCase()));

export const priceTest = (filter: PriceFilter): PriceTest => {
  if (filter.kind === 'keys') {
    const keys = new Set(filter.keys.map(keyText));
    const places = new Set(filter.keys.map(key => `${key.provider}|${key.region}|${key.nodeType}`.toLowerCase()));
    return {
      mayTake: (provider, region, nodeType) => places.has(`${provider}|${region}|${nodeType}`.toLowerCase()),
      takes: key => keys.has(keyText(key)),
    };
  }
  const [regions, nodeTypes, systems] = [filter.regions, filter.nodeTypes, filter.operatingSystems].map(lowerCaseSet) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  const passes = (names: ReadonlySet<string>, name: string): boolean => names.size === 0 || names.has(name.toLowerCase());
  const mayTake: PriceTest['mayTake'] = (_provider, region, nodeType) => passes(regions, region) && passes(nodeTypes, nodeType);
  return {
    mayTake,
    takes: ({ provider, region, nodeType, operatingSystem }) =>
      mayTake(provider, region, nodeType) && passes(systems, operatingSystem),
  };
};
