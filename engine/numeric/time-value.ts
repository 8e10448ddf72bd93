/** Interest rates are effective rates of one period, as fractions: 0.07 a year. */
const demandRate = (rate: number): void => {
  if (!(rate > -1) || !Number.isFinite(rate)) throw new RangeError(`an interest rate is above -1, not ${rate}`);
};

/** Rate of a month that comes to the same in a year. [EQ-TIM-1] */
export const monthlyRate = (annualRate: number): number => {
  demandRate(annualRate);
  return Math.expm1(Math.log1p(annualRate) / 12);
};

/** Present value of 1 paid at the end of each of so many periods; their number itself at rate 0. [EQ-TIM-2] */
export const annuityFactor = (rate: number, periods: number): number => {
  demandRate(rate);
  return rate === 0 ? periods : -Math.expm1(-periods * Math.log1p(rate)) / rate;
};

/** Present value of one amount at the end of a period. */
export const discounted = (amount: number, rate: number, periods: number): number => {
  demandRate(rate);
  return amount * Math.exp(-periods * Math.log1p(rate));
};

/** Present value of amounts at the ends of the periods 1, 2, ...: what `NPV` of a sheet says. [EQ-TIM-3] */
export const presentValue = (rate: number, amounts: readonly number[]): number =>
  amounts.reduce((sum, amount, index) => sum + discounted(amount, rate, index + 1), 0);
