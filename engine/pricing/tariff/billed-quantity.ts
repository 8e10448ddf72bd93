import { fail, ok, type Result } from '../../issue/result.ts';
import { zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { convertQuantity } from '../../quantity/unit.ts';

/** How each use is rounded up: per second, per minute, per started hour, with a least quantity. */
export interface BillingStep {
  /** Each use is billed in whole steps of so many units; null: as measured. */
  readonly stepQuantity: Decimal | null;
  /** Least quantity of a use; null: none. */
  readonly minimumQuantity: Decimal | null;
  /** Unit of both, e.g. `Seconds` under a tariff per `Hours`. */
  readonly unit: string;
}

export interface UsesToBill {
  /** Of one use. */
  readonly quantity: Decimal;
  readonly unit: string;
  readonly useCount: Decimal;
  readonly step: BillingStep | null;
  /** Unit of the tariff, and of the answer. */
  readonly tariffUnit: string;
}

/**
 * Quantity a tariff is asked for: each use at least the minimum, in whole steps, times the number of uses, in the
 * tariff's unit. [EQ-TAR-4] A use of nothing is billed nothing. Reports `unit-mismatch`.
 */
export const billedQuantity = ({ quantity, unit, useCount, step, tariffUnit }: UsesToBill): Result<Decimal> => {
  if (!step) return convertQuantity(quantity.times(useCount), unit, tariffUnit);
  const measured = convertQuantity(quantity, unit, step.unit);
  if (!measured.ok) return fail(...measured.issues);
  if (measured.value.isZero()) return ok(zeroDecimal);
  const least = step.minimumQuantity ?? zeroDecimal;
  const atLeast = measured.value.lessThan(least) ? least : measured.value;
  const whole = step.stepQuantity ? atLeast.dividedBy(step.stepQuantity).ceil().times(step.stepQuantity) : atLeast;
  return convertQuantity(whole.times(useCount), step.unit, tariffUnit);
};

/** Decimals a quantity of a tariff has at most, so that prices times quantities stay exact. */
export const quantityDecimals = 12;

export const roundQuantity = (quantity: Decimal): Decimal => quantity.toDecimalPlaces(quantityDecimals);
