import type { PriceKey } from '../catalog/price-key.ts';
import type { ModelInput } from './model-input.ts';
import { priceKeyReader } from './read-own-prices.ts';
import { readTable } from './read-table.ts';
import { placementsTable } from './tables/placements-table.ts';
import { priceSheetTable } from './tables/price-tables.ts';

/**
 * What the workbook could be charged for: the node of every placement and of every own price, whatever it is bought as,
 * so that all ways of buying it can be compared. Rows with a problem are left out; the check of the tables tells them.
 */
export const usedPriceKeys = (input: ModelInput): PriceKey[] => {
  const keys = new Map<string, PriceKey>();
  for (const spec of [placementsTable, priceSheetTable]) {
    const { table } = readTable(input, spec);
    const keyOf = priceKeyReader(table);
    for (const row of table.rows) {
      const found = row.isBroken ? null : keyOf(row);
      if (found?.ok) keys.set(Object.values(found.value.key).join('|').toLowerCase(), found.value.key);
    }
  }
  return [...keys.values()];
};
