import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { cloudExit, published } from './source/cloud-exit.ts';

const report = await runSample(cloudExit);
const timeline = resultRows(report, 'OutExitTimeline');
const cash = resultRows(report, 'OutCashflow');
const measure = (name: string) => resultRows(report, 'OutLockIn').find(row => row.Measure === name);

describe('leaving the cloud', () => {
  it('pays the servers back in 4.4 months, as published', () => {
    const row = timeline.find(({ WorkloadId }) => WorkloadId === 'applications');
    expect(row?.PaybackMonths).toBeCloseTo((published.servers / (published.before - published.after)) * 12, 3);
    expect(Number(row?.PaybackMonths).toFixed(1)).toBe('4.4');
  });

  it('keeps the files until their contract ends, and sends them for nothing', () => {
    const row = timeline.find(({ WorkloadId }) => WorkloadId === 'files');
    // 13 weeks from 1 July 2029, a month of paying twice
    expect(row).toMatchObject({ Start: '2029-07-01', GoLive: '2029-09-30', OldOff: '2029-10-30', Blocker: 'stated start', TransferFits: 'yes' });
    expect(row?.ExitCost).toBe(published.storage);
    // 10 PB of 2^50 bytes at 20 of 25 Gb/s
    expect(row?.TransferDays).toBeCloseTo((10 * 2 ** 50 * 8) / 20e9 / 86_400, 6);
  });

  it('prepares the files early, and lets them wait for the end of their contract without the team', () => {
    const rows = resultRows(report, 'OutExitOrder');
    expect(rows.map(row => row.WorkloadId)).toEqual(['applications', 'files', 'analytics']);
    expect(rows[1]).toMatchObject({ WorkEnd: '2027-04-02', Leaves: '2029-10-01', WaitsFor: 'end of its commitment', StrandedCost: 0 });
    // A month is 30.4375 days: 1,004 days of the contract
    expect(Number(rows[1]?.CostToEnd)).toBeCloseTo((1004 / 30.4375) * Math.round((published.storage / 12) * 100) / 100, 0);
  });

  it('costs what each step says: 50 TB of the analytics at the list price', () => {
    const rows = resultRows(report, 'OutMigration');
    const of = (component: string, column: 'AllLow' | 'Likely' | 'AllHigh'): number => Number(rows.find(row => row.Component === component)?.[column]);
    expect(of('Egress', 'Likely')).toBe(4394.2);
    expect([of('Rework', 'AllLow'), of('Rework', 'Likely'), of('Rework', 'AllHigh')]).toEqual([96_000, 180_000, 480_000]);
    expect(of('Cutover', 'Likely')).toBe(30_000);
    expect(of('Other', 'Likely')).toBe(2 * published.storage - published.storage + published.servers + 60_000);
  });

  it('adds up month by month to the measures', () => {
    const i = 1.08 ** (1 / 12) - 1;
    const npv = cash.reduce((sum, row, month) => sum + Number(row.Saving) / (1 + i) ** month, 0);
    expect(Math.abs(Number(measure('Net present value of leaving')?.Amount) - npv)).toBeLessThan(0.5);
    const [stay, go] = [cash.at(-1)?.StaySoFar, cash.at(-1)?.GoSoFar];
    expect(Number(stay)).toBeCloseTo(60 * (158_333.33 + 108_333.33 + 40_000), 0);
    expect(Number(go)).toBeLessThan(Number(stay));
    expect(Number(measure('Lock-in premium')?.Share)).toBeLessThan(0);
    // Once: worth more than nothing, and the right to wait no less than going now
    expect(Number(measure('Right to leave later')?.Amount)).toBeGreaterThanOrEqual(npv - 1);
  });
});
