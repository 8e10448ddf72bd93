import { describe, expect, it } from '@jest/globals';
import { createPaneFormat } from './pane-format.ts';

describe('numbers and times in the pane', () => {
  const english = createPaneFormat('en-US');

  it.each([[0, '0.0 s'], [840, '0.8 s'], [9949, '9.9 s'], [9960, '10 s'], [59_400, '59 s'], [59_600, '1 min 00 s'], [185_000, '3 min 05 s']])(
    '%d milliseconds read %s',
    (milliseconds, expected) => {
      expect(english.duration(milliseconds)).toBe(expected);
    },
  );

  it('shows a price with two decimals at least and six at most', () => {
    expect(english.unitPrice(1.6, 'USD')).toBe('1.60 USD');
    expect(english.unitPrice(0.0116, 'USD')).toBe('0.0116 USD');
    expect(english.unitPrice(0.12345678, 'USD')).toBe('0.123457 USD');
  });

  it('writes numbers as the language does', () => {
    expect(createPaneFormat('de-DE').count(1234567)).toBe('1.234.567');
    expect(createPaneFormat('de-DE').unitPrice(0.2016, 'EUR')).toBe('0,2016 EUR');
  });

  it('keeps the day of an ISO date in every time zone', () => {
    expect(english.date('2026-07-20')).toBe('Jul 20, 2026');
    expect(english.date('unknown')).toBe('unknown');
  });
});
