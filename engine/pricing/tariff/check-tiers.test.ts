import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../../numeric/decimal.ts';
import { checkTiers, type StatedTier } from './check-tiers.ts';

type Row = readonly [from: number, to: number | null, price: number];
const stated = (rows: readonly Row[]): StatedTier[] =>
  rows.map(([from, to, price]) => ({
    fromQuantity: decimal(from), toQuantity: to === null ? null : decimal(to), unitPrice: decimal(price),
  }));
const problems = (...rows: readonly Row[]): string[] =>
  checkTiers(stated(rows), 'm').problems.map(({ place, issue }) => `${place} ${issue.code} ${Object.values(issue.values).slice(1).join('-')}`);

describe('checkTiers', () => {
  it('finds nothing in a table that gives each quantity one price, whatever the order of rows', () => {
    const rows: Row[] = [[0, 100, 0], [100, 10_240, 0.09], [10_240, null, 0.085]];
    expect(problems(...rows)).toEqual([]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), shuffled => {
        const checked = checkTiers(stated(shuffled), 'm');
        expect(checked.problems).toEqual([]);
        expect(checked.tiers.map(tier => tier.fromQuantity.toNumber())).toEqual([0, 100, 10_240]);
      }),
    );
  });

  it('finds quantities without a price', () => {
    expect(problems([5, null, 1])).toEqual(['0 tier-gap 0-5']);
    expect(problems([0, 10, 1], [20, null, 2])).toEqual(['1 tier-gap 10-20']);
    expect(problems([20, null, 2], [0, 10, 1])).toEqual(['0 tier-gap 10-20']);
  });

  it('finds quantities with two prices', () => {
    expect(problems([0, null, 1], [0, null, 2])).toEqual(['1 tier-overlap 0']);
    expect(problems([0, 30, 1], [20, null, 2])).toEqual(['0 tier-overlap 20']);
    expect(problems([0, null, 1], [20, 10, 2])).toEqual(['1 tier-overlap 20']);
    expect(problems([0, 0, 1], [20, null, 2])).toEqual(['0 tier-overlap 20']);
  });

  it('finds negative prices and starts', () => {
    expect(problems([0, null, -0.1])).toEqual(['0 tier-negative -0.1']);
    expect(problems([-5, 0, 1], [0, null, 2])).toEqual(['0 tier-negative -5']);
  });

  it('says where the prices end', () => {
    expect(checkTiers(stated([[0, 10, 1], [10, 50, 2]]), 'm').limit?.toNumber()).toBe(50);
    expect(checkTiers(stated([[0, 10, 1], [10, null, 2]]), 'm').limit).toBeNull();
  });
});
