import { describe, expect, it } from '@jest/globals';
import { formulaValues } from './formula-values.ts';
import { offeredNodes } from './offered-nodes.ts';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { gpuTraining } from './source/gpu-training.ts';

const report = await runSample(gpuTraining);

type Model = '7b' | '30b';
/** Seconds the whole training takes one node: 1e12 tokens at 29,436 a second, 6e11 at 36,209 on two nodes. */
const nodeSeconds: Readonly<Record<Model, number>> = { '7b': 1e12 / 29_436, '30b': (2 * 6e11) / 36_209 };
/** N nodes wait for each other: each does 1 / (1 + 0.00103 (N - 1)) of its speed; 600 s to start. */
const seconds = (model: Model, nodes: number): number =>
  (nodeSeconds[model] * (1 + 0.00103 * (nodes - 1))) / nodes + 600;
const cost = (model: Model, nodes: number, pricePerHour: number): number =>
  (nodes * Math.ceil(seconds(model, nodes)) * pricePerHour) / 3600;

/** Listed prices of a node-hour in USD: the node of 8 A100, the node of 8 H100. */
const prices: Readonly<Record<string, readonly [a100: number, h100: number]>> = {
  aws: [21.957642, 55.04],
  azure: [27.197, 98.32],
  // 96 vCPUs, 680 GiB and 8 GPUs at their own prices.
  google: [96 * 0.031611 + 680 * 0.004237 + 8 * 2.933908, 88.4899999],
  'google-spot': [15.42416, 48.18564603],
  'google-1y': [18.51365632, 61.38367214],
  'lambda-latitude': [8.8, 32.2],
  'paperspace-fluid': [24.72, 38.08],
};

describe('the training of two models', () => {
  const frontier = resultRows(report, 'OutFrontier');

  it.each(Object.entries(prices))('costs at %s what work and price come to, on 1 to 64 nodes', (offer, [a100, h100]) => {
    for (const [model, pricePerHour] of [['7b', a100], ['30b', h100]] as const) {
      const points = frontier.filter(({ PlacementId }) => PlacementId === `${model}-${offer}`);
      expect(points.map(({ Nodes }) => Nodes)).toEqual([1, 2, 4, 8, 16, 32, 64]);
      for (const { Nodes, Hours, Cost } of points) {
        expect(Number(Hours)).toBeCloseTo(seconds(model, Number(Nodes)) / 3600, 6);
        expect(Math.abs(Number(Cost) - cost(model, Number(Nodes), pricePerHour))).toBeLessThan(0.01);
      }
    }
  });

  it('is faster on more nodes, and never cheaper', () => {
    expect(frontier).toHaveLength(98);
    for (const { IsEfficient } of frontier) expect(IsEfficient).toBe(true);
  });

  const summary = resultRows(report, 'OutSummary');
  const bill = (scenario: string): number =>
    Number(summary.find(({ ScenarioId }) => ScenarioId === scenario)?.EffectiveCost);
  const planned = ([a100, h100]: readonly [number, number] = [NaN, NaN]): number =>
    cost('7b', 16, a100) + cost('30b', 16, h100);

  it('bills both models on 16 nodes, and a commitment for all hours of its year', () => {
    expect(summary).toHaveLength(7);
    expect(bill('AWS on demand')).toBeCloseTo(planned(prices['aws']), 1);
    expect(bill('Azure on demand')).toBeCloseTo(planned(prices['azure']), 1);
    expect(bill('Google spot')).toBeCloseTo(planned(prices['google-spot']), 1);
    expect(bill('Lambda + Latitude.sh')).toBeCloseTo(planned(prices['lambda-latitude']), 1);
    expect(bill('Google 1 year')).toBeCloseTo(16 * 8760 * (18.51365632 + 61.38367214), 1);
  });

  it('ranks the GPU clouds first and the commitment last', () => {
    const ranked = [...summary].sort((a, b) => Number(a.EffectiveCost) - Number(b.EffectiveCost));
    expect([ranked[0]?.ScenarioId, ranked.at(-1)?.ScenarioId]).toEqual(['Lambda + Latitude.sh', 'Google 1 year']);
    expect(summary.every(({ IsComplete }) => IsComplete === true)).toBe(true);
  });

  it('shows in its worksheet formulas that the dearer hour of the H100 is the cheaper training', () => {
    const { single, spilled } = formulaValues(gpuTraining);
    const h100Seconds = (1e12 / 85_144 / 16) * (1 + 0.00103 * 15) + 600;
    const h100Cost = (16 * Math.ceil(h100Seconds) * 55.04) / 3600;
    expect(single).toEqual([
      expect.closeTo((nodeSeconds['7b'] * 8) / 3600, 6), expect.closeTo(seconds('7b', 16) / 86_400, 9), expect.closeTo(cost('7b', 16, 21.957642), 4),
      expect.closeTo((1e12 / 85_144 / 3600) * 8, 6), expect.closeTo(h100Seconds / 86_400, 9), expect.closeTo(h100Cost, 4),
    ]);
    expect(h100Cost).toBeLessThan(cost('7b', 16, 21.957642));
    expect(spilled).toEqual(offeredNodes({ gpuModel: 'H100', minGpus: 8 }));
  });
});
