import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { measured, modelTraining, published } from './source/model-training.ts';

const report = await runSample(modelTraining);
const rows = resultRows(report, 'OutTraining');
const planned = (id: string) => rows.find(row => row.TrainingId === id && row.IsPlanned === 'yes');

describe('training a language model', () => {
  it('computes about as long as the published run did', () => {
    const row = planned('large');
    const computing = Number(row?.GpuHours) * Number(row?.ComputeShare);
    expect(Math.abs(computing / published.gpuHours - 1)).toBeLessThan(0.1);
    expect(row).toMatchObject({ Nodes: 256, Gpus: 2048, Basis: 'roofline' });
  });

  it('exchanges gradients of 140 GB at 400 Gb/s after each of 500,000 steps, and loses time to failures', () => {
    const row = planned('large');
    const exchange = (5e5 * 2 * (255 / 256) * 140e9) / 50e9 / 3600;
    expect(Number(row?.Hours) * Number(row?.ExchangeShare)).toBeCloseTo(exchange, 3);
    expect(Number(row?.LostShare)).toBeGreaterThan(0.01);
    const lost = rows.filter(each => each.TrainingId === 'large').map(each => Number(each.LostShare));
    expect([...lost].sort((a, b) => a - b)).toEqual(lost);
  });

  it('goes by what was measured, within two per cent of each measurement', () => {
    for (const [nodes, tokens] of measured) {
      const row = rows.find(each => each.TrainingId === 'small' && each.Nodes === nodes);
      const atWork = Number(row?.TokensPerSecond) / (1 - Number(row?.LostShare));
      expect(Math.abs(atWork / tokens - 1)).toBeLessThan(0.02);
      expect(row?.Basis).toBe('measured');
    }
  });

  it('takes longer and costs less on fewer nodes', () => {
    const small = rows.filter(row => row.TrainingId === 'small');
    const hours = small.map(row => Number(row.Hours));
    const cost = small.map(row => Number(row.Cost));
    expect([...hours].sort((a, b) => b - a)).toEqual(hours);
    expect([...cost].sort((a, b) => a - b)).toEqual(cost);
  });
});
