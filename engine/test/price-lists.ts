import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importPriceList, type PriceListOptions } from '../catalog/price-lists/price-list-import.ts';
import type { ImportedPrice } from '../catalog/price-lists/imported-price.ts';
import type { PriceListReading, SkipReason } from '../catalog/price-lists/import-report.ts';
import { starterCatalog } from '../catalog/starter-catalog.ts';

const folder = fileURLToPath(new URL('../catalog/price-lists/test-lists/', import.meta.url));

/** A list of a few rows, written by hand in the provider's format. */
export const testList = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}${name}`));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const everything: PriceListOptions = {
  filter: { kind: 'names', regions: [], nodeTypes: [], operatingSystems: [] },
  fileName: 'list',
  readOn: '2026-11-01',
  compositions: starterCatalog.compositions.filter(({ series }) => series === 'n2' || series === 'a2'),
};

/** Reads the bytes in chunks of these sizes, the last for all that remains. */
export const readList = (
  bytes: Uint8Array,
  options: Partial<PriceListOptions> = {},
  chunkSizes: readonly number[] = [],
): PriceListReading => {
  const reading = importPriceList({ ...everything, ...options });
  let from = 0;
  for (const size of chunkSizes) {
    reading.write(bytes.slice(from, from + size));
    from += size;
  }
  reading.write(bytes.slice(from));
  return reading.end();
};

/** `us-east-1 t3.medium linux shared on-demand`: what a price is for. */
export const nameOf = ({ key, purchase }: ImportedPrice): string =>
  [key.region, key.nodeType, key.operatingSystem, key.tenancy, purchase].join(' ');

export const skips = ({ report }: PriceListReading): Partial<Record<SkipReason, readonly [number, number]>> =>
  Object.fromEntries(report.skipped.map(({ reason, count, firstRow }) => [reason, [count, firstRow]]));
