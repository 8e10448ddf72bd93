import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { checksHold, runTables, settings } from '../../test/own-box.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial } from '../../test/workbook.ts';

const gpuBox = { Provider: 'lab', Region: 'here', NodeType: 'gpus' };
const common = {
  Settings: settings({ HorizonStart: serial('2027-02-01'), HorizonMonths: 1, RandomSeed: 5 }),
  NodeTypes: [{ Provider: 'lab', NodeType: 'gpus', VCpu: 96, PhysicalCores: 48, MemoryGiB: 512, GpuModel: 'H100', GpuCount: 2, GpuMemoryGiB: 80 }],
  PriceSheet: [{ PriceId: 'p', ...gpuBox, Purchase: 'on-demand', UnitPrice: 10, Currency: 'USD' }],
  Placements: [{ PlacementId: 'm', WorkloadId: 'm', ...gpuBox }],
};
/** 7 billion parameters of two bytes, 512 KiB of context a token. */
const seven: Cells = {
  ServingId: 'm', RequestsPerSecond: 2, PromptTokens: 1000, OutputTokens: 200, Lengths: 'even', ParametersBillion: 7, KvKiBPerToken: 512, Copies: 1,
};
const run = (more: Cells = {}): Row => {
  const report = runTables({ ...common, ModelServing: [{ ...seven, ...more }] });
  checksHold(report);
  return rowsOf(report, 'OutServing')[0] as Row;
};

/** With warnings, which the checks of a clean run refuse. */
const firstTokenP95 = (more: Cells): number => {
  const report = runTables({ ...common, ModelServing: [{ ...seven, ...more }] });
  return Number(rowsOf(report, 'OutServing')[0]?.['FirstTokenP95Ms']);
};

describe('model serving in the workbook', () => {
  it('is as fast as the roofline when nobody else asks', () => {
    const row = run({ RequestsPerSecond: 0.001 });
    const flops = 989.4e12 * 0.5;
    expect(row['FirstTokenMedianMs']).toBeCloseTo((1000 * 2 * 7e9 * 1000) / flops, 6);
    // 14 GB of weights and some 1,100 tokens of 512 KiB at four fifths of 3.35 TB/s
    const bandwidth = 3350e9 * 0.8;
    expect(row['PerTokenMedianMs']).toBeCloseTo(((14e9 + (1000 + 198 / 2) * 524_288) / bandwidth) * 1000, 3);
    expect(row).toMatchObject({ Copies: 1, Nodes: 1, WeightShare: 14 / 80, Grade: 'A' });
  });

  it('costs what its nodes cost, over the tokens of the plan', () => {
    const row = run();
    expect(row['EffectiveCost']).toBe(672 * 10);
    expect(row['CostPerMillionTokens']).toBeCloseTo((6720 / (2 * 672 * 3600 * 200)) * 1e6, 9);
    expect(run({ Copies: 3 })).toMatchObject({ Nodes: 2, EffectiveCost: 2 * 6720 });
  });

  it('takes the fewest copies that keep the target, and no fewer do', () => {
    const found = run({ RequestsPerSecond: 60, Copies: null, TargetFirstTokenMs: 200 });
    const copies = Number(found['Copies']);
    expect(copies).toBeGreaterThan(1);
    expect(Number(found['FirstTokenP95Ms'])).toBeLessThanOrEqual(200);
    expect(firstTokenP95({ RequestsPerSecond: 60, Copies: copies - 1 })).toBeGreaterThan(200);
  });
});

describe('requests of a trace', () => {
  const trace = (requests: readonly (readonly [second: number, prompt: number, output: number])[]) => ({
    Requests: requests.map(([Second, PromptTokens, OutputTokens]) => ({ ServingId: 'M', Second, PromptTokens, OutputTokens })),
  });
  const bare = { ...seven, RequestsPerSecond: null, PromptTokens: null, OutputTokens: null };
  const traced = (requests: Parameters<typeof trace>[0]): Row => {
    const report = runTables({ ...common, ModelServing: [bare], ...trace(requests) });
    checksHold(report);
    return rowsOf(report, 'OutServing')[0] as Row;
  };
  const prefill = (tokens: number): number => (tokens * 2 * 7e9 * 1000) / (989.4e12 * 0.5);

  it('come when they came, in any order of rows', () => {
    // Far apart: each prompt is computed at once
    expect(traced([[1000, 3000, 2], [0, 1000, 2], [2000, 2000, 2]])['FirstTokenMedianMs']).toBeCloseTo(prefill(2000), 6);
    // At once: the third waits for the prompts before it
    const together = traced([[5, 1000, 2], [5, 1000, 2], [5, 1000, 2]]);
    expect(together['FirstTokenP95Ms']).toBeCloseTo(3 * prefill(1000), 6);
  });

  const folder = new URL('../../../../shared/data/traces/azure-llm-2023/', import.meta.url);
  const file = new URL('AzureLLMInferenceTrace_code.csv', folder);
  (existsSync(file) ? it : it.skip)('are those of the published trace of code completion', () => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1, 3001).map(line => {
      const [time = '', prompt, output] = line.split(',');
      return [Date.parse(`${time.slice(0, 23).replace(' ', 'T')}Z`) / 1000, Number(prompt), Number(output)] as const;
    });
    const row = traced(rows);
    const span = (rows.at(-1)?.[0] ?? 0) - (rows[0]?.[0] ?? 0);
    // An hour of a month: as many requests a second as the trace has, at the cost of one node
    expect(Number(row['CostPerThousandRequests'])).toBeCloseTo((6720 / ((2999 / span) * 672 * 3600)) * 1000, 6);
    expect(Number(row['FirstTokenP95Ms'])).toBeGreaterThan(prefill(1000));
  });
});

describe('a model that cannot be served', () => {
  const issues = (more: Cells, other: object = {}) => issuesOf({ ...common, ModelServing: [{ ...seven, ...more }], ...other });
  it('is told at its cell', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ ParametersBillion: 70 })).toEqual([['model-too-large', 'error', 'ParametersBillion']]);
    expect(issues({ ParametersBillion: 70, GpusPerCopy: 4 })).toEqual([['copy-larger-than-node', 'error', 'GpusPerCopy']]);
    expect(issues({ Copies: null, TargetFirstTokenMs: 1 })).toEqual([['first-token-too-late', 'error', 'TargetFirstTokenMs']]);
    expect(issues({ RequestsPerSecond: 100 })).toEqual([['serving-overloaded', 'warning', 'Copies']]);
    expect(issues({ RequestsPerSecond: null })).toEqual([['blank-cell', 'error', 'RequestsPerSecond']]);
    expect(issues({ PromptTokens: 0 })).toEqual([['below-minimum', 'error', 'PromptTokens']]);
    expect(issues({}, { NodeTypes: [{ ...common.NodeTypes[0], GpuModel: 'Unknown9' }] })).toEqual([['gpu-speed-unknown', 'error', 'NodeType']]);
    expect(issues({}, { Placements: [{ ...common.Placements[0], Share: 0.5 }] })).toEqual([['queue-not-shared', 'error', 'Share']]);
  });
});
