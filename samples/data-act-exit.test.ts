import { describe, expect, it } from '@jest/globals';
import { formulaValues } from './formula-values.ts';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { dataActExit } from './source/data-act-exit.ts';

const report = await runSample(dataActExit);
const component = (name: string) => resultRows(report, 'OutMigration').find(({ Component }) => Component === name);
/** 50 TiB at 0.09, 0.085 and 0.07, the first 100 GB free. */
const archiveAtListPrice = (10_240 - 100) * 0.09 + 40_960 * 0.085;

describe('leaving under the EU Data Act', () => {
  it('pays for the data that leave before the day, and for none after it', () => {
    expect(component('Egress')?.Likely).toBeCloseTo(archiveAtListPrice, 2);
    const { single } = formulaValues(dataActExit);
    expect(single.slice(0, 2).map(value => Math.round(Number(value)))).toEqual([Math.round(archiveAtListPrice), 0]);
  });

  it('still pays for the reservations that nobody takes over', () => {
    const [row, promise, ...others] = resultRows(report, 'OutStranded');
    expect(others).toEqual([]);
    // The shop is gone from 24 February 2027 on, 2.5 h into a day of 30.4375 after 24 January; eight nodes are held until 1 June.
    // Reports wants 8 at night and 2 by day, the back office 5 from 7 to 17 and 3 else: 11 from 0 to 6, 5 from 6 to 7, 7 to 17, 5 after.
    const unusedOfDay = 0 * 6 + 3 * 1 + 1 * 10 + 3 * 7;
    expect(Number(row?.StrandedInPlan)).toBeGreaterThan(90 * unusedOfDay * 0.1597);
    expect(Number(row?.StrandedInPlan)).toBeLessThan(220 * unusedOfDay * 0.1597);
    expect(Number(component('Stranded commitments')?.Likely)).toBeCloseTo(Number(row?.StrandedCost) + Number(promise?.StrandedCost), 2);
    expect(Number(row?.Reused)).toBeGreaterThan(0);
  });

  it('pays what is missing of the spend it promised', () => {
    const promise = resultRows(report, 'OutStranded').find(({ CommitmentId }) => CommitmentId === 'private pricing 2026');
    expect(promise?.UnusedStaying).toBe(0);
    // Hour by hour: eight nodes reserved at 0.1597 until June, the others at 0.2415, each workload until its old place is left
    const timeline = resultRows(report, 'OutExitTimeline');
    const goneOn = (workload: string) => Date.parse(String(timeline.find(row => row.WorkloadId === workload)?.OldOff));
    let spent = 0;
    for (let at = Date.parse('2026-09-01'); at < Date.parse('2027-09-01'); at += 3_600_000) {
      const hour = new Date(at).getUTCHours();
      const shop = at >= goneOn('shop') ? 0 : hour >= 7 && hour < 21 ? 12 : 6;
      const reports = at >= goneOn('reports') ? 0 : hour < 6 ? 8 : 2;
      const reserved = at < Date.parse('2027-06-01') ? 8 : 0;
      const nodes = shop + reports + (hour >= 7 && hour < 17 ? 5 : 3);
      spent += reserved * 0.1597 + Math.max(0, nodes - reserved) * 0.2415;
    }
    // The timeline shows days, the plan counts hours
    expect(Math.abs(Number(promise?.UnusedGoing) - (25_000 - spent))).toBeLessThan(80);
  });

  it('names what is due beside the work', () => {
    expect([component('Termination')?.AllLow, component('Training')?.Likely, component('Decommissioning')?.AllHigh]).toEqual([6000, 3000, 2500]);
    // Two months of notice of the archive, which needs nothing in parallel: 1,200 a month
    expect(component('Notice')?.Likely).toBe(2400);
  });

  it('names what holds the reports, and the hours that come with it', () => {
    const rows = resultRows(report, 'OutDependencies');
    expect(rows[0]).toMatchObject({ WorkloadId: 'reports', Service: 'data warehouse' });
    expect(rows[0]?.DependencyIndex).toBeCloseTo((4 * 0.9 + 2 * 0.3) / 6, 12);
    // 110 an hour: the workloads' own hours and those of their services
    expect(component('Rework')?.AllLow).toBe(110 * (20 + 160 + 60 + 10 + 60 + 30 + 120 + 10));
  });

  it('credits little of a bad month', () => {
    const [row] = resultRows(report, 'OutSla');
    expect(row?.Loss).toBeCloseTo(0.0055 * 730 * 2000, 2);
    expect(Number(row?.ExpectedCredit)).toBeCloseTo(0.8 * 0.1 * Number(row?.BillPerMonth), 2);
  });
});
