import { describe, expect, it } from '@jest/globals';
import { fillMessage } from './fill-message.ts';

const fill = (text: string, values: Record<string, string | number>): string => fillMessage(text, values, 'en-US');

describe('fillMessage', () => {
  it('puts values in their places, numbers as the language writes them', () => {
    expect(fill('{name} has {rows} rows', { name: 'FarmJobs', rows: 12_345.5 })).toBe('FarmJobs has 12,345.5 rows');
    expect(fillMessage('{rows}', { rows: 12_345.5 }, 'de-DE')).toBe('12.345,5');
  });

  it('chooses the word that goes with a number', () => {
    expect(fill('{n} {n|row|rows}', { n: 1 })).toBe('1 row');
    expect(fill('{n} {n|row|rows}', { n: 0 })).toBe('0 rows');
  });

  it('drops a part whose value has nothing to say', () => {
    expect(fill('Unknown "{a}".[ Did you mean {b}?]', { a: 'x', b: '' })).toBe('Unknown "x".');
    expect(fill('Unknown "{a}".[ Did you mean {b}?]', { a: 'x', b: 'y' })).toBe('Unknown "x". Did you mean y?');
    expect(fill('Zero is a value[: {a}]', { a: 0 })).toBe('Zero is a value: 0');
  });

  it('shows a gap rather than nothing when a value is missing', () => {
    expect(fill('{a} and {b}', { a: 'x' })).toBe('x and ?');
  });

  it('takes nothing in a value for a place of its own', () => {
    expect(fill('{a}', { a: '{b} [c]' })).toBe('{b} [c]');
  });
});
