import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { decimal, type Decimal } from '../numeric/decimal.ts';

/** Decimals a converted quantity is rounded to. */
const quantityDecimals = 12;

/** A unit of a tariff, as so many of what is counted: `1000 Requests` is 1,000 requests, a GiB is 2^30 bytes. */
interface Unit {
  readonly size: Decimal;
  /** Units of one kind convert into each other: `byte`, `second`, `month`, `byte month`, or a noun. */
  readonly kind: string;
}

const prefixes = ['K', 'M', 'G', 'T', 'P', 'E'];
/** FOCUS writes bytes as B and bits as b: case tells them apart. */
const dataSizes = new Map<string, Decimal>([
  ['B', decimal(1)],
  ['b', decimal(0.125)],
  ...prefixes.flatMap((prefix, index): [string, Decimal][] => [
    [`${prefix}B`, decimal(1000).pow(index + 1)],
    [`${prefix}iB`, decimal(1024).pow(index + 1)],
    [`${prefix}b`, decimal(1000).pow(index + 1).dividedBy(8)],
  ]),
]);
const timeSizes = new Map([['second', 1], ['minute', 60], ['hour', 3600], ['day', 86_400]]);

const singular = (noun: string): string => noun.toLowerCase().replace(/s$/, '');

const unitOfNoun = (noun: string): Unit => {
  const data = dataSizes.get(noun);
  if (data) return { size: data, kind: 'byte' };
  const name = singular(noun);
  const time = timeSizes.get(name);
  return time === undefined ? { size: decimal(1), kind: name } : { size: decimal(time), kind: 'second' };
};

/** `GiB-Months`, `1000 Requests`, `Hours`, `m3`: an optional count, what is counted, and optionally for how long. */
const unitPattern = /^(?:(\d+) )?(.+?)(?:-(Seconds?|Minutes?|Hours?|Days?|Months?))?$/i;

const parseUnit = (text: string): Unit => {
  const [, count = '1', noun = '', time] = unitPattern.exec(text.trim()) ?? [];
  const what = unitOfNoun(noun);
  const during = time === undefined ? null : unitOfNoun(time);
  return {
    size: what.size.times(count).times(during?.size ?? 1),
    kind: during ? `${what.kind} ${during.kind}` : what.kind,
  };
};

/** The same noun, count and time, however written: `Hour` and `hours`. */
export const sameUnit = (a: string, b: string): boolean => {
  const [left, right] = [parseUnit(a), parseUnit(b)];
  return left.kind === right.kind && left.size.equals(right.size);
};

/**
 * `quantity` of the unit `from`, counted in the unit `to`, rounded to 12 decimals. [EQ-TAR-1] A GB is 10^9 bytes and a
 * GiB 2^30, whatever a price list calls them. A month has no fixed length, so it converts into nothing else. Reports
 * `unit-mismatch`.
 */
export const convertQuantity = (quantity: Decimal, from: string, to: string): Result<Decimal> => {
  const [source, target] = [parseUnit(from), parseUnit(to)];
  if (source.kind !== target.kind) return fail(makeIssue('unit-mismatch', { unit: from, expected: to }));
  if (source.size.equals(target.size)) return ok(quantity);
  return ok(quantity.times(source.size).dividedBy(target.size).toDecimalPlaces(quantityDecimals));
};
