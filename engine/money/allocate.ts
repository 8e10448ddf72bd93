import { decimal, sumDecimals, zeroDecimal, type Decimal, type DecimalValue } from '../numeric/decimal.ts';
import { minorUnits } from './currency.ts';
import type { Money } from './money.ts';

interface Part {
  readonly index: number;
  readonly floor: Decimal;
  readonly remainder: Decimal;
}

/**
 * Splits `total` in proportion to `weights` into amounts of `decimals` places (default: the currency's minor unit)
 * whose sum is `total` exactly, by largest remainder (Hamilton); equal remainders go to the earlier part. What `total`
 * itself holds beyond `decimals` places goes to the first part of greatest weight.
 *
 * Throws when a weight is negative or no weight is positive: a split over nothing has no answer.
 */
export const allocate = (total: Money, weights: readonly DecimalValue[], decimals?: number): Money[] => {
  const places = decimals ?? minorUnits(total.currency);
  const shares = weights.map(decimal);
  const whole = sumDecimals(shares);
  if (shares.some(share => share.isNegative() && !share.isZero())) throw new Error('a weight is negative');
  if (!whole.isPositive() || whole.isZero()) throw new Error('no weight is positive');

  const scale = decimal(10).pow(places);
  const sign = total.amount.isNegative() ? -1 : 1;
  const magnitude = total.amount.abs().times(scale);
  const units = magnitude.floor();
  const parts: Part[] = shares.map((share, index) => {
    const product = units.times(share);
    const floor = product.dividedToIntegerBy(whole);
    return { index, floor, remainder: product.minus(floor.times(whole)) };
  });
  const missing = units.minus(sumDecimals(parts.map(part => part.floor))).toNumber();
  const ranked = [...parts].sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  const amounts = parts.map(part => part.floor);
  for (const part of ranked.slice(0, missing)) amounts[part.index] = part.floor.plus(1);

  const isHeavier = (share: Decimal, than: number): boolean => share.greaterThan(shares[than] ?? zeroDecimal);
  const heaviest = shares.reduce((best, share, index) => (isHeavier(share, best) ? index : best), 0);
  const beyond = magnitude.minus(units);
  return amounts.map((amount, index) => ({
    amount: (index === heaviest ? amount.plus(beyond) : amount).dividedBy(scale).times(sign),
    currency: total.currency,
  }));
};
