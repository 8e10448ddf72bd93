/** What a quantity is sold in: whole numbers of `step`, at least `least` of them if any. */
export interface SoldIn {
  readonly step: number;
  readonly least: number;
}

/** Fractions of a step that are rounding of the division, not part of a purchase. */
const slack = 1e-9;

/** The largest quantity sold that is no more than `quantity`: none below the least. */
export const stepsDown = (quantity: number, { step, least }: SoldIn): number => {
  const steps = Math.floor(quantity / step + slack);
  return steps * step < least - slack * step ? 0 : inSteps(steps, step);
};

/** The smallest quantity sold that is no less. */
export const stepsUp = (quantity: number, { step, least }: SoldIn): number => {
  const steps = Math.ceil(quantity / step - slack);
  if (steps <= 0) return 0;
  return inSteps(Math.max(steps, Math.ceil(least / step - slack)), step);
};

/** The next larger and the next smaller quantity sold. */
export const nextUp = (quantity: number, sold: SoldIn): number => stepsUp(quantity + sold.step, sold);
export const nextDown = (quantity: number, sold: SoldIn): number => stepsDown(Math.max(0, quantity - sold.step), sold);

/** `steps * step` without the noise of a step such as 0.001: what a price list would print. */
const inSteps = (steps: number, step: number): number => {
  const perUnit = Math.round(1 / step);
  return perUnit > 1 && Math.abs(perUnit * step - 1) < slack ? steps / perUnit : steps * step;
};
