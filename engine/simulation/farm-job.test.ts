import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { money } from '../money/money.ts';
import { frontier, frontierNodeCounts } from './frontier.ts';
import { billedSeconds, jobCost, jobNodeSeconds } from './job-cost.ts';
import { jobTime } from './job-time.ts';
import { effectiveNodeCount } from './scaling.ts';

/** A film render of 560,000 core-hours on nodes of 8 cores at 1.60 USD/h that start in 97 s. */
const render = { workHours: 560_000, coresPerNode: 8, bootSeconds: 97 };
const price = money('1.6', 'USD');

describe('a job shared by nodes', () => {
  it.each([
    [100, 700.027, '112004.31', '112160'],
    [1_000, 70.027, '112043.11', '113600'],
    [10_000, 7.027, '112431.11', '128000'],
    [70_000, 1.027, '115017.78', '224000'],
  ])(
    'on %d nodes takes %d hours and costs %s per second, %s per started hour',
    (nodeCount, hours, perSecond, perHour) => {
      const job = { work: render, nodeCount, pricePerNodeHour: price };
      expect(jobTime(render, nodeCount)).toBeCloseTo(hours, 3);
      expect(jobCost(job).amount.toFixed(2)).toBe(Number(perSecond).toFixed(2));
      expect(jobCost({ ...job, quantumSeconds: 3600 }).amount.toString()).toBe(perHour);
    },
  );

  it('does not start another billing step for a rounding error of a division', () => {
    expect(billedSeconds(3600 * (1 + 2 ** -52), 3600)).toBe(3600);
    expect(billedSeconds(3601, 3600)).toBe(7200);
    expect(billedSeconds(0.2, 1)).toBe(1);
    // 3 x 1/3 of an hour of work with an efficiency that has no exact double
    expect(
      jobNodeSeconds({
        work: { workHours: 0.7, coresPerNode: 1, efficiency: 0.7 },
        nodeCount: 1,
        quantumSeconds: 3600,
      }),
    ).toBe(3600);
  });

  it('follows Amdahl with contention alone and the universal scalability law with crosstalk', () => {
    // S = 1 / (s + (1 - s) / n); USL at s .05, k .0002: C(69) = 12.93
    expect(effectiveNodeCount(10, 0.1, 0)).toBeCloseTo(1 / (0.1 + 0.9 / 10), 12);
    expect(effectiveNodeCount(69, 0.05, 0.0002)).toBeCloseTo(12.93, 2);
    expect(jobTime({ workHours: 100, coresPerNode: 1, sigma: 1 }, 50)).toBeCloseTo(100, 9);
  });

  it('refuses what has no answer', () => {
    expect(() => jobTime(render, 0)).toThrow(RangeError);
    expect(() => jobTime({ ...render, workHours: 0 }, 5)).toThrow(RangeError);
    expect(() => billedSeconds(5, 0.5)).toThrow(RangeError);
  });
});

describe('the frontier of time against money', () => {
  it('marks exactly the points no other beats, whatever the order of the counts', () => {
    const counts = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.constantFrom(1, 60, 3600),
        (nodeCounts, sigma, quantumSeconds) => {
          const points = frontier({
            work: { ...render, workHours: 2_000, sigma },
            nodeCounts,
            pricePerNodeHour: price,
            quantumSeconds,
          });
          expect(points.map(point => point.nodeCount)).toEqual([...nodeCounts].sort((a, b) => a - b));
          for (const point of points) {
            const isBeaten = points.some(
              other =>
                other.hours <= point.hours &&
                other.cost.amount.lessThanOrEqualTo(point.cost.amount) &&
                (other.hours < point.hours || other.cost.amount.lessThan(point.cost.amount)),
            );
            expect(point.isEfficient).toBe(!isBeaten);
          }
        },
      ),
    );
  });

  it('spaces node counts evenly in ratio, ends included', () => {
    expect(frontierNodeCounts(10, 1000, 3)).toEqual([10, 100, 1000]);
    expect(frontierNodeCounts(1, 3, 9)).toEqual([1, 2, 3]);
    expect(frontierNodeCounts(5, 5, 9)).toEqual([5]);
  });
});
