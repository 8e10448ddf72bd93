import { compensatedSum } from '../numeric/sum.ts';

/** How a service turns demand into nodes. */
export interface ServiceSizing {
  /** Demand one fully used node carries. */
  readonly capacityPerNode: number;
  /** Share of a node that may be used in the mean of an hour, above 0 up to 1. */
  readonly targetUtilization: number;
  readonly minNodes: number;
  /** Infinity: no limit. */
  readonly maxNodes: number;
}

export interface CapacityInput {
  readonly sizing: ServiceSizing;
  /** Demand of each hour of the plan. */
  readonly demandByHour: Float64Array;
  /** Part of the demand taken here. */
  readonly share: number;
  /** Hours of the plan in which anything runs, `[first, end)`. */
  readonly activeHours: readonly [first: number, end: number];
}

/** What ran in each hour of the plan; zero outside the active hours. */
export interface ServiceCapacity {
  readonly nodesByHour: Float64Array;
  readonly demandByHour: Float64Array;
  /** Demand the nodes could not carry even fully used. */
  readonly unservedByHour: Float64Array;
}

/** Relative slack for the division before rounding up: 700 / (100 x 0.7) is ten nodes, not eleven. */
const divisionSlack = 1e-12;
/** What that rounding leaves over is not unserved demand. */
const servedSlack = 1e-11;

/** N = min(max(ceil(D / (c u)), least), most). [EQ-CAP-1] */
export const nodesForDemand = (
  demand: number,
  { capacityPerNode, targetUtilization, minNodes, maxNodes }: ServiceSizing,
): number =>
  Math.min(
    maxNodes,
    Math.max(minNodes, Math.ceil((demand / (capacityPerNode * targetUtilization)) * (1 - divisionSlack))),
  );

/**
 * Nodes and unserved demand of each hour. A node carries up to its full capacity before demand goes unserved, so the
 * target is headroom, not a limit. Throws when served and unserved demand do not add up to what was demanded.
 */
export const serviceCapacity = ({
  sizing,
  demandByHour,
  share,
  activeHours: [first, end],
}: CapacityInput): ServiceCapacity => {
  const hourCount = demandByHour.length;
  const nodes = new Float64Array(hourCount);
  const demanded = new Float64Array(hourCount);
  const unserved = new Float64Array(hourCount);
  const served = new Float64Array(hourCount);
  for (let hour = first; hour < end; hour += 1) {
    const demand = (demandByHour[hour] as number) * share;
    const count = nodesForDemand(demand, sizing);
    const capacity = count * sizing.capacityPerNode;
    nodes[hour] = count;
    demanded[hour] = demand;
    const isServed = demand - capacity <= demand * servedSlack;
    served[hour] = isServed ? demand : capacity;
    unserved[hour] = isServed ? 0 : demand - capacity;
  }
  const total = compensatedSum(demanded);
  const accounted = compensatedSum(served) + compensatedSum(unserved);
  if (Math.abs(total - accounted) > 1e-9 * Math.max(1, total))
    throw new Error(`${total} demanded, ${accounted} accounted for`);
  return { nodesByHour: nodes, demandByHour: demanded, unservedByHour: unserved };
};
