/** Comparison words of files, and Office.js's for conditional formats; its validations add `To` to the last two. */
const COMPARISONS: readonly (readonly [string, string])[] = [
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqual'],
  ['lessThanOrEqual', 'LessThanOrEqual'],
];

const key = (operator: string): string => operator.toLowerCase().replace(/to$/, '');
const FROM_FILE = new Map(COMPARISONS.map(([stored, typed]) => [key(stored), typed]));
const TO_FILE = new Map(COMPARISONS.map(([stored, typed]) => [key(typed), stored]));

export const comparisonFromFile = (stored: string): string | undefined => FROM_FILE.get(key(stored));

/** Takes either vocabulary. */
export const comparisonToFile = (operator: string): string | undefined => TO_FILE.get(key(operator));

export const validationOperatorFromFile = (stored: string): string | undefined =>
  comparisonFromFile(stored)?.replace(/OrEqual$/, 'OrEqualTo');
