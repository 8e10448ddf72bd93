import type { PriceListSource } from '../automation.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** A file of the reader's, a piece at a time: lists of gigabytes are never in memory. */
export const fileSource = (file: File): PriceListSource => {
  const saved = new Date(file.lastModified);
  return {
    name: file.name,
    byteCount: file.size,
    readOn: `${saved.getFullYear()}-${two(saved.getMonth() + 1)}-${two(saved.getDate())}`,
    async *chunks() {
      const reader = file.stream().getReader();
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
      } finally {
        await reader.cancel();
      }
    },
  };
};
