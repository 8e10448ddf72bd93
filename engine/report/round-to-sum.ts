import { sumDecimals, type Decimal } from '../numeric/decimal.ts';

/**
 * Whole units next to the exact `amounts` that add to `total` exactly (largest remainder, Hamilton 1792): each is rounded
 * down, and the units still missing go to the largest remainders, equal ones to the earlier. No amount moves by a whole
 * unit, and an amount that is whole stays.
 *
 * Throws when `total` is not the sum of the amounts rounded up or down: then there is no such rounding.
 */
export const roundToSum = (amounts: readonly Decimal[], total: number): number[] => {
  const floors = amounts.map(amount => amount.floor());
  const remainders = amounts.map((amount, index) => amount.minus(floors[index] as Decimal));
  const units = floors.map(floor => floor.toNumber());
  const missing = total - sumDecimals(floors).toNumber();
  const order = remainders.map((_, index) => index).filter(index => !(remainders[index] as Decimal).isZero());
  if (missing < 0 || missing > order.length) throw new Error(`${amounts.length} amounts cannot be rounded to ${total}`);
  order.sort((a, b) => (remainders[b] as Decimal).comparedTo(remainders[a] as Decimal) || a - b);
  for (const index of order.slice(0, missing)) units[index] = (units[index] as number) + 1;
  return units;
};
