import {
  makePriceBook, makeTariffBook, starterCatalog, type FxRate, type Issue, type OwnPrices, type PriceBook, type TariffBook,
} from '../../engine/index.ts';
import { issuesError } from './cell-error.ts';

/** What every worksheet function stands on: the catalog overlaid by the workbook's own tables. */
export interface CurrentPrices {
  readonly book: PriceBook;
  readonly tariffs: TariffBook;
  readonly fxRates: readonly FxRate[];
  /** How this workbook counts the days of a serial date. */
  readonly dateSystem: 1900 | 1904;
}

let current: CurrentPrices | { readonly issues: readonly Issue[] } | null = null;

/** The prices of the moment: until the workbook's own are read, the catalog alone. */
export function currentPrices(): CurrentPrices {
  current ??= { book: makePriceBook(starterCatalog), tariffs: makeTariffBook(starterCatalog), fxRates: [], dateSystem: 1900 };
  if ('issues' in current) throw issuesError(current.issues);
  return current;
}

/** Puts the workbook's own prices on top of the catalog. The caller recalculates the cells that stand on them. */
export function usePrices(own: OwnPrices, dateSystem: 1900 | 1904): void {
  const { prices, nodeTypes, fxRates, negotiated, tariffs } = own;
  current = {
    book: makePriceBook(starterCatalog, prices, nodeTypes, negotiated),
    tariffs: makeTariffBook(starterCatalog, tariffs),
    fxRates,
    dateSystem,
  };
}

/** The workbook's own price tables cannot be read: a list price in their stead would be a wrong answer. */
export function refusePrices(issues: readonly Issue[]): void {
  current = { issues };
}
