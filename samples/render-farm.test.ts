import { describe, expect, it } from '@jest/globals';
import { formulaValues } from './formula-values.ts';
import { resultRows, type ResultRow } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { renderFarm } from './source/render-farm.ts';

const report = await runSample(renderFarm);
const frontier = resultRows(report, 'OutFrontier');

const point = (job: string, nodes: number): ResultRow => {
  const row = frontier.find(({ JobId, Nodes }) => JobId === job && Nodes === nodes);
  if (!row) throw new Error(`no point for ${job} on ${nodes} nodes`);
  return row;
};

describe('the film job', () => {
  // Hours, USD per second of use and per started hour: 560,000 core-hours, nodes of 8 cores at 1.60 USD, 97 s to start.
  it.each([
    [100, 700.027, 112_004.31, 112_160],
    [1_000, 70.027, 112_043.11, 113_600],
    [10_000, 7.027, 112_431.11, 128_000],
    [70_000, 1.027, 115_017.78, 224_000],
  ])('as told, on %d nodes', (nodes, hours, perSecond, perStartedHour) => {
    expect(point('as-told-per-second', nodes).Hours).toBeCloseTo(hours, 3);
    expect(point('as-told-per-second', nodes).Cost).toBe(perSecond);
    expect(point('as-told-hourly', nodes).Hours).toBeCloseTo(hours, 3);
    expect(point('as-told-hourly', nodes).Cost).toBe(perStartedHour);
  });

  // 55,000,000 core-hours: 55e6 / (8 x nodes) hours and 97 s. On 70,000 nodes 353,571.43 + 97 s: 353,669 seconds begun,
  // or 99 hours begun, times 70,000 nodes at 1.60 USD an hour.
  it.each([
    [100, 68_750.027, 11_000_004.31, 11_000_160],
    [1_000, 6_875.027, 11_000_043.11, 11_001_600],
    [10_000, 687.527, 11_000_431.11, 11_008_000],
    [70_000, 98.241, 11_003_035.56, 11_088_000],
  ])('as published, on %d nodes', (nodes, hours, perSecond, perStartedHour) => {
    expect(point('published-per-second', nodes).Hours).toBeCloseTo(hours, 3);
    expect(point('published-per-second', nodes).Cost).toBe(perSecond);
    expect(point('published-hourly', nodes).Cost).toBe(perStartedHour);
  });

  it('measured by six trial shots comes to the published work, with a band from their scatter', () => {
    const shots = [38_200, 41_900, 44_600, 46_700, 49_300, 54_300];
    const mean = shots.reduce((sum, seconds) => sum + seconds, 0) / 6;
    // 129,600 frames of 24 at a time on 100 nodes of 8 cores.
    expect((mean / 24) * 129_600 * 800 / 3600).toBeCloseTo(55_000_000, 6);
    const deviation = Math.sqrt(shots.reduce((sum, seconds) => sum + (seconds - mean) ** 2, 0) / 5);
    // Student's t for 95 % and 5 degrees of freedom is 2.5706; 144 of 129,600 frames are known.
    const band = (2.5706 * deviation * Math.sqrt((1 - 144 / 129_600) / 6)) / mean;
    const row = point('trial-hourly', 10_000);
    expect(row.Hours).toBeCloseTo(687.5 + 97 / 3600, 6);
    expect(row.HoursLow).toBeCloseTo(687.5 * (1 - band) + 97 / 3600, 1);
    expect(row.HoursHigh).toBeCloseTo(687.5 * (1 + band) + 97 / 3600, 1);
    expect(row.Cost).toBe(11_008_000);
  });

  it('is billed on the planned nodes', () => {
    const jobs = resultRows(report, 'OutJobs');
    expect(Object.fromEntries(jobs.map(({ JobId, EffectiveCost }) => [JobId, EffectiveCost]))).toEqual({
      'as-told-hourly': 224_000,
      'as-told-per-second': 115_017.78,
      'published-hourly': 11_008_000,
      'published-per-second': 11_000_431.11,
      'trial-hourly': 11_008_000,
    });
    expect(jobs.find(({ JobId }) => JobId === 'as-told-hourly')).toMatchObject({
      Start: '2011-03-01T08:00:00Z', End: '2011-03-01T09:01:37Z', NodeHours: 140_000,
    });
  });

  it('stands on the price of 2011', () => {
    expect(resultRows(report, 'OutPrices')).toEqual([
      expect.objectContaining({ NodeType: 'cc1.4xlarge', EffectivePerHour: 1.6, Currency: 'USD', Basis: 'listed', AsOf: '2011-05-13' }),
    ]);
  });

  it('shows the same in its worksheet formulas', () => {
    const { single, spilled } = formulaValues(renderFarm);
    const [price, hours, perStartedHour, perSecond, published, today] = single.map(Number);
    expect([price, perStartedHour, published]).toEqual([1.6, 113_600, 11_008_000]);
    expect(hours).toBeCloseTo(70.027, 3);
    expect(perSecond).toBeCloseTo(112_043.11, 2);
    // 55e6 / 96 cores / 1,000 nodes = 2,062,500 s, and 97: at 8.568 USD for a node-hour of c7i.48xlarge.
    expect(today).toBeCloseTo((1_000 * 2_062_597 * 8.568) / 3600, 2);
    expect(single).toHaveLength(6);
    expect(spilled[0]).toEqual(['Nodes', 'Hours', 'Cost', 'IsEfficient']);
    expect(spilled[1]?.slice(0, 3)).toEqual([100, expect.closeTo(700.027, 3), 112_160]);
    expect(spilled.at(-1)?.slice(0, 3)).toEqual([70_000, expect.closeTo(1.027, 3), 224_000]);
    expect(spilled).toHaveLength(11);
  });
});
