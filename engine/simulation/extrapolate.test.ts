import { describe, expect, it } from '@jest/globals';
import { extrapolateWork } from './extrapolate.ts';
import { studentTQuantile } from './student-t.ts';

const sample = (units: number, seconds: number) => ({ units, seconds, nodeCount: 2, coresPerNode: 4 });

describe('extrapolating from samples', () => {
  it('takes the ratio of sums for the whole', () => {
    // 10 frames in 900 s on 8 cores = 2 core-hours, so 0.2 each; 14,000 frames
    expect(extrapolateWork([sample(10, 900)], 14_000)).toEqual({
      workHours: 2800,
      lowWorkHours: null,
      highWorkHours: null,
      confidence: 0.95,
    });
  });

  it('gives the band of the ratio estimate', () => {
    // x 1, 3; y 2, 5 core-hours; r 1.75; residuals .25, -.25; s2 .125; f .4; SE sqrt(.6 x .125 / 2) / 2 = .0968246
    // t(1 df, 95 %) 12.7062; margin 12.7062 x .0968246 x 10 = 12.3027
    const estimate = extrapolateWork([sample(1, 900), sample(3, 2250)], 10);
    expect(estimate.workHours).toBeCloseTo(17.5, 12);
    expect(estimate.highWorkHours).toBeCloseTo(17.5 + 12.3027, 3);
    expect(estimate.lowWorkHours).toBeCloseTo(7, 12); // the samples alone did 7
  });

  it('is certain when all units took the same, or all were sampled', () => {
    expect(extrapolateWork([sample(2, 100), sample(4, 200)], 60).highWorkHours).toBeCloseTo(((100 * 8) / 3600) * 30, 9);
    const whole = extrapolateWork([sample(2, 100), sample(4, 900)], 6);
    expect(whole.highWorkHours).toBe(whole.workHours);
  });
});

describe("Student's t", () => {
  // Two-sided 95 % points of published tables, three decimals.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('with %d degrees of freedom is %d', (degrees, value) =>
    expect(studentTQuantile(0.95, degrees)).toBeCloseTo(value, 3),
  );
  it('has its 99 % points too', () => {
    expect(studentTQuantile(0.99, 2)).toBeCloseTo(9.925, 3);
    expect(studentTQuantile(0.99, 7)).toBeCloseTo(3.499, 3);
  });
});
