import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { ownOrRentGpu } from './source/own-or-rent-gpu.ts';

const report = await runSample(ownOrRentGpu);
const curve = resultRows(report, 'OutBreakEven');

describe('eight GPUs', () => {
  it.each([['a specialised cloud', 0.7777], ['a general cloud', 0.4861], ['list prices', 0.1582]])('pay against %s from %d of the hours on', (name, expected) => {
    const rows = curve.filter(row => row.AssetId === `against ${name}`);
    for (const row of rows) expect(Number(row.BreakEvenUtilization).toFixed(4)).toBe(expected.toFixed(4));
    for (const row of rows) expect(row.Cheaper).toBe(Number(row.Utilization) >= expected ? 'own' : 'rent');
    expect(rows.filter(row => row.IsPlanned === 'yes').map(row => row.Utilization)).toEqual([0.6]);
  });

  it('cost 1.944 an hour when always used, and twice that in half of the hours', () => {
    const at = (share: number) => Number(curve.find(row => row.AssetId === 'against a general cloud' && row.Utilization === share)?.OwnPerHour);
    expect(at(1).toFixed(4)).toBe('1.9444');
    expect(at(0.5) / at(1)).toBeCloseTo(2, 12);
  });

  it('add up in cash: purchase, five years of running, salvage', () => {
    const years = resultRows(report, 'OutTco').filter(row => row.AssetId === 'against a general cloud');
    const running = 10.2 * 0.8 * 8760 * 0.09 + 10.2 * 184.06 * 12 + 0.06 * 364_000 + 3600;
    const [near, last] = [expect.closeTo(running, 1), expect.closeTo(running - 54_600, 1)];
    expect(years.map(row => row.Cash)).toEqual([364_000, near, near, near, near, last]);
    const worth = years.reduce((sum, row) => sum + Number(row.Cash) / 1.08 ** Number(row.Year), 0);
    expect(Math.abs(years.reduce((sum, row) => sum + Number(row.PresentValue), 0) - worth)).toBeLessThan(0.1);
    expect(years.at(-1)?.BookValue).toBe(54_600);
  });
});
