import { sumDecimals, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import type { SupportBand } from './fee.ts';

/**
 * Fee of a month: each band's part of the charges that lie in it, and no less than the minimum, which is due even when
 * nothing is charged. [EQ-FEE-1] Charges below zero count as none.
 */
export const supportFee = (charges: Decimal, bands: readonly SupportBand[], minimum: Decimal): Decimal => {
  const ofBands = bands.map(({ fromAmount, fraction }, index) => {
    const next = bands[index + 1]?.fromAmount;
    const reached = next?.lessThan(charges) ? next : charges;
    return reached.greaterThan(fromAmount) ? reached.minus(fromAmount).times(fraction) : zeroDecimal;
  });
  const fee = sumDecimals(ofBands);
  return fee.lessThan(minimum) ? minimum : fee;
};

/** What is due for a promised amount that was not spent. [EQ-FEE-2] */
export const shortfall = (promised: Decimal, spent: Decimal): Decimal =>
  spent.lessThan(promised) ? promised.minus(spent) : zeroDecimal;
