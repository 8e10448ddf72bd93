/** Costs of a plan in each period from its purchase on. */
export interface PaybackInput {
  /** Everything on demand. */
  readonly onDemandWithout: ArrayLike<number>;
  /** What is still on demand with the plan. */
  readonly onDemandWith: ArrayLike<number>;
  /** Recurring fees. */
  readonly recurringFees: ArrayLike<number>;
  /** Fees due at the start. */
  readonly upfront: number;
  /** Fees of the whole term, also of periods that are not listed. */
  readonly liability: number;
}

/** Periods from the purchase on, with fractions; null when not within the periods listed. */
export interface Payback {
  /** Until doing nothing would have cost as much as has been paid. */
  readonly cash: number | null;
  /** Until doing nothing would have cost as much as the plan and everything it still binds to. */
  readonly liability: number | null;
}

/** Costs spread evenly within a period. [EQ-OPT-12] */
export const paybackOf = ({ onDemandWithout, onDemandWith, recurringFees, upfront, liability }: PaybackInput): Payback => {
  const periods = Array.from({ length: onDemandWithout.length }, (_, period) => period);
  const at = (values: ArrayLike<number>, period: number): number => values[period] as number;
  return {
    cash: firstCovered(upfront, periods.map(period => at(onDemandWithout, period) - at(onDemandWith, period) - at(recurringFees, period))),
    liability: firstCovered(liability, periods.map(period => at(onDemandWithout, period) - at(onDemandWith, period))),
  };
};

/** When gains have made up for what was owed at the start. */
const firstCovered = (owed: number, gains: readonly number[]): number | null => {
  // Without anything owed at the start a plan that loses money has not paid back either.
  let left = owed;
  for (const [period, gain] of gains.entries()) {
    if (gain > 0 && left <= gain) return period + Math.max(0, left) / gain;
    left -= gain;
  }
  return null;
};
