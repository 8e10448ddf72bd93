import { swfFieldCount } from './swf-fields.ts';

/** What is wrong with a line; fields are counted from 1, as the format's description does. */
export type LineProblem =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'field'; readonly field: number; readonly text: string };

const space = 0x20;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const one = 0x31;
const longestText = 40;

/**
 * The numbers of one line, fractions cut off, into `values`. Answers null when all is well, `blank` for a line of blanks.
 * Whatever stands at or below a blank's byte separates (tabs, and the carriage return of Windows).
 */
export const parseSwfLine = (bytes: Uint8Array, from: number, to: number, values: Float64Array): LineProblem | 'blank' | null => {
  let field = 0;
  let index = from;
  for (;;) {
    while (index < to && (bytes[index] as number) <= space) index += 1;
    if (index >= to) break;
    // most fields say that nothing is known
    if (bytes[index] === minus && bytes[index + 1] === one && (index + 2 >= to || (bytes[index + 2] as number) <= space)) {
      if (field < swfFieldCount) values[field] = -1;
      field += 1;
      index += 2;
      continue;
    }
    const start = index;
    const isNegative = bytes[index] === minus;
    if (isNegative) index += 1;
    const firstDigit = index;
    let value = 0;
    let digit = 0;
    while (index < to && (digit = (bytes[index] as number) - zero) >= 0 && digit <= 9) {
      value = value * 10 + digit;
      index += 1;
    }
    let digitCount = index - firstDigit;
    if (index < to && bytes[index] === point) {
      const firstDecimal = index + 1;
      index = firstDecimal;
      while (index < to && (digit = (bytes[index] as number) - zero) >= 0 && digit <= 9) index += 1;
      digitCount += index - firstDecimal;
    }
    const isUnreadable = digitCount === 0 || value > Number.MAX_SAFE_INTEGER;
    if (isUnreadable || (index < to && (bytes[index] as number) > space)) return fieldProblem(bytes, start, to, field + 1);
    if (field < swfFieldCount) values[field] = isNegative ? -value : value;
    field += 1;
  }
  if (field === swfFieldCount) return null;
  return field === 0 ? 'blank' : { kind: 'count', count: field };
};

const fieldProblem = (bytes: Uint8Array, start: number, to: number, field: number): LineProblem => {
  let end = start;
  while (end < to && end - start < longestText && (bytes[end] as number) > space) end += 1;
  return { kind: 'field', field, text: String.fromCharCode(...bytes.subarray(start, end)) };
};
