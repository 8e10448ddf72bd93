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
    const [row, ...others] = resultRows(report, 'OutStranded');
    expect(others).toEqual([]);
    // The shop is gone from 24 February 2027 on, 2.5 h into a day of 30.4375 after 24 January; eight nodes are held until 1 June.
    // Reports wants 8 at night and 2 by day, the back office 5 from 7 to 17 and 3 else: 11 from 0 to 6, 5 from 6 to 7, 7 to 17, 5 after.
    const unusedOfDay = 0 * 6 + 3 * 1 + 1 * 10 + 3 * 7;
    expect(Number(row?.StrandedInPlan)).toBeGreaterThan(90 * unusedOfDay * 0.1597);
    expect(Number(row?.StrandedInPlan)).toBeLessThan(220 * unusedOfDay * 0.1597);
    expect(component('Stranded commitments')?.Likely).toBe(row?.StrandedCost);
    expect(Number(row?.Reused)).toBeGreaterThan(0);
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
