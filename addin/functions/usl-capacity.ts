import { effectiveNodeCount } from '../../engine/index.ts';
import { numberArgument } from './argument.ts';

/**
 * Nodes that would do the same work without getting into each other's way: n / (1 + sigma (n - 1) + kappa n (n - 1)), the
 * universal scalability law.
 * @customfunction USLCAP
 * @param nodes Number of nodes, threads or users.
 * @param sigma Contention: the serial share.
 * @param kappa Crosstalk: what each must agree with each other.
 * @returns Effective number of nodes.
 */
export function uslCapacity(nodes: number, sigma: number, kappa: number): number {
  return effectiveNodeCount(
    numberArgument('nodes', nodes, { moreThan: 0 }),
    numberArgument('sigma', sigma, { minimum: 0 }),
    numberArgument('kappa', kappa, { minimum: 0 }),
  );
}
