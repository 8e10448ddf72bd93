import { describe, expect, it } from '@jest/globals';
import { RandomStream, threefryBlock } from './random-stream.ts';

const take = (stream: RandomStream, count: number): number[] => Array.from({ length: count }, () => stream.uniform());

describe('a random stream', () => {
  // Known answers of the authors' library Random123, file kat_vectors, threefry2x32 with 20 rounds.
  it.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])('is Threefry: key %i %i, counter %i %i', (key0, key1, counter0, counter1, first, second) => {
    expect([...threefryBlock(key0, key1, counter0, counter1)]).toEqual([first, second]);
  });

  it('is the same for the same seed and stream, and another for another of either', () => {
    expect(take(new RandomStream(7, 3), 5)).toEqual(take(new RandomStream(7, 3), 5));
    expect(take(new RandomStream(7, 4), 5)).not.toEqual(take(new RandomStream(7, 3), 5));
    expect(take(new RandomStream(8, 3), 5)).not.toEqual(take(new RandomStream(7, 3), 5));
  });

  it('has the moments of its distributions, within five standard errors', () => {
    const count = 100_000;
    const moments = (draw: () => number): [number, number] => {
      const values = Array.from({ length: count }, draw);
      const mean = values.reduce((sum, value) => sum + value, 0) / count;
      return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count];
    };
    const stream = new RandomStream(1, 0);
    const error = 5 / Math.sqrt(count);
    const [uniformMean, uniformVariance] = moments(() => stream.uniform());
    expect(Math.abs(uniformMean - 0.5)).toBeLessThan(error * Math.sqrt(1 / 12));
    expect(Math.abs(uniformVariance - 1 / 12)).toBeLessThan(error * Math.sqrt(1 / 180));
    const [exponentialMean, exponentialVariance] = moments(() => stream.exponential());
    expect(Math.abs(exponentialMean - 1)).toBeLessThan(error);
    expect(Math.abs(exponentialVariance - 1)).toBeLessThan(error * Math.sqrt(8));
    const [normalMean, normalVariance] = moments(() => stream.normal());
    expect(Math.abs(normalMean)).toBeLessThan(error);
    expect(Math.abs(normalVariance - 1)).toBeLessThan(error * Math.sqrt(2));
  });

  it.each([-1, 0.5, 2 ** 32, NaN])('takes no seed %d', seed => {
    expect(() => new RandomStream(seed, 0)).toThrow(RangeError);
  });
});
