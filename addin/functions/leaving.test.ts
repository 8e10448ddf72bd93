import { describe, expect, it } from '@jest/globals';
import { exitCost } from './exit-cost.ts';
import { lockInPremium } from './lock-in-premium.ts';
import { stranded } from './stranded.ts';
import { switchNpv } from './switch-npv.ts';
import { switchOption } from './switch-option.ts';
import { switchTrigger } from './switch-trigger.ts';
import { transferDays } from './transfer-days.ts';

const millions = (...amounts: number[]): number[][] => amounts.map(amount => [amount * 1e6]);

describe('CLOUD.TRANSFERDAYS', () => {
  it('is 11.6 days for 100 TB at 1 Gb/s and 80 %', () => expect(transferDays(100, 1)).toBeCloseTo(11.574, 3));
  it('halves with twice the link, and knows no link that is faster than itself', () => {
    expect(transferDays(100, 2, 0.8)).toBe(transferDays(100, 1) / 2);
    expect(() => transferDays(100, 1, 1.1)).toThrow('efficiency must be 1 or less, not 1.1.');
    expect(() => transferDays(100, 0)).toThrow('gigabitsPerSecond must be more than 0');
  });
});

describe('CLOUD.SWITCHNPV and CLOUD.LOCKINPREMIUM', () => {
  it('agree: a rival 20 % cheaper for three years is worth 49,726 more than a million', () => {
    expect(switchNpv(0.07, millions(2, 2, 2), millions(1.6, 1.6, 1.6), 1e6)).toBeCloseTo(49_726.42, 2);
    expect(lockInPremium(0.07, 3, 2e6, 2e6, 1e6)).toBeCloseTo(0.190526, 6);
    expect(lockInPremium(0.07, 3, 2e6, 1.6e6, 1e6)).toBeCloseTo(-0.009474, 6);
  });
  it('discount nothing at rate 0', () => {
    expect(switchNpv(0, [[3], [4]], [[1], [2]], 1)).toBe(3);
    expect(lockInPremium(0, 3, 2, 2, 3)).toBeCloseTo(0.5, 12);
  });
  it('refuse ranges of different length, and staying for nothing', () => {
    expect(() => switchNpv(0.07, [[1], [2]], [[1]], 0)).toThrow('stayCosts and goCosts must have the same number of cells.');
    expect(() => lockInPremium(0.07, 3, 0, 1, 1)).toThrow('stayCost must be more than 0');
  });
});

describe('CLOUD.SWITCHOPTION and CLOUD.SWITCHTRIGGER', () => {
  it('are those of the books', () => {
    expect(switchOption(1_049_726.4, 1e6, 3, 0.3, 0.05, 0.04, 300)).toBeCloseTo(226_347.4, 1);
    expect(switchOption(1_049_726.4, 0.5e6, 3, 0.3, 0.05, 0.04)).toBeCloseTo(550_366, 0);
    expect([0.1, 0.2, 0.3, 0.4].map(sigma => Math.round(switchTrigger(0.07, 0.04, sigma) * 100) / 100)).toEqual([2, 2.57, 3.35, 4.35]);
    expect(switchTrigger(0.07, 0.04, 0.2)).toBeCloseTo(2.5687, 4);
  });
  it('have no answer where waiting always pays, or the tree is too coarse', () => {
    expect(() => switchTrigger(0.07, 0, 0.2)).toThrow(expect.objectContaining({ kind: 'invalidNumber' }));
    expect(() => switchOption(1, 1, 30, 0.01, 0.5, 0, 1)).toThrow(expect.objectContaining({ kind: 'invalidNumber' }));
    expect(() => switchOption(1, 1, 1, -0.1, 0)).toThrow('sigma must be 0 or more');
  });
});

describe('CLOUD.STRANDED', () => {
  // 36,000 upfront for three years, sold after one at 10 % off: 24 x 1,000 x 0.9 x 0.88 come back
  const sold = ['2026-01-01', '2029-01-01', 36_000, 0, 'resale'];
  it('loses what the market does not pay', () => {
    expect(stranded([sold], '2027-01-01', undefined, 0.1)).toBeCloseTo(24_000 - 19_008, 8);
    expect(stranded([sold], '2027-01-01', 0.5, 0.1)).toBeCloseTo((24_000 - 19_008) / 2, 8);
  });
  it('loses nothing of what is over or not begun, all of a plan, and nothing within the refund pool', () => {
    expect(stranded([sold], '2029-01-01')).toBe(0);
    expect(stranded([sold], '2025-06-01')).toBe(0);
    expect(stranded([['2026-01-01', '2029-01-01', null, 100, 'none']], '2027-01-01')).toBe(2400);
    const azure = ['2026-01-01', '2029-01-01', 0, 2000, 'refund'];
    expect(stranded([azure], '2027-01-01')).toBe(0);
    // 48,000 each: the pool of 50,000 gives back 2,000 of the second
    expect(stranded([azure, azure], '2027-01-01')).toBeCloseTo(46_000, 8);
  });
  it('names what is wrong', () => {
    expect(() => stranded([['2029-01-01', '2026-01-01', 1, 1, 'none']], '2027-01-01')).toThrow('End (2026-01-01) must be after Start (2029-01-01).');
    expect(() => stranded([[1, 2, 3]], '2027-01-01')).toThrow('commitments must have the 5 columns');
    expect(() => stranded([[...sold.slice(0, 4), 'gift']], '2027-01-01')).toThrow('Exit must be one of none, exchange, resale, refund');
  });
});

describe('CLOUD.EXITCOST', () => {
  const workloads = [['shop', 40_000, 900, 12_000, 5000], ['search', 10_000, 0, 0, 0]];
  const plan = [['shop', 300, 500, 1200, 120, 1, 3, 6, 4], ['Search', 100, 100, 100, 120, 2, 2, 2, 0]];
  const table = exitCost(workloads, plan) as (string | number)[][];
  const row = (name: string, from = table): (string | number)[] => from.find(([component]) => component === name) ?? [];

  it('adds up what is stated, component by component', () => {
    expect(table[0]).toEqual(['Component', 'AllLow', 'Likely', 'AllHigh']);
    expect(row('Rework')).toEqual(['Rework', 400 * 120, 600 * 120, 1300 * 120]);
    expect(row('Parallel run')).toEqual(['Parallel run', 60_000, 140_000, 260_000]);
    expect(row('Cutover').slice(1)).toEqual([20_000, 20_000, 20_000]);
    expect(row('Egress').slice(1)).toEqual([900, 900, 900]);
    for (const column of [1, 2, 3]) {
      const parts = table.slice(1, -1).reduce((sum, each) => sum + Number(each[column]), 0);
      expect(row('Total')[column]).toBeCloseTo(parts, 6);
    }
    // A quarter overruns nothing, one in twenty by 0.203 x ln 15
    expect(row('Overrun')[1]).toBe(0);
    expect(Number(row('Overrun')[3]) / (156_000 + 260_000)).toBeCloseTo((0.2 / Math.log(0.75 / 0.28)) * Math.log(15), 9);
  });

  it('draws percentiles that rise, depend on the seed alone, and spread more when efforts go together', () => {
    const total = (...more: number[]) => Number(row('Total', exitCost(workloads, plan, ...(more as [number])) as (string | number)[][])[4]);
    expect(total(0.9)).toBe(total(0.9));
    expect(total(0.1)).toBeLessThan(total(0.5));
    expect(total(0.5)).toBeLessThan(total(0.9));
    expect(Math.abs(total(0.5, 0.5, 2) / total(0.5, 0.5, 1) - 1)).toBeLessThan(0.02);
    const twins = [workloads[0], ['other', 40_000, 900, 12_000, 5000]] as typeof workloads;
    const twinPlan = [plan[0], ['other', ...(plan[0] as unknown[]).slice(1)]] as typeof plan;
    const width = (correlation: number): number => {
      const at = (share: number) => Number((exitCost(twins, twinPlan, share, correlation) as (string | number)[][])[1]?.[4]);
      return at(0.9) - at(0.1);
    };
    expect(width(1)).toBeGreaterThan(width(0) * 1.2);
  });

  it('meets the triangular distribution where it is known: one workload, its rework', () => {
    const single = exitCost([['a', 0, 0, 0, 0]], [['a', 0, 100, 400, 1, 0, 0, 0, 0]], 0.5) as (string | number)[][];
    // Median of (0, 100, 400): 400 - sqrt(0.5 x 400 x 300)
    expect(Math.abs(Number(single[1]?.[4]) - (400 - Math.sqrt(60_000)))).toBeLessThan(5);
  });

  it('refuses what cannot be', () => {
    expect(() => exitCost(workloads, [plan[0] as unknown[]] as never)).toThrow('The plan has no row for search.');
    expect(() => exitCost([workloads[0]] as never, [['shop', 5, 4, 6, 1, 0, 0, 0, 0]])).toThrow('HoursLeast, HoursLikely, HoursMost of shop must not fall.');
    expect(() => exitCost(workloads, plan, 90)).toThrow('percentile must be 1 or less, not 90.');
  });
});
