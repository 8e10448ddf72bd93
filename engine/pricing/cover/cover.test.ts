import { describe, expect, it } from '@jest/globals';
import { cover } from './cover.ts';
import type { MeterCommitment, SpendCommitment, UnitCommitment } from './meter-commitment.ts';
import { prepareCover } from './prepare-cover.ts';
import type { UsageMeter } from './usage-meter.ts';

/** Full hours of nodes, hour by hour. */
const nodes = (counts: readonly number[], account = 0): UsageMeter => ({
  account,
  secondsByHour: Float64Array.from(counts, count => count * 3600),
});

const scope = { rank: 0, account: 0, isShared: false, hours: [0, 1000] } as const;
const units = (unitsPerHour: number, weights: readonly (readonly [meter: number, unitsPerNode: number])[]): UnitCommitment => ({
  ...scope,
  kind: 'unit',
  unitsPerHour,
  meters: weights.map(([meter, unitsPerNode]) => ({ meter, unitsPerNode })),
});
const spend = (
  amountPerHour: number,
  rates: readonly (readonly [meter: number, planPerHour: number, onDemandPerHour: number])[],
): SpendCommitment => ({
  ...scope,
  kind: 'spend',
  amountPerHour,
  meters: rates.map(([meter, planPerHour, onDemandPerHour]) => ({ meter, planPerHour, onDemandPerHour })),
});

/** Node-hours covered by commitment and meter, node-hours left by meter, sizes left by commitment: whole run. */
const coverAll = (meters: readonly UsageMeter[], commitments: readonly MeterCommitment[]) => {
  const hourCount = meters[0]?.secondsByHour.length ?? 0;
  const prepared = prepareCover({ meters, commitments, bucketBounds: [0, hourCount] });
  const result = cover(prepared);
  const covered = commitments.map(() => meters.map(() => 0));
  prepared.meterOfPair.forEach((meter, pair) => {
    const row = covered[prepared.commitmentOfPair[pair] as number] as number[];
    row[meter] = (result.coveredSeconds[pair] as number) / 3600;
  });
  return {
    covered,
    remainder: [...result.remainderSeconds].map(seconds => seconds / 3600),
    unused: [...result.unusedCounts].map((counts, index) => counts / (result.countsPerSize[index] as number)),
  };
};

describe('units: reserved instances and reservations', () => {
  it('lets a t2.medium cover two t2.small, or half of a t2.large (AWS, Reserved Instance Reporting)', () => {
    const [small, large] = [1, 4];
    expect(coverAll([nodes([2])], [units(2, [[0, small]])])).toEqual({ covered: [[2]], remainder: [0], unused: [0] });
    expect(coverAll([nodes([1])], [units(2, [[0, large]])])).toEqual({ covered: [[0.5]], remainder: [0.5], unused: [0] });
  });

  it('lets a DS4_v2 cover eight DS1_v2, two DS2_v2 and one DS3_v2, or half of a DS5_v2 (Azure)', () => {
    const [ds1, ds2, ds3, ds5] = [1, 2, 4, 16];
    expect(coverAll([nodes([8])], [units(8, [[0, ds1]])]).remainder).toEqual([0]);
    expect(coverAll([nodes([2]), nodes([1])], [units(8, [[0, ds2], [1, ds3]])])).toEqual({
      covered: [[2, 1]], remainder: [0, 0], unused: [0],
    });
    expect(coverAll([nodes([1])], [units(8, [[0, ds5]])]).remainder).toEqual([0.5]);
  });

  it('serves its meters in the order given', () => {
    expect(coverAll([nodes([2]), nodes([2])], [units(3, [[1, 1], [0, 1]])]).covered).toEqual([[1, 2]]);
  });

  it('takes every hour by itself: what one hour leaves does not help the next', () => {
    expect(coverAll([nodes([0, 4, 1])], [units(2, [[0, 1]])])).toEqual({ covered: [[3]], remainder: [2], unused: [3] });
  });

  it('is live in its hours only', () => {
    const commitment = { ...units(2, [[0, 1]]), hours: [1, 2] as const };
    expect(coverAll([nodes([2, 2, 2])], [commitment])).toEqual({ covered: [[2]], remainder: [4], unused: [0] });
  });

  it('covers seconds, not started hours', () => {
    const meter = { account: 0, secondsByHour: Float64Array.of(1) };
    expect(coverAll([meter], [units(1, [[0, 1]])])).toEqual({ covered: [[1 / 3600]], remainder: [0], unused: [3599 / 3600] });
  });
});

/** AWS's own example: c5.9xlarge, c5.24xlarge with Windows, Fargate vCPU and GB, with their Compute plan rates. */
const example = [nodes([1]), nodes([1]), nodes([10]), nodes([5])];
const computeRates = [[0, 2, 4], [1, 8, 10], [2, 1, 1.5], [3, 1, 2]] as const;

describe('amounts: savings plans', () => {
  it('covers everything for 25 USD per hour (AWS, How Savings Plans apply to your usage)', () => {
    expect(coverAll(example, [spend(25, computeRates)])).toEqual({
      covered: [[1, 1, 10, 5]], remainder: [0, 0, 0, 0], unused: [0],
    });
    expect(coverAll(example, [spend(26, computeRates)]).unused).toEqual([1]);
  });

  it('serves the highest saving first, and of equal savings the lowest rate', () => {
    // 50 % at 1: the GB; 50 % at 2: c5.9xlarge; 33.3 %: vCPU; 20 %: c5.24xlarge.
    expect(coverAll(example, [spend(5, computeRates)]).covered).toEqual([[0, 0, 0, 5]]);
    expect(coverAll(example, [spend(6, computeRates)]).covered).toEqual([[0.5, 0, 0, 5]]);
    expect(coverAll(example, [spend(11, computeRates)]).covered).toEqual([[1, 0, 4, 5]]);
    expect(coverAll(example, [spend(21, computeRates)]).covered).toEqual([[1, 0.5, 10, 5]]);
  });

  it('lets an EC2 Instance plan go before a Compute plan', () => {
    const instancePlan = { ...spend(1, [[0, 1, 4]]), rank: 1 };
    const computePlan = { ...spend(7, computeRates), rank: 2 };
    const expected = [[1, 0, 0, 0], [0, 0, 2, 5]];
    expect(coverAll(example, [instancePlan, computePlan]).covered).toEqual(expected);
    expect(coverAll(example, [computePlan, instancePlan]).covered).toEqual([...expected].reverse());
  });

  it('lets a reservation go before a plan', () => {
    const reservation = units(1, [[0, 1]]);
    const plan = { ...spend(10, [[0, 2, 4]]), rank: 1 };
    expect(coverAll([nodes([3])], [plan, reservation])).toEqual({ covered: [[2], [1]], remainder: [0], unused: [6, 0] });
  });

  it('counts amounts of a thousandth, and rates of ten decimals, to 1e-10', () => {
    const { unused } = coverAll([nodes([1])], [spend(1.001, [[0, 0.1234567891, 1]])]);
    expect(unused).toEqual([0.8775432109]);
  });
});

describe('accounts', () => {
  const meters = [nodes([2], 0), nodes([2], 1)];
  it('leaves other accounts alone without sharing', () => {
    expect(coverAll(meters, [{ ...units(3, [[0, 1], [1, 1]]), account: 1 }])).toEqual({
      covered: [[0, 2]], remainder: [2, 0], unused: [1],
    });
  });

  it('serves the owner first, then the others', () => {
    expect(coverAll(meters, [{ ...units(3, [[0, 1], [1, 1]]), account: 1, isShared: true }]).covered).toEqual([[1, 2]]);
  });

  it('serves every owner before any commitment is shared', () => {
    const ofFirst = { ...units(3, [[0, 1], [1, 1]]), isShared: true };
    const ofSecond = { ...units(2, [[0, 1], [1, 1]]), account: 1 };
    expect(coverAll(meters, [ofFirst, ofSecond]).covered).toEqual([[2, 0], [0, 2]]);
  });
});

describe('buckets and sizes', () => {
  it('adds up by bucket, and leaves out hours of none', () => {
    const prepared = prepareCover({
      meters: [nodes([9, 1, 2, 3, 9])], commitments: [units(2, [[0, 1]])], bucketBounds: [1, 3, 4],
    });
    const { coveredSeconds, remainderSeconds, unusedCounts, countsPerSize } = cover(prepared);
    expect([...coveredSeconds]).toEqual([3 * 3600, 2 * 3600]);
    expect([...remainderSeconds]).toEqual([0, 3600]);
    expect([...unusedCounts].map(counts => counts / (countsPerSize[0] as number))).toEqual([1, 0]);
  });

  it('takes other sizes than it was prepared with', () => {
    const prepared = prepareCover({ meters: [nodes([5])], commitments: [units(2, [[0, 1]])], bucketBounds: [0, 1] });
    expect(cover(prepared, [4.5]).remainderSeconds[0]).toBe(0.5 * 3600);
  });
});

describe('what cannot be covered', () => {
  const prepare = (meters: readonly UsageMeter[], commitments: readonly MeterCommitment[], bucketBounds = [0, 1]) => () =>
    prepareCover({ meters, commitments, bucketBounds });
  it.each([
    ['a second in parts', prepare([{ account: 0, secondsByHour: Float64Array.of(0.5) }], [])],
    ['negative seconds', prepare([nodes([-1])], [])],
    ['unknown seconds', prepare([nodes([NaN])], [])],
    ['meters of unequal length', prepare([nodes([1]), nodes([1, 2])], [])],
    ['a negative size', prepare([nodes([1])], [units(-1, [[0, 1]])])],
    ['a negative weight', prepare([nodes([1])], [units(1, [[0, -1]])])],
    ['a meter twice', prepare([nodes([1])], [units(1, [[0, 1], [0, 1]])])],
    ['a meter that is not there', prepare([nodes([1])], [units(1, [[1, 1]])])],
    ['buckets beyond the plan', prepare([nodes([1])], [], [0, 2])],
    ['buckets out of order', prepare([nodes([1, 1])], [], [1, 0])],
    ['more seconds than can be counted', prepare([nodes([2 ** 41])], [])],
  ])('throws on %s', (_, act) => {
    expect(act).toThrow();
  });

  it('throws on a size that cannot be counted', () => {
    expect(() => cover(prepareCover({ meters: [nodes([1])], commitments: [units(2 ** 41, [[0, 1]])], bucketBounds: [0, 1] }))).toThrow();
  });
});
