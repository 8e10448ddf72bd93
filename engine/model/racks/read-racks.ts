import type { Issue } from '../../issue/issue.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { RackKind, ServerKind } from '../../simulation/sizing/rack-plan.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn } from '../reading/read-table.ts';
import { racksTable, serversTable } from '../tables/rack-tables.ts';

export interface ReadRacks {
  readonly racks: readonly RackKind[];
  readonly servers: readonly (ServerKind & { readonly at: Locator })[];
  readonly issues: readonly Issue[];
}

const wattsPerKw = 1000;

/** Racks and servers by name, so that no result depends on the order of rows. */
export const readRacks = (input: ModelInput): ReadRacks => {
  const [rackReading, serverReading] = [readTable(input, racksTable), readTable(input, serversTable)];
  const issues = [...rackReading.issues, ...serverReading.issues];
  const rack = (id: string) => numberColumn(rackReading.table, id);
  const [rackId, count, units, empty, ports] = [textColumn(rackReading.table, 'RackId'), rack('Count'), rack('RackUnits'), rack('EmptyUnits'), rack('SwitchPorts')];
  const [volts, amperes, derating, cooling, carried] = [rack('Volts'), rack('Amperes'), rack('Derating'), rack('CoolingKw'), rack('CarriedKg')];
  const racks = rackReading.table.rows.flatMap((row): RackKind[] => {
    if (row.isBroken) return [];
    const [height, kept] = [units(row) ?? 0, empty(row) ?? 0];
    if (kept >= height) {
      const location = locate(rackReading.table, row, 'EmptyUnits');
      issues.push(makeIssue('above-maximum', { column: 'EmptyUnits', value: kept, maximum: height }, { location }));
      return [];
    }
    const [volt, ampere, kilowatts] = [volts(row), amperes(row), cooling(row)];
    const room = {
      space: height - kept,
      ports: ports(row),
      power: volt === null || ampere === null ? null : volt * ampere * (derating(row) ?? 1),
      cooling: kilowatts === null ? null : kilowatts * wattsPerKw,
      weight: carried(row),
    };
    return [{ id: rackId(row) ?? '', count: count(row) ?? 1, room }];
  });
  const server = (id: string) => numberColumn(serverReading.table, id);
  const [serverId, servers, height, cables] = [textColumn(serverReading.table, 'ServerId'), server('Count'), server('Units'), server('Ports')];
  const [watts, weight] = [server('Watts'), server('WeightKg')];
  const kinds = serverReading.table.rows.flatMap(row => {
    if (row.isBroken) return [];
    const power = watts(row) ?? 0;
    const needs = { space: height(row) ?? 0, ports: cables(row) ?? 1, power, cooling: power, weight: weight(row) };
    return [{ id: serverId(row) ?? '', count: servers(row) ?? 1, needs, at: (columnId: string) => locate(serverReading.table, row, columnId) }];
  });
  return { racks: racks.sort((a, b) => byName(a.id, b.id)), servers: kinds.sort((a, b) => byName(a.id, b.id)), issues };
};
