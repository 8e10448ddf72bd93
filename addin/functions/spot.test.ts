import { describe, expect, it } from '@jest/globals';
import { checkpoint } from './checkpoint.ts';
import { spotCost } from './spot-cost.ts';

const omitted = null as unknown as undefined;

describe('CLOUD.CHECKPOINT', () => {
  it('is two hours for checkpoints of 300 s and a day between interruptions', () => expect(checkpoint(300, 24)).toBe(7200));

  it('refuses what has no answer', () => {
    expect(() => checkpoint(-1, 24)).toThrow('checkpointSeconds must be 0 or more, not -1.');
    expect(() => checkpoint(300, 0)).toThrow('mtbiHours must be more than 0, not 0.');
  });
});

describe('CLOUD.SPOTCOST', () => {
  it('is the spot price times the hours billed for an hour kept', () => {
    // 1.00 less 70 %, a day between interruptions, 300 s each: 0.30 x 12 x (e^(7,500 / 86,400) - 1)
    expect(spotCost(1, 0.7, 24, 300)).toBeCloseTo(0.3 * 12 * Math.expm1(7500 / 86400), 12);
    expect(spotCost(1, 0.7, 24, 300, omitted)).toBe(spotCost(1, 0.7, 24, 300, 0));
    // Half an hour to restart, e^(1,800 / 86,400) times as much
    expect(spotCost(1, 0.7, 24, 300, 1800) / spotCost(1, 0.7, 24, 300)).toBeCloseTo(Math.exp(1800 / 86400), 12);
  });

  it('is #NUM! when no work is ever kept', () => {
    expect(() => spotCost(1, 0.7, 1e-6, 300)).toThrow(expect.objectContaining({ kind: 'invalidNumber' }));
  });

  it('refuses a discount in percent', () => {
    expect(() => spotCost(1, 70, 24, 300)).toThrow('discount must be 1 or less, not 70.');
  });
});
