import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { clusterNodes, departments, ownNodes, universityHpc } from './source/university-hpc.ts';

const report = await runSample(universityHpc);
const queues = resultRows(report, 'OutQueues');
const inScenario = (scenario: string) => queues.filter(row => String(row.ScenarioId).startsWith(scenario));
const whole = (scenario: string) => inScenario(scenario).filter(row => row.DepartmentId === null);
const hours = 90 * 24;
const onDemand = 0.714;

describe('eight departments', () => {
  it('pay for every hour of a fixed fleet, whatever the order', () => {
    for (const scenario of ['2', '3', '4']) {
      expect(whole(scenario)).toEqual([expect.objectContaining({ NodeHours: clusterNodes * hours, EffectiveCost: 129_548.16 })]);
    }
    expect(129_548.16).toBeCloseTo(clusterNodes * hours * onDemand, 6);
    const apart = departments.reduce((sum, [name]) => sum + ownNodes(name) * hours * onDemand, 0);
    expect(whole('1').reduce((sum, row) => sum + Number(row.EffectiveCost), 0)).toBeCloseTo(apart, 1);
  });

  it('wait less together than apart, on fewer nodes', () => {
    const mean = (scenario: string): number => {
      const rows = whole(scenario);
      const jobs = rows.reduce((sum, row) => sum + Number(row.Jobs), 0);
      return rows.reduce((sum, row) => sum + Number(row.MeanWait) * Number(row.Jobs), 0) / jobs;
    };
    expect(clusterNodes).toBeLessThan(departments.reduce((sum, [name]) => sum + ownNodes(name), 0));
    expect(mean('2')).toBeLessThan(mean('1') / 5);
    // Small jobs pass where they delay nobody
    expect(mean('3')).toBeLessThan(mean('2'));
  });

  it('send as many jobs as their clocks say: six standard deviations of chance', () => {
    for (const [name, , , every] of departments) {
      const expected = (hours * 60) / every;
      const row = inScenario('2').find(each => each.DepartmentId === name);
      expect(Math.abs(Number(row?.Jobs) - expected)).toBeLessThan(6 * Math.sqrt(expected));
    }
  });

  it('owe what they used, and together all of it', () => {
    for (const scenario of ['2', '3', '4', '5', '6']) {
      const [all] = whole(scenario);
      const shares = inScenario(scenario).filter(row => row.DepartmentId !== null);
      expect(shares).toHaveLength(8);
      const cents = (cost: unknown): number => Math.round(Number(cost) * 100);
      expect(shares.reduce((sum, row) => sum + cents(row.EffectiveCost), 0)).toBe(cents(all?.EffectiveCost));
      for (const row of shares) {
        const due = (Number(all?.EffectiveCost) * Number(row.CoreHours)) / Number(all?.CoreHours);
        expect(Math.abs(Number(row.EffectiveCost) - due)).toBeLessThan(0.011);
      }
    }
  });

  it('pay by the hour of a node for a fleet that grows, 2.24 times as much in 2011', () => {
    const [now, then] = [whole('5')[0], whole('6')[0]];
    expect(Number(now?.EffectiveCost)).toBeCloseTo(Number(now?.NodeHours) * onDemand, 1);
    expect(Number(then?.EffectiveCost) / Number(now?.EffectiveCost)).toBeCloseTo(1.6 / onDemand, 5);
    expect(Number(now?.Utilization)).toBeGreaterThan(0.9);
  });
});
