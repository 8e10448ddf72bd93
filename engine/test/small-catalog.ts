import type { Catalog } from '../catalog/catalog.ts';
import { starterCatalog } from '../catalog/starter-catalog.ts';

/** The starter catalog's dates without its facts: for workbooks that bring their own prices. */
export const emptyCatalog: Catalog = {
  ...starterCatalog,
  nodeTypes: [],
  prices: [],
  componentPrices: [],
  compositions: [],
  discounts: [],
};

/** A few node types of one region, so that a thousand runs do not index the whole catalog a thousand times. */
export const smallCatalog: Catalog = {
  ...emptyCatalog,
  nodeTypes: starterCatalog.nodeTypes.filter(({ name }) => /^(m7i|c7i)\./.test(name)),
  prices: starterCatalog.prices.filter(({ key }) => key.provider === 'aws' && /^(m7i|c7i)\./.test(key.nodeType)),
};
