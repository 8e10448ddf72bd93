import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { rackPlan } from './source/rack-plan.ts';

const rows = resultRows(await runSample(rackPlan), 'OutRackPlan');

describe('servers in racks', () => {
  it('puts three nodes with GPUs in a rack, then what its cooling leaves: four databases, six light servers', () => {
    // 34 kW less 30.6 kW are 3.4 kW: four of 740 W; 0.44 kW: six of 70 W
    expect(rows[0]).toMatchObject({ RackId: 'rack of GPUs', Count: 2, Servers: '3 node of eight GPUs, 4 database, 6 light', Binding: 'power, cooling' });
    expect(rows[0]?.PowerKw).toBeCloseTo(3 * 10.2 + 4 * 0.74 + 6 * 0.07, 9);
    // The eight databases stand in two racks; in the third are as many light ones as space has: 44 - 24 units
    expect(rows[1]).toMatchObject({ Count: 1, Servers: '3 node of eight GPUs, 10 light', UnitsUsed: 44 });
    // The tenth node has a rack for itself: 36 units are left
    expect(rows[2]).toMatchObject({ Count: 1, Servers: '1 node of eight GPUs, 18 light', Binding: 'space' });
  });

  it('fills an old rack by space and by power at once: 17 servers of 70 W', () => {
    expect(rows[3]).toMatchObject({ RackId: 'old', Count: 1, Servers: '17 light', Binding: 'space, power' });
    expect(rows[3]?.PowerShare).toBeCloseTo((17 * 70) / (100 * 15 * 0.8), 9);
    expect(rows[4]).toMatchObject({ RackId: 'old', Count: 1, Servers: '3 light', Binding: null });
  });

  it('puts every server somewhere, within every limit', () => {
    expect(rows.reduce((sum, row) => sum + Number(row.Count) * Number(row.ServersEach), 0)).toBe(78);
    for (const row of rows) {
      for (const share of [row.SpaceShare, row.PortShare, row.PowerShare, row.CoolingShare, row.WeightShare]) {
        expect(Number(share ?? 0)).toBeLessThanOrEqual(1);
      }
    }
  });
});
