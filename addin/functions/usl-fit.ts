import { fitScaling } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { alignedNumbers } from './range-argument.ts';

const header = ['Sigma', 'Kappa', 'PerNode', 'RSquared', 'PeakNodes'];

/**
 * Fits the universal scalability law to measurements, by least squares, below a header row: contention, crosstalk,
 * throughput of one node, fit, and the node count beyond which more nodes do less. Six measurements or more are wanted.
 * @customfunction USLFIT
 * @param nodes Range of node counts, one for each measurement.
 * @param throughput Range of what they got done in a unit of time, of the same size.
 * @returns Table of a header and the coefficients; PeakNodes is "none" without crosstalk.
 */
export function uslFit(
  nodes: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  throughput: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const rows = alignedNumbers([
    { name: 'nodes', range: nodes, bounds: { moreThan: 0 } },
    { name: 'throughput', range: throughput, bounds: { moreThan: 0 } },
  ]);
  const points = rows.map(([nodeCount = 0, measured = 0]) => ({ nodeCount, throughput: measured }));
  const { sigma, kappa, perNode, rSquared, peakNodeCount } = answer(fitScaling(points));
  return [header, [sigma, kappa, perNode, rSquared, Number.isFinite(peakNodeCount) ? peakNodeCount : 'none']];
}
