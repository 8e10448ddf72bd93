import { describe, expect, it } from '@jest/globals';
import { commitCover } from './commit-cover.ts';

const column = (...values: readonly unknown[]): unknown[][] => values.map(value => [value]);

describe('CLOUD.COMMITCOVER', () => {
  const usage = column(10, 10, 8, 8, 6, 6, 4, 4, 2, 2);

  it('commits what is used in more than rate / onDemand of the hours', () => {
    // 4 units are wanted in 80 % of the hours, 6 in 60 %: 6 x 10 x 0.55 + 2 x 4 + 2 x 2; 2 x 2 + 4 x 2 of 60 unused
    expect(commitCover(usage, 1, 0.55)).toEqual([
      ['Commit', 'Cost', 'Coverage', 'Waste'],
      [6, expect.closeTo(33 + 12, 12), expect.closeTo(48 / 60, 12), expect.closeTo(12 * 0.55, 12)],
    ]);
  });

  it('commits nothing where it does not pay, and nothing for no usage', () => {
    expect(commitCover(usage, 1, 1)[1]).toEqual([0, 60, 0, 0]);
    expect(commitCover(column(0, 0), 1, 0.5)[1]).toEqual([0, 0, 'none', 0]);
  });

  it('keeps to what is sold', () => {
    // 5 leaves 5 x 2 + 3 x 2 + 1 x 2 on demand, 10 leaves none: 0.55 x 50 + 18, 0.55 x 100
    expect(commitCover(usage, 1, 0.55, 5)[1]?.slice(0, 2)).toEqual([5, expect.closeTo(27.5 + 18, 12)]);
    expect(commitCover(column(1.2345, 1.2345), 1, 0.5, 0.001)[1]?.[0]).toBe(1.234);
  });

  it('passes over empty cells, and refuses what is no usage', () => {
    expect(commitCover([[4, ''], ['', 4]], 1, 0.5)).toEqual(commitCover(column(4, 4), 1, 0.5));
    expect(() => commitCover(column('', ''), 1, 0.5)).toThrow('usageRange is missing.');
    expect(() => commitCover(column(1, -1), 1, 0.5)).toThrow('usageRange must be 0 or more, not -1.');
    expect(() => commitCover(column(1, 'many'), 1, 0.5)).toThrow('usageRange must be a number');
    expect(() => commitCover(usage, 1, 0.5, 0)).toThrow('grid must be more than 0, not 0.');
    expect(() => commitCover(usage, -1, 0.5)).toThrow('onDemand must be 0 or more, not -1.');
  });
});
