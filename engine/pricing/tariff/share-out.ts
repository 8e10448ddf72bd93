import { decimal, sumDecimals, type Decimal } from '../../numeric/decimal.ts';

export interface ShareOut {
  readonly total: Decimal;
  /** Not negative; all zero means even shares. */
  readonly weights: readonly Decimal[];
  /** No share exceeds its capacity; together they hold the total. */
  readonly capacities?: readonly Decimal[];
  /** Decimals of a share, and at most of total and capacities. */
  readonly decimals: number;
}

interface Share {
  readonly index: number;
  units: Decimal;
  readonly capacity: Decimal | null;
  readonly remainder: Decimal;
}

/**
 * Splits a quantity in proportion to weights, exactly: shares of `decimals` places whose sum is the total, by largest
 * remainder within their capacities; equal remainders go to the earlier share.
 */
export const shareOut = ({ total, weights, capacities, decimals }: ShareOut): Decimal[] => {
  // One share is the whole: the common case, spared the arithmetic.
  if (weights.length === 1 && !capacities?.[0]?.lessThan(total)) return [total];
  const scale = decimal(10).pow(decimals);
  const sum = sumDecimals(weights);
  const even = sum.isZero();
  const whole = even ? decimal(weights.length) : sum;
  const units = total.times(scale);
  const shares = weights.map((weight, index): Share => {
    const product = units.times(even ? 1 : weight);
    const floor = product.dividedToIntegerBy(whole);
    const capacity = capacities?.[index]?.times(scale) ?? null;
    return {
      index,
      units: capacity?.lessThan(floor) ? capacity : floor,
      capacity,
      remainder: product.minus(floor.times(whole)),
    };
  });
  let missing = units.minus(sumDecimals(shares.map(share => share.units)));
  const ranked = [...shares].sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  while (missing.greaterThan(0)) {
    const open = ranked.filter(({ units: given, capacity }) => capacity === null || given.lessThan(capacity));
    if (open.length === 0) throw new Error('the total is more than all capacities');
    for (const share of open) {
      if (missing.isZero()) break;
      share.units = share.units.plus(1);
      missing = missing.minus(1);
    }
  }
  return shares.map(share => share.units.dividedBy(scale));
};
