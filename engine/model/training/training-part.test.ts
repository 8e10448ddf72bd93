import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { checksHold, runTables, settings } from '../../test/own-box.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

const gpuBox = { Provider: 'lab', Region: 'here', NodeType: 'gpus' };
const common: Readonly<Record<string, Rows>> = {
  Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12 }),
  NodeTypes: [{ Provider: 'lab', NodeType: 'gpus', VCpu: 96, PhysicalCores: 48, MemoryGiB: 512, GpuModel: 'A100', GpuCount: 8, GpuMemoryGiB: 80 }],
  PriceSheet: [{ PriceId: 'p', ...gpuBox, Purchase: 'on-demand', UnitPrice: 20, Currency: 'USD' }],
  Placements: [{ PlacementId: 'm', WorkloadId: 'm', ...gpuBox }],
};
/** 4.2e21 operations; 100 steps of 1 billion tokens. */
const seven: Cells = { TrainingId: 'm', ParametersBillion: 7, TokensBillion: 100, Nodes: 4, TokensPerStepMillion: 1000, InterconnectGbps: 100 };
const rows = (more: Cells = {}, others: Readonly<Record<string, Rows>> = {}): Row[] => {
  const report = runTables({ ...common, ModelTraining: [{ ...seven, ...more }], ...others });
  checksHold(report);
  return rowsOf(report, 'OutTraining');
};
const planned = (more: Cells = {}, others: Readonly<Record<string, Rows>> = {}): Row => rows(more, others).find(row => row['IsPlanned'] === 'yes') ?? {};
const peak = 8 * 311.87e12 * 0.4;

describe('model training in the workbook', () => {
  it('takes its operations over the peak, and what four nodes exchange after each of 100 steps', () => {
    const [compute, exchange] = [4.2e21 / (4 * peak), (100 * 2 * (3 / 4) * 14e9) / 12.5e9];
    const row = planned();
    expect(row['Hours']).toBeCloseTo((compute + exchange) / 3600, 9);
    expect(row['ExchangeShare']).toBeCloseTo(exchange / (compute + exchange), 12);
    expect(row).toMatchObject({ Basis: 'roofline', Gpus: 32, LostShare: 0, Grade: 'B' });
    expect(planned({ Overlap: 1 })['ExchangeShare']).toBe(0);
    expect(Number(planned({ InterconnectGbps: 10 })['ExchangeShare'])).toBeGreaterThan(Number(row['ExchangeShare']));
  });

  it('costs its node-hours, begun seconds whole', () => {
    const report = runTables({ ...common, ModelTraining: [seven] });
    const hours = Math.ceil(Number(planned()['Hours']) * 3600) / 3600;
    expect(Number(rowsOf(report, 'OutSummary')[0]?.['EffectiveCost'])).toBeCloseTo(4 * hours * 20, 1);
    const one = rows().map(row => [row['Nodes'], Number(row['Cost']) / (Number(row['Nodes']) * Number(row['Hours']))]);
    expect(one.map(([nodes]) => nodes)).toEqual([1, 2, 4, 8, 16]);
    for (const [, perHour] of one) expect(perHour).toBeCloseTo(20, 3);
  });

  it('goes through what was measured', () => {
    // 1e6 tokens a second on one node, two, four and eight, each node as good as the first
    const run = (Nodes: number, TokensPerSecond: number): Cells => ({ TrainingId: 'm', NodeType: 'GPUs', Nodes, TokensPerSecond });
    const linear = planned({ Nodes: 4 }, { TrainingRuns: [run(1, 1e6), run(2, 2e6), run(8, 8e6)] });
    expect(linear).toMatchObject({ Basis: 'measured', ExchangeShare: 0 });
    expect(linear['Hours']).toBeCloseTo(100e9 / 4e6 / 3600, 6);
    const scaled = (Nodes: number): Row => planned({ Nodes }, { TrainingRuns: [run(4, 3e6)] });
    expect(scaled(4)['Hours']).toBeCloseTo(100e9 / 3e6 / 3600, 9);
    expect(scaled(4)).toMatchObject({ Basis: 'scaled' });
    // and beyond it as the model says
    expect(Number(scaled(8)['Hours']) / Number(scaled(4)['Hours'])).toBeCloseTo(Number(planned({ Nodes: 8 })['Hours']) / Number(planned()['Hours']), 9);
  });

  it('loses more the more nodes there are to fail, and nothing where none does', () => {
    const lost = rows({ FailuresPerNodeMonth: 2 }).map(row => Number(row['LostShare']));
    expect([...lost].sort((a, b) => a - b)).toEqual(lost);
    expect(lost[0]).toBeGreaterThan(0);
    expect(Number(planned({ FailuresPerNodeMonth: 2 })['Hours'])).toBeGreaterThan(Number(planned()['Hours']));
  });
});

describe('training that cannot be', () => {
  const issues = (more: Cells, others: Readonly<Record<string, Rows>> = {}) =>
    issuesOf({ ...common, ModelTraining: [{ ...seven, ...more }], ...others });
  it('is told at its cell', () => {
    expect(issues({})).toEqual([]);
    // 16 bytes of 175 billion are 2,800 GB; a node has 640
    expect(issues({ ParametersBillion: 175, Nodes: 4 }).filter(([, severity]) => severity === 'error')).toEqual([['training-too-large', 'error', 'Nodes']]);
    expect(issues({ Precision: 'fp8' })).toEqual([['precision-not-offered', 'error', 'Precision']]);
    expect(issues({ TokensBillion: 100_000 })).toEqual([['job-ends-late', 'warning', 'Nodes']]);
    expect(issues({ Start: serial('2028-05-01') })).toEqual([['job-outside-placement', 'error', 'Start']]);
    expect(issues({ FailuresPerNodeMonth: 1000, CheckpointSeconds: 1e6, RestartSeconds: 1e7 })).toEqual([['training-never-ends', 'error', 'FailuresPerNodeMonth']]);
    expect(issues({}, { NodeTypes: [{ ...common['NodeTypes']?.[0], GpuModel: 'Unknown9' }] })).toEqual([['gpu-speed-unknown', 'error', 'NodeType']]);
    expect(issues({}, { TrainingRuns: [{ TrainingId: 'other', NodeType: 'gpus', Nodes: 1, TokensPerSecond: 1 }] }).map(([code]) => code)).toEqual(['unknown-reference']);
  });
});
