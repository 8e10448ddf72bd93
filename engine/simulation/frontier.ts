import type { Money } from '../money/money.ts';
import type { Hours } from '../quantity/quantity.ts';
import { jobCost } from './job-cost.ts';
import { jobTime, type FarmWork } from './job-time.ts';

/** One way to do the job: that many nodes, that long, for that much. */
export interface FrontierPoint {
  readonly nodeCount: number;
  readonly hours: Hours;
  readonly cost: Money;
  /** No other point is as fast and cheaper, or as cheap and faster. */
  readonly isEfficient: boolean;
}

export interface FrontierInput {
  readonly work: FarmWork;
  readonly nodeCounts: readonly number[];
  readonly pricePerNodeHour: Money;
  readonly quantumSeconds?: number;
}

/** Marks what no other point beats: sorted by time then cost, a point must be cheaper than every faster one. */
const markEfficient = <Point extends { readonly hours: number; readonly cost: Money }>(
  points: readonly Point[],
): (Point & { readonly isEfficient: boolean })[] => {
  const order = points
    .map((_, index) => index)
    .sort((a, b) => {
      const left = points[a] as Point;
      const right = points[b] as Point;
      return left.hours - right.hours || left.cost.amount.comparedTo(right.cost.amount);
    });
  const efficient = new Set<number>();
  let cheapest: Point | undefined;
  for (const index of order) {
    const point = points[index] as Point;
    const isTwin = cheapest && point.hours === cheapest.hours && point.cost.amount.equals(cheapest.cost.amount);
    if (!cheapest || isTwin || point.cost.amount.lessThan(cheapest.cost.amount)) {
      efficient.add(index);
      cheapest = point;
    }
  }
  return points.map((point, index) => ({ ...point, isEfficient: efficient.has(index) }));
};

/** Time against money: one point for each node count, in ascending order of nodes. */
export const frontier = ({ nodeCounts, ...job }: FrontierInput): FrontierPoint[] =>
  markEfficient(
    [...nodeCounts]
      .sort((a, b) => a - b)
      .map(nodeCount => ({
        nodeCount,
        hours: jobTime(job.work, nodeCount),
        cost: jobCost({ ...job, nodeCount }),
      })),
  );

/** At most `stepCount` whole node counts from `minNodes` to `maxNodes`, evenly spaced in ratio, both ends included. */
export const frontierNodeCounts = (minNodes: number, maxNodes: number, stepCount: number): number[] => {
  if (minNodes === maxNodes || stepCount <= 1) return [minNodes];
  const ratio = maxNodes / minNodes;
  const counts = Array.from({ length: stepCount }, (_, step) =>
    Math.round(minNodes * ratio ** (step / (stepCount - 1))),
  );
  return [...new Set(counts)];
};
