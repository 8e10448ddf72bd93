import type { CsvRow } from './csv-rows.ts';

const nameOf = (header: string): string => header.trim().toLowerCase();

/** Cells by the header of their column, in any letter case. */
export interface CsvColumns {
  readonly count: number;
  /** Headers that must be there and are not. */
  readonly missing: readonly string[];
  has(header: string): boolean;
  /** Reads a column; empty text in every row when the list has no such column. */
  text(header: string): (row: CsvRow) => string;
}

export const csvColumns = (header: CsvRow, required: readonly string[]): CsvColumns => {
  const places = new Map<string, number>();
  for (let index = 0; index < header.cellCount; index += 1) {
    const name = nameOf(header.cell(index));
    if (!places.has(name)) places.set(name, index);
  }
  return {
    count: header.cellCount,
    missing: required.filter(name => !places.has(nameOf(name))),
    has: name => places.has(nameOf(name)),
    text(name) {
      const index = places.get(nameOf(name));
      return index === undefined ? () => '' : row => row.cell(index).trim();
    },
  };
};
