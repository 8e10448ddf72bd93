import { say, type Sentence } from './sentence.ts';

/** `1,234,567.80`: grouped by thousands, with exactly `decimals` decimals; the same on every machine. */
export const numberText = (value: number, decimals: number): string => {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isNegative = value < 0 && Number(`${whole}.${fraction ?? 0}`) !== 0;
  return `${isNegative ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** `12.5 %`. */
export const percentText = (fraction: number): string => `${numberText(fraction * 100, 1)} %`;

/** `3 months`, `1 month`. */
export const countText = (count: number, one: string, many = `${one}s`): Sentence =>
  ({ template: `{0} ${count === 1 ? one : many}`, values: [numberText(count, 0)] });

/** `112,004.31 USD`. */
export const moneyText = (amount: number, currency: string, decimals: number): string =>
  `${numberText(amount, decimals)} ${currency}`;

/** Hours as a reader says them: `1.03 h`, `70.0 h`, `29 days 4 h`. */
export const hoursText = (hours: number): Sentence => {
  if (hours < 100) return say`${numberText(hours, hours < 10 ? 2 : 1)} h`;
  const whole = Math.round(hours);
  const [days, rest] = [Math.floor(whole / 24), whole % 24];
  return rest === 0 ? say`${numberText(days, 0)} days` : say`${numberText(days, 0)} days ${rest} h`;
};
