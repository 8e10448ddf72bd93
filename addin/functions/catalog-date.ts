import { currentPrices } from './current-prices.ts';

/**
 * Day of the newest fact in the built-in price catalog, as text such as 2026-01-31; DATEVALUE makes a date of it.
 * @customfunction CATALOGDATE
 * @returns Date as text.
 */
export function catalogDate(): string {
  return currentPrices().book.catalogDate;
}
