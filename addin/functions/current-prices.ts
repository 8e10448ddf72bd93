import { makePriceBook, starterCatalog, type FxRate, type NodeType, type OwnPrice, type PriceBook } from '../../engine/index.ts';

/** What every worksheet function stands on: the catalog overlaid by the workbook's own tables. */
export interface CurrentPrices {
  readonly book: PriceBook;
  readonly fxRates: readonly FxRate[];
  /** How this workbook counts the days of a serial date. */
  readonly dateSystem: 1900 | 1904;
}

export interface WorkbookPrices {
  readonly prices: readonly OwnPrice[];
  readonly nodeTypes: readonly NodeType[];
  readonly fxRates: readonly FxRate[];
  readonly dateSystem: 1900 | 1904;
}

let current: CurrentPrices | null = null;

/** The prices of the moment. Until the workbook's own are read, the catalog alone. */
export function currentPrices(): CurrentPrices {
  current ??= { book: makePriceBook(starterCatalog), fxRates: [], dateSystem: 1900 };
  return current;
}

/** Puts the workbook's own prices on top of the catalog. The caller recalculates the cells that stand on them. */
export function useWorkbookPrices({ prices, nodeTypes, fxRates, dateSystem }: WorkbookPrices): void {
  current = { book: makePriceBook(starterCatalog, prices, nodeTypes), fxRates, dateSystem };
}
