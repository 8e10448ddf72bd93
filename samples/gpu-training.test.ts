import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { gpuTraining } from './source/gpu-training.ts';

const report = runSample(gpuTraining);

/** Seconds one node of eight GPUs needs for 1e12 tokens. */
const nodeSeconds = { a100: 1e12 / 29_436, h100: 1e12 / 85_144 };
/** N nodes wait for each other: 1 / (1 + 0.00103 (N - 1)) of their speed; 600 s to start. */
const seconds = (gpu: 'a100' | 'h100', nodes: number): number => (nodeSeconds[gpu] * (1 + 0.00103 * (nodes - 1))) / nodes + 600;
const cost = (gpu: 'a100' | 'h100', nodes: number, pricePerHour: number): number =>
  (nodes * Math.ceil(seconds(gpu, nodes)) * pricePerHour) / 3600;

/** Listed prices of a node-hour in USD; the Google A100 node is 96 vCPUs, 680 GiB and 8 GPUs. */
const offers: readonly (readonly [placement: string, pricePerHour: number])[] = [
  ['a100-aws', 21.957642],
  ['a100-azure', 27.197],
  ['a100-google', 96 * 0.031611 + 680 * 0.004237 + 8 * 2.933908],
  ['a100-google-spot', 15.42416],
  ['a100-google-1y', 18.51365632],
  ['a100-lambda', 8.8],
  ['h100-aws', 55.04],
  ['h100-azure', 98.32],
  ['h100-google', 88.55575615],
  ['h100-google-spot', 34.57750225],
  ['h100-google-1y', 61.42510294],
  ['h100-fluidstack', 38.08],
  ['h100-latitude', 32.2],
];
const gpuOf = (placement: string) => (placement.startsWith('a100') ? 'a100' : 'h100');

describe('the training', () => {
  const frontier = resultRows(report, 'OutFrontier');

  it.each(offers)('costs on %s what its work and price come to, on 1 to 64 nodes', (placement, pricePerHour) => {
    const points = frontier.filter(({ PlacementId }) => PlacementId === placement);
    expect(points.map(({ Nodes }) => Nodes)).toEqual([1, 2, 4, 8, 16, 32, 64]);
    for (const { Nodes, Hours, Cost } of points) {
      expect(Number(Hours)).toBeCloseTo(seconds(gpuOf(placement), Number(Nodes)) / 3600, 6);
      expect(Math.abs(Number(Cost) - cost(gpuOf(placement), Number(Nodes), pricePerHour))).toBeLessThan(0.01);
    }
  });

  it('is faster on more nodes, and never cheaper', () => {
    for (const { IsEfficient } of frontier) expect(IsEfficient).toBe(true);
  });

  it('bills each offer on 16 nodes; the commitment for all hours of its year', () => {
    const summary = new Map(resultRows(report, 'OutSummary').map(({ ScenarioId, EffectiveCost }) => [ScenarioId, Number(EffectiveCost)]));
    expect(summary.size).toBe(13);
    expect(summary.get('A100 Lambda, on demand')).toBeCloseTo(cost('a100', 16, 8.8), 1);
    expect(summary.get('H100 Google, spot')).toBeCloseTo(cost('h100', 16, 34.57750225), 1);
    expect(summary.get('A100 Google, committed for a year')).toBeCloseTo(16 * 8760 * 18.51365632, 1);
    expect(Math.min(...summary.values())).toBe(summary.get('A100 Lambda, on demand'));
  });

  it('shows that the dearer hour of the H100 is the cheaper training at AWS', () => {
    expect(cost('h100', 16, 55.04)).toBeLessThan(cost('a100', 16, 21.957642));
  });
});
