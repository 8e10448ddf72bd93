import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveNodeCount } from '../scaling.ts';
import { fitScaling, type ScalingFit, type ScalingPoint } from './scaling-fit.ts';

const fitOf = (points: readonly ScalingPoint[]): ScalingFit => {
  const fit = fitScaling(points);
  if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
  return fit.value;
};
const pointsOf = (throughputs: readonly number[]): ScalingPoint[] =>
  throughputs.map((throughput, index) => ({ nodeCount: index + 1, throughput }));

/** Schwartz, Practical Scalability Analysis with the Universal Scalability Law, 2015: a server under 1 to 32 threads. */
const published = [
  955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7, 9047.84,
  9426.55, 9645.37, 9897.24, 10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806, 12089.37, 12075.41,
  12177.29, 12211.41, 12158.93, 12155.27, 12118.04, 12140.4, 12074.39,
];

describe('a fit of the scalability law', () => {
  it('finds the published coefficients of published measurements', () => {
    const { sigma, kappa, perNode, peakNodeCount, rSquared } = fitOf(pointsOf(published));
    expect(sigma).toBeCloseTo(0.02671591, 6);
    expect(kappa).toBeCloseTo(7.690945e-4, 8);
    expect(perNode).toBeCloseTo(995.6486, 2);
    expect(peakNodeCount).toBeCloseTo(35.57, 1);
    expect(rSquared).toBeGreaterThan(0.99);
  });

  it('finds what the law itself was made with', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
        fc.double({ min: 0.1, max: 1e5, noNaN: true }),
        (sigma, kappa, perNode) => {
          const counts = [1, 2, 4, 8, 16, 32, 64];
          const points = counts.map(nodeCount => ({ nodeCount, throughput: perNode * effectiveNodeCount(nodeCount, sigma, kappa) }));
          const fit = fitOf(points);
          expect(Math.abs(fit.sigma - sigma)).toBeLessThan(1e-5);
          expect(Math.abs(fit.kappa - kappa)).toBeLessThan(1e-6);
          expect(fit.perNode / perNode).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  it('does not give less than no contention to what scales better than its nodes', () => {
    const fit = fitOf(pointsOf([10, 21, 33, 46, 60, 75]));
    expect([fit.sigma, fit.kappa, fit.peakNodeCount]).toEqual([0, 0, Infinity]);
  });

  it('needs three different node counts', () => {
    const twice = [...pointsOf([10, 19]), { nodeCount: 2, throughput: 18 }];
    expect(fitScaling(twice)).toMatchObject({ ok: false, issues: [{ code: 'scaling-not-fitted', values: { count: 2 } }] });
  });
});
