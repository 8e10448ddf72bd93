import { describe, expect, it } from '@jest/globals';
import { Decimal as Bare } from 'decimal.js';
import { Decimal, decimal, parseDecimal, sumDecimals } from './decimal.ts';

describe('decimal', () => {
  it('adds prices that doubles cannot', () => {
    expect(sumDecimals(Array.from({ length: 10 }, () => decimal('0.1'))).toFixed()).toBe('1');
    expect(sumDecimals([]).toFixed()).toBe('0');
  });

  it('keeps a product of twelve and twelve decimals in full', () => {
    // 123456789.123456789012 x 9876543.210987654321, by integer multiplication of the digits
    const digits = (123456789123456789012n * 9876543210987654321n).toString();
    const split = digits.length - 24;
    const expected = `${digits.slice(0, split)}.${digits.slice(split)}`;
    expect(decimal('123456789.123456789012').times('9876543.210987654321').toFixed(24)).toBe(expected);
  });

  it('does not follow what others set on decimal.js', () => {
    const before = Bare.precision;
    Bare.set({ precision: 3 });
    try {
      expect(decimal(1).dividedBy(3).toFixed(20)).toBe('0.33333333333333333333');
    } finally {
      Bare.set({ precision: before });
    }
    expect(new Decimal(2).dividedBy(3).toFixed(20)).toBe('0.66666666666666666667');
  });

  it.each([
    ['0.0960', '0.096'], [' 12 ', '12'], ['+.5', '0.5'], ['-3.', '-3'], ['1e-3', '0.001'],
  ])('reads %j as %s', (text, value) => expect(parseDecimal(text)?.toFixed()).toBe(value));

  it.each(['', ' ', 'free', '1,5', '1 000', 'Infinity', 'NaN', '0x10', '1e', '--1', '1.2.3', '1e9999'])(
    'reads %j as nothing, never as zero',
    text => expect(parseDecimal(text)).toBeNull(),
  );
});
