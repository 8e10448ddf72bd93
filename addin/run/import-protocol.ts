import type { PriceListOptions, PriceListReading } from '../../engine/index.ts';

/** What crosses between page and import thread. The page waits for `more` before it sends on, so that nothing piles up. */
export type ImportRequest =
  | { readonly kind: 'begin'; readonly options: PriceListOptions }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

export type ImportMessage =
  /** Ready for the next chunk; `isStopped` when reading on makes no sense. */
  | { readonly kind: 'more'; readonly isStopped: boolean }
  | { readonly kind: 'done'; readonly reading: PriceListReading }
  /** An exception in the engine: our own mistake, not the list's. */
  | { readonly kind: 'crashed'; readonly message: string };
