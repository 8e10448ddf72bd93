import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { llmServing, models } from './source/llm-serving.ts';

const rows = resultRows(await runSample(llmServing), 'OutServing');
const row = (scenario: string) => rows.find(({ ScenarioId }) => String(ScenarioId).startsWith(scenario));
const seconds = 31 * 24 * 3600;

describe('GPUs for a language model', () => {
  it.each(['1', '2', '3', '4', '5'])('keeps the first token of 95 in a hundred within 1,500 ms in scenario %s', scenario => {
    expect(Number(row(scenario)?.FirstTokenP95Ms)).toBeLessThanOrEqual(1500);
    expect(Number(row(scenario)?.Load)).toBeLessThan(1);
  });

  it('is no faster than weights can be read and prompts computed', () => {
    // 16 GB at four fifths of 864 GB/s, 3,350 GB/s, 1,555 GB/s
    for (const [scenario, bandwidth] of [['1', 864], ['2', 3350], ['3', 1555]] as const) {
      expect(Number(row(scenario)?.PerTokenMedianMs)).toBeGreaterThan((16 / (bandwidth * 0.8)) * 1000);
    }
    // 140 GB on four GPUs of 3,350 GB/s, on two of 4,800 GB/s
    expect(Number(row('4')?.PerTokenMedianMs)).toBeGreaterThan((140 / (4 * 3350 * 0.8)) * 1000);
    expect(Number(row('5')?.PerTokenMedianMs)).toBeGreaterThan((140 / (2 * 4800 * 0.8)) * 1000);
    expect([row('1')?.WeightShare, row('4')?.WeightShare]).toEqual([16 / 48, 140 / 320]);
  });

  it('answers as many tokens as are asked for, within the chance of 20,000 requests', () => {
    const { rate, output } = models.small;
    for (const scenario of ['1', '2', '3']) expect(Math.abs(Number(row(scenario)?.TokensPerSecond) / (rate * output) - 1)).toBeLessThan(0.05);
  });

  it('costs its nodes over the tokens of the month', () => {
    const prices = [1.861, 6.88, 1.1];
    ['1', '2', '3'].forEach((scenario, index) => {
      const found = row(scenario);
      const cost = Number(found?.Nodes) * (prices[index] ?? 0) * (seconds / 3600);
      expect(Math.abs(Number(found?.EffectiveCost) - cost)).toBeLessThan(0.01);
      expect(Number(found?.CostPerMillionTokens)).toBeCloseTo((cost / (models.small.rate * models.small.output * seconds)) * 1e6, 5);
    });
  });
});
