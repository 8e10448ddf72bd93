import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { checksHold, runTables } from '../../test/own-box.ts';
import { rowsOf } from '../../test/report-rows.ts';

const rack: Cells = { RackId: 'r', Count: 1, RackUnits: 42, EmptyUnits: 8, SwitchPorts: 24, Volts: 100, Amperes: 15 };
const server: Cells = { ServerId: 's', Count: 3, Units: 2, Watts: 100 };

describe('racks of the workbook', () => {
  it('are planned in a workbook that asks nothing else', () => {
    const report = runTables({ Racks: [rack], Servers: [server] });
    checksHold(report);
    expect(rowsOf(report, 'OutRackPlan')).toEqual([
      expect.objectContaining({ Servers: '3 s', UnitsUsed: 6, PortsUsed: 3, PowerKw: 0.3, SpaceShare: 6 / 34, PowerShare: 0.25, CoolingShare: null }),
    ]);
  });

  it('do not depend on the order of rows', () => {
    const [racks, servers] = [[rack, { ...rack, RackId: 'a' }], [server, { ...server, ServerId: 'b', Units: 9 }]];
    const [one, other] = [runTables({ Racks: racks, Servers: servers }), runTables({ Racks: racks.reverse(), Servers: servers.reverse() })];
    expect(rowsOf(other, 'OutRackPlan')).toEqual(rowsOf(one, 'OutRackPlan'));
  });

  it('name what cannot be', () => {
    const issues = (racks: Cells, servers: Cells) => issuesOf({ Racks: [{ ...rack, ...racks }], Servers: [{ ...server, ...servers }] });
    expect(issues({ EmptyUnits: 42 }, {})).toContainEqual(['above-maximum', 'error', 'EmptyUnits']);
    expect(issues({}, { Watts: 0 })).toEqual([['not-above', 'error', 'Watts']]);
    expect(issues({ Derating: 80 }, {})).toContainEqual(['above-maximum', 'error', 'Derating']);
    expect(issues({}, { Watts: 1300 })).toEqual([['servers-without-room', 'warning', 'Count']]);
    expect(issuesOf({ Settings: [] })).toContainEqual(['missing-table', 'error', undefined]);
  });
});
