import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { runTables } from '../../test/own-box.ts';
import { rowsOf } from '../../test/report-rows.ts';

const NodeTypes = [{ Provider: 'lab', NodeType: 'box', VCpu: 8, PhysicalCores: 4, MemoryGiB: 48, GpuModel: 'M2050', GpuCount: 2, GpuMemoryGiB: 3 }];
const PriceSheet = [{ PriceId: 'p', Provider: 'lab', Region: 'here', NodeType: 'box', Purchase: 'on-demand', UnitPrice: 2.1, Currency: 'USD' }];
const check: Cells = {
  CheckId: 'c', Provider: 'lab', NodeType: 'box', Guests: 2, Cuda: 'yes', Passthrough: 'yes', MultiOs: 'yes', NetworkGbps: 10, NeedsDiskMBps: 200, DiskMBps: 400,
  ResultGiB: 100, StorageGiB: 1690,
};
const answers = (more: Cells = {}): Record<string, unknown> =>
  Object.fromEntries(rowsOf(runTables({ NodeTypes, PriceSheet, GpuChecks: [{ ...check, ...more }] }), 'OutFeasibility').map(row => [row['Point'], row['Answer']]));

describe('sharing the GPUs of a node', () => {
  it('fits when all seven points hold', () => {
    expect(answers()).toEqual({
      all: 'fits', CUDA: 'fits', passthrough: 'fits', 'several systems': 'fits', vCPUs: 'fits', disks: 'fits', network: 'fits', results: 'fits',
    });
  });

  it('is #N/A with every reason else: no point makes up for another', () => {
    expect(answers({ Guests: 3 })['all']).toBe('#N/A: passthrough: 2 of 3');
    expect(answers({ Guests: 9 })['all']).toBe('#N/A: passthrough: 2 of 9; vCPUs: 8 of 9');
    expect(answers({ Cuda: 'no', NetworkGbps: 1, StorageGiB: 50 })['all']).toBe('#N/A: no CUDA; network: 1 of 10; results: 50 of 100');
    // One guest alone needs no card for several systems
    expect(answers({ Guests: 1, MultiOs: 'no' })['all']).toBe('fits');
    expect(answers({ Guests: 2, MultiOs: 'no' })['all']).toBe('#N/A: no several systems');
  });

  it('says what is not known, and does not ask for what nobody needs', () => {
    expect(answers({ Cuda: null, DiskMBps: null })['all']).toBe('#N/A: CUDA not known; disks not known');
    expect(answers({ NeedsDiskMBps: null, DiskMBps: null, ResultGiB: null, StorageGiB: null })['all']).toBe('fits');
    expect(issuesOf({ NodeTypes, PriceSheet, GpuChecks: [{ ...check, NodeType: 'bax' }] }).map(([code, , column]) => [code, column])).toEqual([['unknown-node-type', 'NodeType']]);
  });
});
