import type { Issue } from '../../issue/issue.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { OwnedHardware } from '../../owning/owned-hardware.ts';
import type { OwnedAsset } from '../../report/owned-asset.ts';
import { planRacks } from '../../simulation/sizing/rack-plan.ts';
import type { ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import { readRacks } from '../racks/read-racks.ts';
import { namedRows, type NamedRow } from '../reading/named-rows.ts';
import { unknownName } from '../reading/unknown-name.ts';
import { ownHardwareTable } from '../tables/owning-tables.ts';

export interface PlannedAsset extends OwnedAsset {
  /** Null: compared by the hour only. */
  readonly workloadId: string | null;
  readonly unitsPerNode: number;
  readonly at: Locator;
}

/** Equal servers as they stand in racks. */
interface RackedServers {
  readonly id: string;
  readonly servers: number;
  readonly powerKw: number;
  /** Those they share with others by the space they take. */
  readonly racks: number;
}

const wattsPerKw = 1000;

const rackedServers = (input: ModelInput): RackedServers[] => {
  const { racks, servers } = readRacks(input);
  const { bins } = planRacks(racks, servers);
  return servers.map(({ id, count, needs }) => ({
    id,
    servers: count,
    powerKw: (count * (needs.power ?? 0)) / wattsPerKw,
    racks: bins.reduce((sum, bin) => sum + (bin.count * (bin.items.get(id) ?? 0) * (needs.space ?? 0)) / bin.used.space, 0),
  }));
};

const staffOf = ({ stated, number }: NamedRow, servers: number): number => {
  const each = stated('ServersPerPerson');
  return stated('StaffPerYear') ?? (each === null ? 0 : (servers / each) * number('PersonPerYear'));
};

const problems = ({ stated, text, at }: NamedRow, racked: readonly RackedServers[]): Issue[] => [
  ...unknownName(text('ServerId'), racked.map(({ id }) => id), 'ServerId', 'Servers', at),
  ...(stated('ServersPerPerson') !== null && stated('PersonPerYear') === null
    ? [makeIssue('blank-cell', { column: 'PersonPerYear' }, { location: at('ServersPerPerson') })]
    : []),
  ...(stated('RackPerYear') !== null && text('ServerId') === null
    ? [makeIssue('blank-cell', { column: 'ServerId' }, { location: at('RackPerYear') })]
    : []),
];

/** Rows of OwnHardware by name. What is blank and has no default is not paid. */
export const readOwnHardware = (
  input: ModelInput,
  annualRate: number,
): { readonly assets: readonly PlannedAsset[]; readonly issues: readonly Issue[] } => {
  const { rows, issues } = namedRows(input, ownHardwareTable);
  const racked = rows.some(({ text }) => text('ServerId') !== null) ? rackedServers(input) : [];
  const assets = rows.map((row): PlannedAsset => {
    const { name, number, stated, text, at } = row;
    const inRacks = racked.find(({ id }) => id.toLowerCase() === text('ServerId')?.toLowerCase());
    const servers = inRacks?.servers ?? number('Servers');
    const hardware: OwnedHardware = {
      capex: number('Capex'),
      annualRate,
      lifeYears: number('LifeYears'),
      salvageShare: number('SalvageShare'),
      powerKw: stated('PowerKw') ?? inRacks?.powerKw ?? 0,
      loadFactor: number('LoadFactor'),
      pue: number('Pue'),
      energyPerKwh: number('EnergyPerKwh'),
      colocationPerKwMonth: number('ColocationPerKwMonth'),
      maintenanceShare: number('MaintenanceShare') + number('SpareShare'),
      staffPerYear: staffOf(row, servers) + number('OtherPerYear') + (inRacks?.racks ?? 0) * number('RackPerYear'),
    };
    return {
      name, hardware, servers, at,
      units: number('Units'),
      refresh: { purchases: number('Purchases'), priceChange: number('PriceChange') },
      utilization: number('Utilization'),
      cloudPrice: number('CloudPrice'),
      networkShare: number('NetworkShare'),
      workloadId: text('WorkloadId'),
      unitsPerNode: number('UnitsPerNode'),
    };
  });
  return { assets, issues: [...issues, ...rows.flatMap(row => problems(row, racked))] };
};
