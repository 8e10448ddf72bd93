import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../numeric/decimal.ts';
import { money } from '../money/money.ts';
import { amortize, termTotal } from './amortize.ts';
import { breakEvenUtilization, effectiveRate } from './effective-rate.ts';

const value = (result: ReturnType<typeof effectiveRate>): string =>
  result.ok ? result.value.toFixed() : JSON.stringify(result.issues[0]?.values);

describe('effective rate and break-even', () => {
  it('is the worked example of the model page', () => {
    expect(value(effectiveRate('0.2016', '0.37', '0.7'))).toBe('0.18144');
    expect(value(breakEvenUtilization('0.2016', '0.127008'))).toBe('0.63');
    // t3.medium, one year, no upfront: used in at least 62.74 % of the hours
    const result = breakEvenUtilization('0.0416', '0.0261');
    expect(result.ok && result.value.toDecimalPlaces(4).toFixed()).toBe('0.6274');
  });

  it('costs as much as on-demand exactly at the break-even', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 99 }), (micros, percent) => {
        const onDemand = decimal(micros).dividedBy(1_000_000);
        const discount = decimal(percent).dividedBy(100);
        const breakEven = breakEvenUtilization(onDemand, onDemand.times(decimal(1).minus(discount)));
        const rate = breakEven.ok ? effectiveRate(onDemand, discount, breakEven.value) : breakEven;
        expect(rate.ok && rate.value.minus(onDemand).abs().lessThan('1e-40')).toBe(true);
      }),
    );
  });

  it('refuses what has no answer, with the limits', () => {
    expect(value(effectiveRate(1, '1.1', 1))).toBe('{"name":"discount","value":"1.1","minimum":0,"maximum":1}');
    expect(value(effectiveRate(1, '0.5', 0))).toBe('{"name":"utilization","value":"0","minimum":0,"maximum":1}');
    expect(value(effectiveRate(1, '0.5', '1.01'))).toContain('utilization');
    expect(value(effectiveRate(-1, '0.5', 1))).toContain('onDemand');
    expect(value(breakEvenUtilization(0, 1))).toContain('onDemand');
    expect(value(breakEvenUtilization(1, -1))).toContain('committed');
  });
});

describe('amortize', () => {
  it('spreads the upfront fee over the term', () => {
    expect(amortize(money(8760, 'USD'), money(1, 'USD'), 8760).amount.toFixed()).toBe('2');
    expect(termTotal(money(477, 'USD'), money('0.05443', 'USD'), 8760).amount.toFixed()).toBe('953.8068');
    // m6a.xlarge, one year, partial upfront, as published: 0.108882
    expect(amortize(money(477, 'USD'), money('0.05443', 'USD'), 8760).amount.toDecimalPlaces(6).toFixed()).toBe('0.108882');
  });

  // Monthly quotes of t3.medium at 730 hours
  it.each([['0.0261', '19.05'], ['0.0180', '13.14'], ['0.0300', '21.90'], ['0.0206', '15.04']])('%s an hour is %s a month', (hourly, month) => {
    expect(decimal(hourly).times(730).toFixed(2)).toBe(month);
  });
});
