import { frontier } from '../../simulation/frontier.ts';
import { jobCost } from '../../simulation/job-cost.ts';
import { jobTime, type FarmWork } from '../../simulation/job-time.ts';
import type { TriedNodeCount } from '../../report/run-results.ts';
import type { Money } from '../../money/money.ts';
import type { JobUsage } from './placement-usage.ts';

/**
 * Time and cost of a job on each node count to try. Where samples measured the work, the ends of its confidence
 * interval give the ends of time and cost; with one sample there is no band; stated work is taken as exact.
 */
export const tryNodeCounts = ({ job, work, estimate }: JobUsage, pricePerNodeHour: Money): TriedNodeCount[] => {
  const { quantumSeconds } = job;
  const at = (workHours: number | null | undefined, nodeCount: number): TriedNodeCount['low'] => {
    if (workHours === null || workHours === undefined) return null;
    const part: FarmWork = { ...work, workHours };
    return {
      hours: jobTime(part, nodeCount),
      cost: jobCost({ work: part, nodeCount, pricePerNodeHour, quantumSeconds }),
    };
  };
  return frontier({ work, nodeCounts: job.nodeCounts, pricePerNodeHour, quantumSeconds }).map(point => {
    const exact = { hours: point.hours, cost: point.cost };
    return {
      ...point,
      low: estimate ? at(estimate.lowWorkHours, point.nodeCount) : exact,
      high: estimate ? at(estimate.highWorkHours, point.nodeCount) : exact,
    };
  });
};
