import { commitmentsTable } from './commitments-table.ts';
import { demandFormulasTable, demandProfilesTable, demandSeriesTable, demandShapesTable } from './demand-tables.ts';
import { farmJobsTable, nodeCountsTable, sampleRunsTable } from './farm-tables.ts';
import { feeTables } from './fee-tables.ts';
import { meterUsageTable } from './meter-usage-table.ts';
import { negotiatedTable } from './negotiated-table.ts';
import { placementsTable } from './placements-table.ts';
import { fxRatesTable, nodeTypesTable, priceSheetTable } from './price-tables.ts';
import { servicesTable } from './services-table.ts';
import { settingsTable } from './settings-table.ts';
import type { TableSpec } from './table-spec.ts';

/** Tables every run reads. Those of a part are read where the part is asked. */
export const planTables: readonly TableSpec[] = [
  settingsTable,
  servicesTable,
  demandProfilesTable,
  demandShapesTable,
  demandSeriesTable,
  demandFormulasTable,
  farmJobsTable,
  sampleRunsTable,
  nodeCountsTable,
  placementsTable,
  commitmentsTable,
  meterUsageTable,
  priceSheetTable,
  nodeTypesTable,
  fxRatesTable,
  negotiatedTable,
  ...feeTables,
];

/** Tables, in small letters, that say what things cost and what is committed, and nothing of what runs. */
export const pricingTableIds: ReadonlySet<string> = new Set([
  ...[commitmentsTable, priceSheetTable, fxRatesTable, negotiatedTable, ...feeTables].map(({ id }) => id.toLowerCase()),
  'commitmentexits', 'meters', 'metertiers', 'meterallowances',
]);
