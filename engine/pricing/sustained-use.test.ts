import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../numeric/decimal.ts';
import { sustainedUse, sustainedUseDiscount, sustainedUseSchedule, type SustainedUse } from './sustained-use.ts';

const month = 720;
const n1 = sustainedUseSchedule('n1') as SustainedUse['schedule'];
const n2 = sustainedUseSchedule('N2') as SustainedUse['schedule'];
/** Hours of `count` units in the first `share` of a month. */
const runs = (count: number, share: number): Float64Array =>
  Float64Array.from({ length: month }, (_, hour) => (hour < month * share ? count * 3600 : 0));
const netDiscount = (hours: Float64Array, schedule: SustainedUse['schedule']): number => {
  const whole = hours.reduce((sum, seconds) => sum + seconds, 0) / 3600;
  return sustainedUseDiscount(sustainedUse(hours, schedule), 1).toNumber() / whole;
};

describe('sustained use', () => {
  it.each([[0.25, 0], [0.5, 0.1], [0.75, 0.2], [1, 0.3]])('takes, of N1 used %d of the month, %d (Google Cloud)', (share, discount) => {
    expect(netDiscount(runs(4, share), n1)).toBeCloseTo(discount, 12);
  });

  it('charges n1-standard-1 as Google lists it: 0.0475, 0.0380, 0.0285, 0.0190', () => {
    const list = 0.0475;
    const costs = [0.25, 0.5, 0.75, 1].map(share => {
      const cost = decimal(list).times(month * share);
      return cost.minus(sustainedUseDiscount(sustainedUse(runs(1, share), n1), list)).toNumber();
    });
    const steps = costs.map((cost, index) => (cost - (costs[index - 1] ?? 0)) / (month / 4));
    [0.0475, 0.038, 0.0285, 0.019].forEach((rate, index) => expect(steps[index]).toBeCloseTo(rate, 12));
  });

  it('takes 20 % of N2, N2D and C2 used the whole month', () => {
    expect(netDiscount(runs(1, 1), n2)).toBeCloseTo(0.2, 3);
    expect(['n2d', 'c2'].map(sustainedUseSchedule)).toEqual([n2, n2]);
  });

  it.each(['e2', 'c3', 'c4', 'a2', 'a3', 'g2', 'n4', 't2d', 'm3'])('takes nothing of %s', series => {
    expect(sustainedUseSchedule(series)).toBeNull();
  });

  it('infers machines from what runs at once: 4 vCPUs, then 16, are 4 all month and 12 half of it', () => {
    const hours = Float64Array.from({ length: month }, (_, hour) => (hour < month / 2 ? 4 : 16) * 3600);
    const expected = 4 * month * 0.3 + 12 * (month / 2) * 0.1;
    expect(sustainedUseDiscount(sustainedUse(hours, n1), 1).toNumber()).toBeCloseTo(expected, 9);
  });

  it('loses no second, and does not care when in the month an hour is', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(hours, seconds => {
        const { secondsByQuarter } = sustainedUse(seconds, n1);
        expect(secondsByQuarter.reduce((sum, each) => sum + each, 0)).toBe(seconds.reduce((sum, each) => sum + each, 0));
        expect(sustainedUse([...seconds].reverse(), n1).secondsByQuarter).toEqual(secondsByQuarter);
      }),
    );
  });
});
