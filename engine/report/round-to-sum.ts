import type { Decimal } from '../numeric/decimal.ts';

/**
 * Whole units next to the exact `amounts` that add to `total` exactly (largest remainder, Hamilton 1792): each is
 * rounded down, and the units still missing go to the largest remainders, equal ones to the earlier. No amount moves by
 * a whole unit, and an amount that is whole stays.
 *
 * Throws when `total` is not the sum of the amounts rounded up or down: then there is no such rounding.
 */
export const roundToSum = (amounts: readonly Decimal[], total: number): number[] => {
  const floors = amounts.map(amount => amount.floor());
  const units = floors.map(floor => floor.toNumber() + 0); // never a negative zero
  const missing = total - units.reduce((sum, each) => sum + each, 0);
  if (missing === 0) return units;
  const split = amounts.flatMap((amount, index) => {
    const remainder = amount.minus(floors[index] as Decimal);
    return remainder.isZero() ? [] : [{ index, remainder }];
  });
  if (missing < 0 || missing > split.length) throw new Error(`${amounts.length} amounts cannot be rounded to ${total}`);
  split.sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (const { index } of split.slice(0, missing)) units[index] = (units[index] as number) + 1;
  return units;
};
