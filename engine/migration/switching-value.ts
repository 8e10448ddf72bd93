import { annuityFactor, presentValue } from '../numeric/time-value.ts';

/**
 * What leaving is worth today: savings at the ends of the periods, less what the switch costs now. Periods one side does
 * not name cost it nothing. [EQ-LCK-2]
 */
export const switchingNpv = (rate: number, stay: readonly number[], go: readonly number[], exitCost: number): number => {
  const periods = Math.max(stay.length, go.length);
  const savings = Array.from({ length: periods }, (_, period) => (stay[period] ?? 0) - (go[period] ?? 0));
  return presentValue(rate, savings) - exitCost;
};

/**
 * By how much the present provider could raise its price before leaving pays, as a share of it; negative when leaving
 * pays already. Null when staying costs nothing. [EQ-LCK-3]
 */
export const lockInPremium = (rate: number, periods: number, stay: number, go: number, exitCost: number): number | null => {
  const worth = annuityFactor(rate, periods);
  return stay * worth > 0 ? (go * worth + exitCost) / (stay * worth) - 1 : null;
};
