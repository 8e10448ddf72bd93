import { describe, expect, it } from '@jest/globals';
import { benchCheck } from './bench-check.ts';
import { erlangC } from './erlang-c.ts';
import { extrapolate } from './extrapolate.ts';
import { gpuShare } from './gpu-share.ts';
import { nodesFor } from './nodes-for.ts';
import { poolSize } from './pool-size.ts';
import { queueWait } from './queue-wait.ts';
import { rackFit } from './rack-fit.ts';
import { sdsSlowdown } from './sds-slowdown.ts';
import { serversFor } from './servers-for.ts';
import { storageRaw } from './storage-raw.ts';
import { uslCapacity } from './usl-capacity.ts';
import { uslFit } from './usl-fit.ts';
import { vmFit } from './vm-fit.ts';

/** Excel hands null for an argument that was left out. */
const omitted = null as unknown as undefined;
const column = (...values: readonly unknown[]): unknown[][] => values.map(value => [value]);
const errorOf = (ask: () => unknown): unknown => {
  try {
    return ask();
  } catch (error) {
    return error;
  }
};

describe('questions of capacity, one cell each', () => {
  it('answer what is in print', () => {
    expect(erlangC(10, 8)).toBeCloseTo(0.4092, 4);
    expect(erlangC(100, 90)).toBeCloseTo(0.2169, 4);
    expect(queueWait(10, 9, 1)).toBeCloseTo(0.668731524108, 11);
    expect(queueWait(1, 0.8, 1, omitted, 4)).toBeCloseTo(10, 11);
    expect(nodesFor(1_000_000, 600)).toBe(1667);
    expect(uslCapacity(69, 0.05, 0.0002)).toBeCloseTo(12.93, 2);
    expect(poolSize(column(5, 5, 5, 5, 5, 5, 5, 5), column(6, 6, 6, 6, 6, 6, 6, 6), 0.2)).toBeCloseTo(101.2, 1);
    expect(vmFit(4, 1.5, 16, 2, 1, 2)).toBe(6);
    expect(vmFit(8, 4, 48, 0, 16, 23, 2, 1)).toBe(2);
    expect(rackFit(42, 8, 2, 24, 100, 15, 88, 1)).toEqual([[17, 'space, power']]);
    expect(rackFit(42, 8, 2, 24, 100, 15, 740)).toEqual([[1, 'power']]);
    expect(sdsSlowdown(0.01)).toBe(2);
    expect(storageRaw(100)).toBe(300);
    expect(storageRaw(100, omitted, 10, 4)).toBe(140);
    expect(gpuShare('H100', 'MIG', '3g.40gb', 2)).toBeCloseTo(6 / 7, 12);
  });

  it('flag a benchmark that claims ten times the peak of its card', () => {
    const [[isPlausible, share]] = benchCheck(2e12, 0.922, 0.2) as [[boolean, number]];
    expect(isPlausible).toBe(false);
    expect(Math.round(share)).toBe(11);
  });

  it('keep a target wait with the fewest servers', () => {
    const servers = serversFor(90, 0.1, 0.05);
    expect(queueWait(servers, 90, 0.1)).toBeLessThanOrEqual(0.05);
    expect(queueWait(servers - 1, 90, 0.1)).toBeGreaterThan(0.05);
    const more = serversFor(90, 0.1, 0.05, 0.95);
    expect(queueWait(more, 90, 0.1, omitted, omitted, 0.95)).toBeLessThanOrEqual(0.05);
    expect(queueWait(more - 1, 90, 0.1, omitted, omitted, 0.95)).toBeGreaterThan(0.05);
  });

  it('fit ranges with blanks and of any shape, or a single value', () => {
    const [, row] = uslFit(column(1, 2, null, 4, 8), column(10, 20, '', 40, 80)) as [unknown, unknown[]];
    expect(row).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9), expect.closeTo(10, 6), expect.closeTo(1, 9), expect.anything()]);
    // Ratio estimate: 1 and 3 of 10 units with 2 and 5 node-hours
    expect(extrapolate([[1, 3]], [[7200, 18_000]], [[1, 1]], 10)).toEqual([[7, 17.5, expect.closeTo(29.803, 3)]]);
    const single = 10 as unknown as unknown[][];
    expect(extrapolate(single, 7200 as unknown as unknown[][], 1 as unknown as unknown[][], 14_000)).toEqual([['unknown', 2800, 'unknown']]);
  });
});

describe('questions without an answer', () => {
  it.each([
    ['a load at capacity', () => erlangC(10, 10), 'invalidNumber'],
    ['a wait above capacity', () => queueWait(10, 101, 0.1), 'invalidNumber'],
    ['two node counts', () => uslFit(column(1, 2), column(1, 2)), 'invalidNumber'],
    ['a GPU that cannot be cut', () => gpuShare('T4', 'mig', '1g.5gb', 1), 'notAvailable'],
    ['too many instances', () => gpuShare('A30', 'mig', '2g.12gb', 3), 'notAvailable'],
    ['half a server', () => erlangC(1.5, 1), 'invalidValue'],
    ['a way nobody shares by', () => gpuShare('H100', 'slices', '', 1), 'invalidValue'],
    ['ranges of two sizes', () => uslFit(column(1, 2, 3), column(1, 2)), 'invalidValue'],
    ['a blank among numbers', () => uslFit(column(1, null, 3), column(1, 2, 3)), 'invalidValue'],
    ['words', () => poolSize(column('many'), column(1), 0), 'invalidValue'],
    ['no mean wait at all', () => serversFor(10, 1, 0), 'invalidValue'],
    ['half a code', () => storageRaw(100, omitted, 10), 'invalidValue'],
    ['nothing measured', () => benchCheck(1, 0, 1), 'invalidValue'],
    ['a correlation that cannot be', () => poolSize(column(1, 1, 1), column(1, 1, 1), -0.9), 'invalidValue'],
  ])('%s', (_what, ask, kind) => {
    expect(errorOf(ask)).toMatchObject({ kind });
  });
});
