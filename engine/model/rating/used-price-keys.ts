import type { OperatingSystem, PriceKey, Tenancy } from '../../catalog/price-key.ts';
import { computeKey } from './meter-rates.ts';
import type { ModelInput } from '../model-input.ts';
import { priceKeyReader } from '../reading/read-own-prices.ts';
import { readTable, textColumn } from '../reading/read-table.ts';
import { commitmentsTable } from '../tables/commitments-table.ts';
import { placementsTable } from '../tables/placements-table.ts';
import { priceSheetTable } from '../tables/price-tables.ts';

/** Input tables that say which nodes a workbook uses. */
export const tablesOfUse: readonly string[] = [placementsTable.id, commitmentsTable.id, priceSheetTable.id];

/** What commitments are for; a family or series names no node type, and no price list knows it. */
const committedKeys = (input: ModelInput): PriceKey[] => {
  const { table } = readTable(input, commitmentsTable);
  const [provider, region, nodeType, os, tenancy] = ['Provider', 'Region', 'NodeTypeOrFamily', 'Os', 'Tenancy'].map(id =>
    textColumn(table, id),
  ) as [Reader, Reader, Reader, Reader, Reader];
  return table.rows.flatMap((row): PriceKey[] => {
    const key = { provider: provider(row), region: region(row), nodeType: nodeType(row) };
    if (row.isBroken || key.provider === null || key.region === null || key.nodeType === null) return [];
    return [
      {
        provider: key.provider,
        region: key.region,
        nodeType: key.nodeType,
        operatingSystem: os(row) as OperatingSystem,
        tenancy: tenancy(row) as Tenancy,
      },
    ];
  });
};
type Reader = ReturnType<typeof textColumn>;

/**
 * What the workbook could be charged for: the node of every placement, commitment and own price, whatever it is bought
 * as, so that all ways of buying it can be compared; of a Windows node on Azure also the machine alone, which is what its
 * reservations cover. Rows with a problem are left out; the check of the tables tells them.
 */
export const usedPriceKeys = (input: ModelInput): PriceKey[] => {
  const keys = new Map<string, PriceKey>();
  const add = (key: PriceKey): void => {
    for (const each of [key, computeKey(key)]) keys.set(Object.values(each).join('|').toLowerCase(), each);
  };
  for (const spec of [placementsTable, priceSheetTable]) {
    const { table } = readTable(input, spec);
    const keyOf = priceKeyReader(table);
    for (const row of table.rows) {
      const found = row.isBroken ? null : keyOf(row);
      if (found?.ok) add(found.value.key);
    }
  }
  committedKeys(input).forEach(add);
  return [...keys.values()];
};
