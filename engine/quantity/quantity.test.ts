import { describe, expect, it } from '@jest/globals';
import { binaryThousand, nodeHoursOf, quoteHoursPerMonth, secondsPerDay, termHours, toHours, toSeconds } from './conversion.ts';
import { addQuantity, fraction, gb, gib, hours, nodeHours, scaleQuantity, seconds, type Hours, type Quantity } from './quantity.ts';

describe('quantities', () => {
  it('add within one unit', () => {
    expect(addQuantity(hours(2), hours(3))).toBe(5);
    expect(addQuantity(gib(1), gib(2))).toBe(3);
    expect(scaleQuantity(nodeHours(8), fraction(0.5))).toBe(4);
  });

  it('convert only by name', () => {
    expect(toHours(seconds(97))).toBeCloseTo(0.0269444, 7);
    expect(toSeconds(hours(1.5))).toBe(5400);
    expect(nodeHoursOf(70_000, hours(1))).toBe(70_000);
    expect([termHours(1), termHours(3)]).toEqual([8760, 26_280]);
    expect([quoteHoursPerMonth * 12, binaryThousand, secondsPerDay]).toEqual([8760, 1024, 86_400]);
  });

  // These lines are checked by the type checker: without an error where one is expected, it fails.
  it('do not mix, at compile time', () => {
    // @ts-expect-error hours and seconds
    addQuantity(hours(1), seconds(1));
    // @ts-expect-error binary memory and decimal transfer
    addQuantity(gib(1), gb(1));
    // @ts-expect-error node-hours are not hours
    const duration: Hours = nodeHours(1);
    // @ts-expect-error a bare number states no unit
    const bare: Hours = 1;
    // @ts-expect-error a unit is no choice of units
    const either: Quantity<'Hours' | 'Seconds'> = hours(1);
    expect([duration, bare, either]).toEqual([1, 1, 1]);
  });
});
