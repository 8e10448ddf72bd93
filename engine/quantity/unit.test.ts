import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../numeric/decimal.ts';
import { convertQuantity, sameUnit } from './unit.ts';

const converted = (quantity: number | string, from: string, to: string): string => {
  const result = convertQuantity(decimal(quantity), from, to);
  return result.ok ? result.value.toFixed() : (result.issues[0]?.code ?? '');
};

describe('convertQuantity', () => {
  it.each([
    // IEC 80000-13: 1 GiB = 1.073741824 GB; 1 TiB = 1,024 GiB
    [1, 'GiB', 'GB', '1.073741824'], [1024, 'GiB', 'TiB', '1'], [1, 'TB', 'GB', '1000'],
    // 100 TB leaving are 93,132.2574615478515625 GiB
    [100, 'TB', 'GiB', '93132.257461547852'],
    // a byte has eight bits
    [8, 'Gb', 'GB', '1'],
    [3600, 'Seconds', 'Hours', '1'], [90, 'Minutes', 'Hours', '1.5'], [2, 'Days', 'Hours', '48'],
    [2_500_000, 'Requests', '1000 Requests', '2500'], [1, '1000000 Requests', '1000 Requests', '1000'],
    [1, 'TiB-Months', 'GiB-Months', '1024'], [7200, 'GB-Seconds', 'GB-Hours', '2'], [5, 'request', 'Requests', '5'],
  ])('%d %s are so many %s: %s', (quantity, from, to, expected) => {
    expect(converted(quantity, from, to)).toBe(expected);
  });

  // Amazon's own example of 2011: 42,259,901,212,262,400 byte-hours of March (744 h) are 52,900 GB-months
  it('counts byte-hours as Amazon does', () => {
    const gibHours = converted('42259901212262400', 'B-Hours', 'GiB-Hours');
    expect(decimal(gibHours).dividedBy(744).toDecimalPlaces(0).toFixed()).toBe('52900');
  });

  it.each([
    ['GiB', 'Hours'], ['GiB', 'GiB-Months'], ['GiB-Months', 'GiB-Hours'], ['Months', 'Hours'], ['Requests', 'm3'],
    // case tells bytes from bits, so a careless spelling is no unit of data
    ['gb', 'GB'],
  ])('does not turn %s into %s', (from, to) => {
    expect(converted(1, from, to)).toBe('unit-mismatch');
  });

  it('comes back from where it went', () => {
    const units = ['B', 'KiB', 'MB', 'GB', 'GiB', 'TiB'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(...units), fc.constantFrom(...units), (count, a, b) => {
        const there = convertQuantity(decimal(count), a, b);
        const back = there.ok ? convertQuantity(there.value, b, a) : there;
        const error = back.ok ? back.value.minus(count).abs().toNumber() : Infinity;
        // 12 decimals of the larger unit are so much of the smaller
        expect(error).toBeLessThanOrEqual(1.1);
      }),
    );
  });

  it('knows one unit in two spellings', () => {
    expect(sameUnit('Hours', 'hour')).toBe(true);
    expect(sameUnit('GB', 'GiB')).toBe(false);
  });
});
