import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Decimal arithmetic of the engine: 60 significant digits, ties to even. Sums and products of prices (at most 12
 * decimals) and quantities (at most 12 decimals) stay far below 60 digits, so they are exact; only a division rounds.
 * An own constructor, so that nobody's global settings of decimal.js change our results.
 */
export const Decimal = DecimalJs.clone({
  precision: 60, rounding: DecimalJs.ROUND_HALF_EVEN, toExpNeg: -30, toExpPos: 40,
});
export type Decimal = DecimalJs;
export type DecimalValue = DecimalJs.Value;

export const decimal = (value: DecimalValue): Decimal => new Decimal(value);

export const zeroDecimal: Decimal = decimal(0);

/**
 * Quotient cut at 20 decimals, so that it has an end and what is computed from it stays exact: an hourly price cut so
 * is off by less than 1e-15 over a term.
 */
export const divideFinitely = (dividend: Decimal, divisor: DecimalValue): Decimal =>
  dividend.dividedBy(divisor).toDecimalPlaces(20);

/** Exact sum; zero for an empty list. */
export const sumDecimals = (values: Iterable<Decimal>): Decimal => {
  let total = zeroDecimal;
  for (const value of values) total = total.plus(value);
  return total;
};

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** The number a text states, or null when it states none (blank, words, infinite): unknown is never zero. */
export const parseDecimal = (text: string): Decimal | null => {
  const trimmed = text.trim();
  return plainNumber.test(trimmed) ? decimal(trimmed) : null;
};
