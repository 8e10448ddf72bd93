/** mathjs' own idea of equal, so that comparing, rounding up and down agree with it. */
const nearlyEqual = (a: number, b: number): boolean =>
  a === b ||
  (Number.isFinite(a) &&
    Number.isFinite(b) &&
    Math.abs(a - b) <= Math.max(1e-12 * Math.max(Math.abs(a), Math.abs(b)), 1e-15));

const nearestWhole = (value: number): number | null => {
  const whole = Math.round(value);
  return nearlyEqual(value, whole) ? whole : null;
};

/** Half away from zero, by decimal digits: round(1.005, 2) is 1.01. */
const round = (value: number, decimals = 0): number => {
  if (!Number.isFinite(value)) return value;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) return Number.NaN;
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e');
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  if (scaled > Number.MAX_SAFE_INTEGER) return value; // no digits left to round away
  return Math.sign(value) * Number(`${scaled}e${-decimals}`);
};

const mod = (dividend: number, divisor: number): number =>
  divisor === 0 ? dividend : dividend - divisor * Math.floor(dividend / divisor);

const logarithm = (value: number, base?: number): number =>
  base === undefined ? Math.log(value) : Math.log(value) / Math.log(base);

export interface FormulaFunction {
  readonly leastArguments: number;
  readonly mostArguments: number;
  compute(...values: number[]): number;
}

const unary = (compute: (value: number) => number): FormulaFunction => ({
  leastArguments: 1,
  mostArguments: 1,
  compute,
});
const binary = (compute: (a: number, b: number) => number): FormulaFunction => ({
  leastArguments: 2,
  mostArguments: 2,
  compute,
});

/** Every function a demand formula may call, on numbers only. */
export const formulaFunctions: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['abs', unary(Math.abs)],
  ['sign', unary(Math.sign)],
  ['floor', unary(value => nearestWhole(value) ?? Math.floor(value))],
  ['ceil', unary(value => nearestWhole(value) ?? Math.ceil(value))],
  ['round', { leastArguments: 1, mostArguments: 2, compute: round }],
  ['sqrt', unary(Math.sqrt)],
  ['exp', unary(Math.exp)],
  ['log', { leastArguments: 1, mostArguments: 2, compute: logarithm }],
  ['log2', unary(Math.log2)],
  ['log10', unary(Math.log10)],
  ['pow', binary((base, exponent) => base ** exponent)],
  ['mod', binary(mod)],
  ['sin', unary(Math.sin)],
  ['cos', unary(Math.cos)],
  ['tan', unary(Math.tan)],
  ['min', { leastArguments: 1, mostArguments: Infinity, compute: Math.min }],
  ['max', { leastArguments: 1, mostArguments: Infinity, compute: Math.max }],
]);

type Operation = (a: number, b: number) => number;

/** Comparisons and arithmetic by mathjs' names; a claim is 1 when true, 0 when not. */
export const formulaOperators: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['add', (a, b) => a + b],
  ['subtract', (a, b) => a - b],
  ['multiply', (a, b) => a * b],
  ['divide', (a, b) => a / b],
  ['pow', (a, b) => a ** b],
  ['mod', mod],
  ['smaller', (a, b) => Number(a < b && !nearlyEqual(a, b))],
  ['smallerEq', (a, b) => Number(a <= b || nearlyEqual(a, b))],
  ['larger', (a, b) => Number(a > b && !nearlyEqual(a, b))],
  ['largerEq', (a, b) => Number(a >= b || nearlyEqual(a, b))],
  ['equal', (a, b) => Number(nearlyEqual(a, b))],
  ['unequal', (a, b) => Number(!nearlyEqual(a, b))],
  ['xor', (a, b) => Number(Boolean(a) !== Boolean(b))],
]);
