import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { normalQuantile } from '../../numeric/normal.ts';

/** What one of those who share would need by itself: normal demand. */
export interface PooledDemand {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Capacity that is enough for all together with probability `serviceLevel`: the mean of the sum plus z standard
 * deviations of it, with one correlation between any two. [EQ-SIZ-2] Eight departments of mean 5 and deviation 6,
 * correlation 0.2, need 101.2 together at 0.99, and 151.7 each for itself. Reports `out-of-range` for a correlation no
 * such group can have: with n members it is at least about -1 / (n - 1).
 */
export const poolSize = (
  demands: readonly PooledDemand[],
  correlation: number,
  serviceLevel: number,
): Result<number> => {
  const sum = (pick: (demand: PooledDemand) => number): number => demands.reduce((total, each) => total + pick(each), 0);
  const squares = sum(({ standardDeviation }) => standardDeviation ** 2);
  const deviations = sum(({ standardDeviation }) => standardDeviation);
  const between = deviations ** 2 - squares;
  const variance = squares + correlation * between;
  if (variance < -1e-12 * squares) {
    const values = { name: 'correlation', value: correlation, minimum: -squares / between, maximum: 1 };
    return fail(makeIssue('out-of-range', values));
  }
  return ok(Math.max(0, sum(({ mean }) => mean) + normalQuantile(serviceLevel) * Math.sqrt(Math.max(0, variance))));
};
