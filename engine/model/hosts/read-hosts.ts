import type { OperatingSystem, PriceKey } from '../../catalog/price-key.ts';
import type { Issue } from '../../issue/issue.ts';
import type { GuestKind, HostPool } from '../../simulation/sizing/host-pool.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { guestsTable, hostPoolsTable, vcpuPerCoreOf, type GuestClass } from '../tables/host-tables.ts';

export type StatedGuest = GuestKind & { readonly application: string; readonly at: Locator };

/** A row of HostPools with its guests. What a node type is to give is null in `has` and in the cost. */
export interface StatedPool extends HostPool {
  /** Null: hosts of one's own. */
  readonly node: PriceKey | null;
  readonly costPerMonth: number | null;
  readonly replaced: { readonly servers: number; readonly costPerMonth: number; readonly bookValue: number };
  readonly pilotHostMonths: number;
  readonly moveGbps: number | null;
  readonly reimageMinutes: number | null;
  readonly guests: readonly StatedGuest[];
  readonly at: Locator;
}

export interface ReadHosts {
  readonly pools: readonly StatedPool[];
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

const readGuests = (table: ReadTable): Map<string, StatedGuest[]> => {
  const text = (id: string) => textColumn(table, id);
  const columns = new Map(guestsTable.columns.map(({ id }) => [id, numberColumn(table, id)]));
  const [guestId, hostId, application, kind] = [text('GuestId'), text('HostId'), text('Application'), text('Class')];
  const byHost = new Map<string, StatedGuest[]>();
  for (const row of table.rows) {
    if (row.isBroken) continue;
    const value = (id: string): number | null => columns.get(id)?.(row) ?? null;
    const id = guestId(row) ?? '';
    const guest: StatedGuest = {
      id,
      application: application(row) ?? id,
      count: value('Count') ?? 1,
      vcpuCount: value('VCpus') ?? 0,
      vcpuPerCore: value('VCpuPerCore') ?? vcpuPerCoreOf[(kind(row) ?? 'computing') as GuestClass],
      busyShare: value('BusyShare'),
      systemCores: value('SystemCores') ?? 0,
      systemMemoryGib: value('SystemMemoryGiB') ?? 0,
      takes: {
        memory: value('MemoryGiB'), GPUs: value('Gpus'), scratch: value('ScratchGB'), 'disk operations': value('DiskIops'), network: value('NetworkGbps'),
      },
      at: columnId => locate(table, row, columnId),
    };
    const host = (hostId(row) ?? '').toLowerCase();
    byHost.set(host, [...(byHost.get(host) ?? []), guest]);
  }
  return byHost;
};

/** Hosts and guests by name, so that no result depends on the order of rows. */
export const readHosts = (input: ModelInput): ReadHosts => {
  const [hostReading, guestReading] = [readTable(input, hostPoolsTable), readTable(input, guestsTable)];
  const { table } = hostReading;
  const guests = readGuests(guestReading.table);
  const text = (id: string) => textColumn(table, id);
  const columns = new Map(hostPoolsTable.columns.map(({ id }) => [id, numberColumn(table, id)]));
  const [hostId, provider, region, nodeType, os] = [text('HostId'), text('Provider'), text('Region'), text('NodeType'), text('Os')];
  const pools = table.rows.flatMap((row): StatedPool[] => {
    if (row.isBroken) return [];
    const value = (id: string): number | null => columns.get(id)?.(row) ?? null;
    const amount = (id: string): number => value(id) ?? 0;
    const id = hostId(row) ?? '';
    const name = nodeType(row);
    const own = guests.get(id.toLowerCase()) ?? [];
    return [{
      id,
      node: name === null ? null : {
        provider: provider(row) ?? '', region: region(row) ?? '', nodeType: name, operatingSystem: (os(row) ?? 'linux') as OperatingSystem, tenancy: 'shared',
      },
      has: {
        cores: value('Cores'), memory: value('MemoryGiB'), GPUs: value('Gpus'), scratch: value('ScratchGB'), 'disk operations': value('DiskIops'),
        network: value('NetworkGbps'),
      },
      costPerMonth: value('CostPerMonth'),
      mostHosts: value('MostHosts') ?? Number.MAX_SAFE_INTEGER,
      reservedMemoryGib: amount('ReservedMemoryGiB'),
      overheads: [amount('LayerOverhead'), amount('NestedOverhead')],
      targetUtilization: value('TargetUtilization') ?? 1,
      headroom: amount('Headroom'),
      spareHosts: amount('SpareHosts'),
      replaced: { servers: amount('ReplacedServers'), costPerMonth: amount('ReplacedCostPerMonth'), bookValue: amount('ReplacedBookValue') },
      pilotHostMonths: amount('PilotHosts') * amount('PilotMonths'),
      moveGbps: value('MoveGbps'),
      reimageMinutes: value('ReimageMinutes'),
      guests: own.sort((a, b) => byName(a.id, b.id)),
      at: columnId => locate(table, row, columnId),
    }];
  });
  return {
    pools: pools.sort((a, b) => byName(a.id, b.id)),
    tables: [table, guestReading.table],
    issues: [...hostReading.issues, ...guestReading.issues],
  };
};
