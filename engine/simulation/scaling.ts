/**
 * Nodes that would do the same work without interfering: N / (1 + sigma (N - 1) + kappa N (N - 1)), the universal
 * scalability law (Gunther 2007, eq. 4.7); kappa = 0 is Amdahl's law, both zero is N. [EQ-FARM-1]
 */
export const effectiveNodeCount = (nodeCount: number, sigma: number, kappa: number): number =>
  nodeCount / (1 + sigma * (nodeCount - 1) + kappa * nodeCount * (nodeCount - 1));
