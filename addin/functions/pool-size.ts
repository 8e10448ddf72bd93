import { poolSize as sizeOfPool } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { alignedNumbers } from './range-argument.ts';

/**
 * Nodes that several departments need together so that they suffice with a given probability. Not rounded, so that the
 * gain against each for itself can be seen: give one mean and one deviation for what a single one needs.
 * @customfunction POOLSIZE
 * @param means Range of mean demands, one for each department.
 * @param deviations Range of their standard deviations, of the same size.
 * @param correlation Correlation between any two of them: 0 when they do not depend on each other, 1 when all rise together.
 * @param [serviceLevel] Probability that the nodes suffice; 0.99 when omitted.
 * @returns Number of nodes.
 */
export function poolSize(
  means: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  deviations: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  correlation: number,
  serviceLevel?: number,
): number {
  const demands = alignedNumbers([
    { name: 'means', range: means, bounds: { minimum: 0 } },
    { name: 'deviations', range: deviations, bounds: { minimum: 0 } },
  ]).map(([mean = 0, standardDeviation = 0]) => ({ mean, standardDeviation }));
  const together = numberArgument('correlation', correlation, { minimum: -1, maximum: 1 });
  return answer(sizeOfPool(demands, together, optionalNumber('serviceLevel', serviceLevel, { moreThan: 0, maximum: 0.999999999 }) ?? 0.99));
}
