import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { decimal, type Decimal, type DecimalValue } from '../../numeric/decimal.ts';
import { billedPerUsefulHour, checkpointInterval, type InterruptedWork } from './checkpoint.ts';

/** What an hour of kept work costs on spot nodes. */
export interface SpotCost {
  readonly perUsefulHour: Decimal;
  /** Billed hours per hour of work kept, 1 or more. */
  readonly billedPerUsefulHour: number;
  /** Seconds of work between checkpoints. */
  readonly intervalSeconds: number;
}

/**
 * Price of an hour of work kept: the spot price, times the hours billed for it when checkpoints are taken at Young's
 * interval. [EQ-SPOT-4] `discount` is what spot is below `onDemand`, 0 to 1. Reports `out-of-range`, and
 * `never-finishes` when nodes are interrupted so often that no work is kept.
 */
export const spotCost = (onDemand: DecimalValue, discount: DecimalValue, work: InterruptedWork): Result<SpotCost> => {
  const price = decimal(onDemand);
  if (price.isNegative()) return fail(makeIssue('out-of-range', { name: 'price', value: price.toString(), minimum: 0, maximum: '' }));
  const taken = decimal(discount);
  if (taken.isNegative() || taken.greaterThan(1)) {
    return fail(makeIssue('out-of-range', { name: 'discount', value: taken.toString(), minimum: 0, maximum: 1 }));
  }
  if (!(work.restartSeconds >= 0)) {
    return fail(makeIssue('out-of-range', { name: 'restartSeconds', value: work.restartSeconds, minimum: 0, maximum: '' }));
  }
  const interval = checkpointInterval(work.checkpointSeconds, work.mtbiHours);
  if (!interval.ok) return interval;
  const billed = billedPerUsefulHour(work, interval.value);
  if (!Number.isFinite(billed)) return fail(makeIssue('never-finishes', { mtbiHours: work.mtbiHours }));
  return ok({
    perUsefulHour: price.times(decimal(1).minus(taken)).times(billed),
    billedPerUsefulHour: billed,
    intervalSeconds: interval.value,
  });
};
