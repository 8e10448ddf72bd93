import { makePriceBook, starterCatalog, type FxRate, type Issue, type OwnPrices, type PriceBook } from '../../engine/index.ts';
import { issuesError } from './cell-error.ts';

/** What every worksheet function stands on: the catalog overlaid by the workbook's own tables. */
export interface CurrentPrices {
  readonly book: PriceBook;
  readonly fxRates: readonly FxRate[];
  /** How this workbook counts the days of a serial date. */
  readonly dateSystem: 1900 | 1904;
}

let current: CurrentPrices | { readonly issues: readonly Issue[] } | null = null;

/** The prices of the moment: until the workbook's own are read, the catalog alone. */
export function currentPrices(): CurrentPrices {
  current ??= { book: makePriceBook(starterCatalog), fxRates: [], dateSystem: 1900 };
  if ('issues' in current) throw issuesError(current.issues);
  return current;
}

/** Puts the workbook's own prices on top of the catalog. The caller recalculates the cells that stand on them. */
export function usePrices({ prices, nodeTypes, fxRates }: OwnPrices, dateSystem: 1900 | 1904): void {
  current = { book: makePriceBook(starterCatalog, prices, nodeTypes), fxRates, dateSystem };
}

/** The workbook's own price tables cannot be read: a list price in their stead would be a wrong answer. */
export function refusePrices(issues: readonly Issue[]): void {
  current = { issues };
}
