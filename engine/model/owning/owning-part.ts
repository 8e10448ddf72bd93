import type { OwnedHardware } from '../../owning/owned-hardware.ts';
import type { OwnedAsset } from '../../report/owned-asset.ts';
import { buildBreakEven } from '../../report/tables/break-even.ts';
import { buildTco } from '../../report/tables/tco.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { ModelPart } from '../parts/model-part.ts';
import { numberColumn, readTable, textColumn } from '../reading/read-table.ts';
import { ownHardwareTable } from '../tables/owning-tables.ts';

/** Rows of OwnHardware by name. What is blank and has no default is not paid. */
const readOwnHardware = (input: ModelInput, annualRate: number) => {
  const { table, issues } = readTable(input, ownHardwareTable);
  const name = textColumn(table, 'AssetId');
  const columns = new Map(ownHardwareTable.columns.map(({ id }) => [id, numberColumn(table, id)]));
  const assets = table.rows.flatMap((row): OwnedAsset[] => {
    if (row.isBroken) return [];
    const value = (id: string): number => columns.get(id)?.(row) ?? 0;
    const hardware: OwnedHardware = {
      capex: value('Capex'),
      annualRate,
      lifeYears: value('LifeYears'),
      salvageShare: value('SalvageShare'),
      powerKw: value('PowerKw'),
      loadFactor: value('LoadFactor'),
      pue: value('Pue'),
      energyPerKwh: value('EnergyPerKwh'),
      colocationPerKwMonth: value('ColocationPerKwMonth'),
      maintenanceShare: value('MaintenanceShare'),
      staffPerYear: value('StaffPerYear') + value('OtherPerYear'),
    };
    return [{ name: name(row) ?? '', hardware, units: value('Units'), utilization: value('Utilization'), cloudPrice: value('CloudPrice') }];
  });
  return { assets: assets.sort((a, b) => byName(a.name, b.name)), issues };
};

/** What hardware of one's own costs by year, and from which use on it beats renting: asked by the table OwnHardware. */
export const owningPart: ModelPart = {
  id: 'owning',
  specs: [ownHardwareTable],
  ask({ input, settings }) {
    const { assets, issues } = readOwnHardware(input, settings.discountRate);
    return {
      issues,
      standsAlone: true,
      answer: () => ({
        issues: [],
        makeReport(_results, ledger) {
          const [breakEven, tco] = [buildBreakEven(assets, ledger), buildTco(assets, ledger)];
          return { tables: [breakEven.table, tco.table], charts: [...breakEven.charts, ...tco.charts], checks: tco.checks };
        },
      }),
    };
  },
};
