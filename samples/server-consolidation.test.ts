import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { serverConsolidation } from './source/server-consolidation.ts';

const report = await runSample(serverConsolidation);
const replaced = Object.fromEntries(resultRows(report, 'OutReplacement').map(row => [String(row.HostId), row]));
const hosts = Object.fromEntries(resultRows(report, 'OutConsolidation').map(row => [String(row.HostId), row]));

describe('servers on hosts', () => {
  it('puts six on a quad-core: eight hosts and a spare one replace 48, whatever is still in the books', () => {
    // 190 a month for nine; two hosts for two months tried first
    expect(hosts['quad-core']).toMatchObject({
      Hosts: 8, SpareHosts: 1, GuestsPerHost: 6, Binding: 'cores', CostPerMonth: 9 * 190,
    });
    expect(replaced['quad-core']).toMatchObject({ SavingPerMonth: 4560 - 9 * 190, PilotCost: 4 * 190, BookLoss: 21_000 });
    expect(replaced['quad-core']?.PaybackMonths).toBeCloseTo(760 / 2850, 12);
  });

  it('carries two guests on a host with two GPUs, and that saves nothing', () => {
    expect(hosts['computing']).toMatchObject({ Hosts: 3, GuestsPerHost: 2, Binding: 'memory, GPUs' });
    expect(replaced['computing']).toMatchObject({ SavingPerMonth: -300, PaybackMonths: null });
  });

  it('charges every application its part', () => {
    const rows = resultRows(report, 'OutGuests');
    for (const [hostId, { CostPerMonth }] of Object.entries(hosts)) {
      const owed = rows.filter(row => row.HostId === hostId).reduce((sum, row) => sum + Number(row.CostPerMonth), 0);
      expect(owed).toBeCloseTo(Number(CostPerMonth), 6);
    }
  });

  it('leaves the database on one machine: 36 of its tasks are busy at once', () => {
    const ways = Object.fromEntries(resultRows(report, 'OutScaling').map(row => [String(row.Way), row]));
    expect(ways['one machine']).toMatchObject({ Nodes: 1, UsedCores: 36 });
    // 1,800 hours at 95, over 36 months
    expect(Number(ways['many']?.CostPerMonthAllIn) - Number(ways['many']?.CostPerMonth)).toBeCloseTo((1800 * 95) / 36, 2);
    expect(Number(ways['many as one']?.CostPerMonth)).toBe(Number(ways['many']?.CostPerMonth));
  });

  it('shares four GPUs among four, not among six, with every reason', () => {
    const all = resultRows(report, 'OutFeasibility').filter(({ Point }) => Point === 'all');
    expect(all.map(({ Answer }) => Answer)).toEqual(['fits', '#N/A: passthrough: 4 of 6; no several systems; disks not known']);
  });
});
