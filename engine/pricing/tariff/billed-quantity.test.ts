import { describe, expect, it } from '@jest/globals';
import { decimal } from '../../numeric/decimal.ts';
import { billedQuantity, type BillingStep } from './billed-quantity.ts';

const step = (stepQuantity: number | null, minimumQuantity: number | null, unit = 'Seconds'): BillingStep => ({
  stepQuantity: stepQuantity === null ? null : decimal(stepQuantity),
  minimumQuantity: minimumQuantity === null ? null : decimal(minimumQuantity),
  unit,
});
const billed = (quantity: number, unit: string, useCount: number, rule: BillingStep | null, tariffUnit = 'Hours'): string => {
  const result = billedQuantity({ quantity: decimal(quantity), unit, useCount: decimal(useCount), step: rule, tariffUnit });
  return result.ok ? result.value.toFixed() : (result.issues[0]?.code ?? '');
};

describe('billedQuantity', () => {
  it.each([
    // EC2 Linux: per second, at least 60 s. 100 uses of 45 s are 100 minutes; of 61 s they are 6,100 s
    [45, 100, step(1, 60), '1.666666666667'], [61, 100, step(1, 60), '1.694444444444'],
    // per started hour: 97 s are an hour, 3,600 s still are, 3,601 s are two
    [97, 1, step(3600, null), '1'], [3600, 1, step(3600, null), '1'], [3601, 1, step(3600, null), '2'],
    // per minute with ten minutes at least (EC2 in 2011 had an hour, Google 10 minutes)
    [30, 4, step(60, 600), '0.666666666667'], [660.5, 1, step(60, 600), '0.2'],
    // what is not used is not billed
    [0, 5, step(3600, 3600), '0'],
  ])('%d s, %d times', (seconds, uses, rule, expected) => {
    expect(billed(seconds, 'Seconds', uses, rule)).toBe(expected);
  });

  it('takes a quantity as measured where no step is said', () => {
    expect(billed(90, 'Minutes', 2, null)).toBe('3');
    expect(billed(90, 'Minutes', 2, step(null, 6000))).toBe('3.333333333333');
  });

  it('rounds objects up to their least size: three of 40 KiB at 128 KiB each', () => {
    expect(billed(40, 'KiB', 3, step(null, 128, 'KiB'), 'MiB')).toBe('0.375');
  });

  it('refuses to count gigabytes in hours', () => {
    expect(billed(1, 'GB', 1, null)).toBe('unit-mismatch');
    expect(billed(1, 'GB', 1, step(1, null))).toBe('unit-mismatch');
  });
});
