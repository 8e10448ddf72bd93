import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../engine/index.ts';
import { formulaValues } from './formula-values.ts';
import { offeredNodes } from './offered-nodes.ts';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { webService } from './source/web-service.ts';

const report = await runSample(webService);

/** Demand factors by local hour, read from the source's table and not from the engine. */
const factors = new Map<string, number>();
const shapes = webService.sheets.flatMap(({ tables }) => tables).find(({ tableId }) => tableId === 'DemandShapes');
for (const [, day, hour, factor] of shapes?.rows ?? []) factors.set(`${day} ${hour}`, Number(factor));

/** Nodes in every hour of a year from 2026-10-01 UTC: 6,000 requests a second, 30 % growth, 450 per node, 65 % used. */
const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23', weekday: 'short',
});
const nodes = Array.from({ length: 8760 }, (_, hour) => {
  const parts = clock.formatToParts(Date.UTC(2026, 9, 1, hour));
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? '';
  const day = ['Sat', 'Sun'].includes(part('weekday')) ? 'weekend' : 'weekday';
  const demand = 6_000 * (factors.get(`${day} ${Number(part('hour'))}`) ?? NaN) * 1.3 ** (hour / 8760);
  return Math.max(4, Math.ceil(demand / (450 * 0.65)));
});
const nodeHours = nodes.reduce((sum, count) => sum + count, 0);
const peak = Math.max(...nodes);
const hoursAbove = (committed: number): number => nodes.reduce((sum, count) => sum + Math.max(0, count - committed), 0);

/** A year: committed nodes in every hour, on-demand above them. */
const year = (onDemand: number, committed = 0, reserved = 0): number =>
  committed * 8760 * reserved + hoursAbove(committed) * onDemand;

const m7i = 0.4032;
const m7g = 0.3264;
const d8s = 0.384;
/** n2-standard-8 in us-east4: 8 vCPUs and 32 GiB, by the hour and committed for a year. */
const n2 = 8 * 0.035605 + 32 * 0.004771;
const n2Committed = 8 * 0.021309 + 32 * 0.002856;
/** Discounts the catalog assumes: AWS 33 % for a year, 59 % for three years upfront; Azure 38 % for a year. */
const expected: readonly (readonly [scenario: string, effectiveCost: number])[] = [
  ['1 On demand', year(m7i)],
  ['2 Reserved peak 1y', year(m7i, peak, m7i * 0.67)],
  ['3 Reserved base 1y', year(m7i, 16, m7i * 0.67)],
  ['4 Reserved base 3y', year(m7i, 27, m7i * 0.41)],
  ['5 ARM on demand', year(m7g)],
  ['6 ARM base 1y', year(m7g, 16, m7g * 0.67)],
  ['7 Azure base 1y', year(d8s, 16, d8s * 0.62)],
  ['8 Google base 1y', year(n2, 16, n2Committed)],
];

describe('the web service', () => {
  const summary = resultRows(report, 'OutSummary');
  const scenario = (id: string) => summary.find(({ ScenarioId }) => ScenarioId === id);

  it.each(expected)('%s: %d USD', (id, effectiveCost) => {
    // Lines are rounded to cents so that they add up; a scenario has a few dozen.
    expect(Math.abs(Number(scenario(id)?.EffectiveCost) - effectiveCost)).toBeLessThan(0.02);
  });

  it('has no other scenario, and the same node-hours in each', () => {
    expect(summary.map(({ ScenarioId }) => ScenarioId).sort()).toEqual(expected.map(([id]) => id).sort());
    for (const { NodeHours, UnservedShare } of summary) expect([NodeHours, UnservedShare]).toEqual([nodeHours, 0]);
  });

  it('bills three years upfront in the first year, and says how much of it is for later', () => {
    const overflow = hoursAbove(27) * m7i;
    const upfront = 27 * 26_280 * m7i * 0.41;
    const row = scenario('4 Reserved base 3y');
    expect(Number(row?.BilledCost)).toBeCloseTo(upfront + overflow, 1);
    expect(Number(row?.PrepaidChange)).toBeCloseTo((upfront * 2) / 3, 1);
  });

  it('shows that reserving the peak costs more than no reservation, and that 16 nodes are the best base for a year', () => {
    expect(Number(scenario('2 Reserved peak 1y')?.EffectiveCost)).toBeGreaterThan(Number(scenario('1 On demand')?.EffectiveCost));
    const byCount = Array.from({ length: peak + 1 }, (_, count) => year(m7i, count, m7i * 0.67));
    expect(byCount.indexOf(Math.min(...byCount))).toBe(16);
    const threeYears = Array.from({ length: peak + 1 }, (_, count) => year(m7i, count, m7i * 0.41));
    expect(threeYears.indexOf(Math.min(...threeYears))).toBe(27);
  });

  it('needs most nodes in the last month', () => {
    const [last] = resultRows(report, 'OutCapacity').filter(({ Month }) => Month === '2027-09-01');
    expect(last).toMatchObject({ PeakNodes: peak });
    expect(peak).toBe(40);
  });

  it('says which prices are assumptions', () => {
    const bases = Object.fromEntries(resultRows(report, 'OutPrices').map(({ NodeType, Purchase, Basis }) => [`${NodeType} ${Purchase}`, Basis]));
    expect(bases['m7i.2xlarge on-demand']).toBe('listed');
    expect(bases['m7i.2xlarge reserved-1y-no-upfront']).toBe('assumed discount');
    expect(bases['n2-standard-8 reserved-1y-monthly']).toBe('built from components');
  });

  it('shows prices, break-even and a year of the base in its worksheet formulas', () => {
    const { single, spilled } = formulaValues(webService);
    expect(single).toEqual([
      m7i, expect.closeTo(m7i * 0.67, 12), expect.closeTo(0.67, 12), expect.closeTo((m7i * 0.67) / 0.56, 12),
      expect.closeTo(m7i * 0.67 * 16 * 8760, 6), starterCatalog.date,
    ]);
    expect(spilled).toEqual(offeredNodes({ provider: 'aws', region: 'us-east-1', minVcpu: 8, minMemoryGib: 32, maxPrice: 0.41 }));
  });
});
