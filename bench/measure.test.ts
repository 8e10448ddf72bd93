import { describe, expect, it } from '@jest/globals';
import { isMet, ratio } from './benchmark.ts';
import { inTurns, medianOf, perSecond } from './measure.ts';

describe('measuring', () => {
  it('takes the middle run, or the mean of the two middle ones', () => {
    expect(medianOf([9, 1, 5])).toEqual({ value: 5, unit: 'ms', lowest: 1, highest: 9 });
    expect(medianOf([4, 1, 2, 100]).value).toBe(3);
    expect(() => medianOf([])).toThrow(RangeError);
  });

  it('takes turns, and leaves the warm-up out', async () => {
    const order: string[] = [];
    let first = 1000;
    const sample = (name: string, milliseconds: () => number) => () => {
      order.push(name);
      return milliseconds();
    };
    const measured = await inTurns({ a: sample('a', () => (first /= 10)), b: sample('b', () => 7) }, { warmUps: 1, runs: 2 });
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(measured.a).toEqual({ value: 5.5, unit: 'ms', lowest: 1, highest: 10 });
    expect(measured.b.value).toBe(7);
  });

  it('turns times around, with their extremes', () => {
    expect(perSecond({ value: 2, unit: 'ms', lowest: 1, highest: 4 })).toEqual({ value: 500, unit: '1/s', lowest: 250, highest: 1000 });
  });

  it('holds a figure against its goal', () => {
    const ours = { value: 3, unit: 'ms' } as const;
    const theirs = { value: 2, unit: 'ms' } as const;
    expect(isMet(ratio(ours, theirs, 1.5))).toBe(true);
    expect(isMet(ratio(ours, theirs, 1.49))).toBe(false);
    expect(isMet(ratio(ours, theirs))).toBeNull();
  });
});
