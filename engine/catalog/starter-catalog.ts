import type { Catalog } from './catalog.ts';
import { unpackCatalog, type CompactCatalog } from './compact-catalog.ts';
import { starterCatalogParts } from './data/starter-catalog.generated.ts';

const parsedParts = Object.entries(starterCatalogParts).map(([name, text]) => [name, JSON.parse(text)]);

/** The catalog that ships with the product. Built from the CSV files in `data/` by `npm run catalog`. */
export const starterCatalog: Catalog = unpackCatalog(Object.fromEntries(parsedParts) as CompactCatalog);
