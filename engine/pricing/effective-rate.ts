import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { decimal, type Decimal, type DecimalValue } from '../numeric/decimal.ts';

/**
 * Price of a used hour when `onDemand` less `discount` is paid for every hour and `utilization` of them are used; both
 * are fractions. [EQ-PRI-5] Reports `out-of-range`.
 */
export const effectiveRate = (
  onDemand: DecimalValue,
  discount: DecimalValue,
  utilization: DecimalValue,
): Result<Decimal> => {
  const taken = decimal(discount);
  if (taken.isNegative() || taken.greaterThan(1)) return fail(outOfRange('discount', taken, 0, 1));
  const used = decimal(utilization);
  if (used.lessThanOrEqualTo(0) || used.greaterThan(1)) return fail(outOfRange('utilization', used, 0, 1));
  const price = decimal(onDemand);
  if (price.isNegative()) return fail(outOfRange('onDemand', price, 0, ''));
  return ok(price.times(decimal(1).minus(taken)).dividedBy(used));
};

/**
 * Fraction of the committed hours that must be used for the commitment to cost no more than on-demand; above 1 it never
 * pays. [EQ-PRI-6] Reports `out-of-range`.
 */
export const breakEvenUtilization = (onDemand: DecimalValue, committed: DecimalValue): Result<Decimal> => {
  const price = decimal(onDemand);
  if (price.lessThanOrEqualTo(0)) return fail(outOfRange('onDemand', price, 0, ''));
  const rate = decimal(committed);
  if (rate.isNegative()) return fail(outOfRange('committed', rate, 0, ''));
  return ok(rate.dividedBy(price));
};

const outOfRange = (name: string, value: Decimal, minimum: number, maximum: number | '') =>
  makeIssue('out-of-range', { name, value: value.toString(), minimum, maximum });
