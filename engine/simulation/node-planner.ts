import { erlangCFromTop } from './queueing/erlang.ts';
import { nodesForDemand, type ServiceQueueing, type ServiceSizing } from './service-sizing.ts';

/** What set the node count. */
export type Constraint =
  | 'none'
  | 'target utilization'
  | 'target wait'
  | 'least nodes'
  | 'most nodes'
  | 'scale-out lag'
  | 'scale-in lag';

/** Wait in one steady state: part that waits, and the rate at which those who wait are served. */
export interface SteadyWait {
  readonly probability: number;
  /** P(W > t) = probability exp(-perSecond t). */
  readonly perSecond: number;
}

/** Wait with so many slots on all nodes together and a load of so many erlangs, less than these. [EQ-CAP-4] */
export const steadyWait = (
  slotCount: number,
  load: number,
  { serviceSeconds, arrivalScv, serviceScv }: ServiceQueueing,
): SteadyWait => ({
  probability: erlangCFromTop(slotCount, load),
  perSecond: (2 * (slotCount - load)) / (serviceSeconds * (arrivalScv + serviceScv)),
});

const keepsTarget = (nodeCount: number, load: number, queueing: ServiceQueueing): boolean => {
  const { target, slotsPerNode } = queueing;
  if (!target) return true;
  const { probability, perSecond } = steadyWait(nodeCount * slotsPerNode, load, queueing);
  return target.part === null
    ? probability <= target.seconds * perSecond
    : probability * Math.exp(-perSecond * target.seconds) <= 1 - target.part;
};

/** Halvings of the load between none and all slots: to 1e-12 of the slots. */
const halvings = 40;

/** Counts nodes for demand. Remembers how much each count carries within the target wait. */
export class NodePlanner {
  private readonly sizing: ServiceSizing;
  private readonly unlimited: ServiceSizing;
  /** Demand so many nodes carry within the target wait, by node count; NaN: not yet worked out. */
  private limits = new Float64Array(64).fill(NaN);
  private lastCount = 0;

  constructor(sizing: ServiceSizing) {
    this.sizing = sizing;
    this.unlimited = { ...sizing, minNodes: 0, maxNodes: Infinity };
  }

  /** Fewest nodes, within the limits, that keep utilization and wait. [EQ-CAP-1, EQ-CAP-3] */
  nodesFor(demand: number): number {
    const nodes = nodesForDemand(demand, this.sizing);
    return this.sizing.queueing?.target ? Math.min(this.sizing.maxNodes, Math.max(nodes, this.nodesByWait(demand))) : nodes;
  }

  /** What set the count `nodesFor` gives. */
  constraintOf(demand: number): Constraint {
    const { minNodes, maxNodes, queueing } = this.sizing;
    const byUtilization = nodesForDemand(demand, this.unlimited);
    const byWait = queueing?.target ? this.nodesByWait(demand) : 0;
    const wanted = Math.max(byUtilization, byWait);
    const isCapped = queueing?.target != null && Number.isFinite(maxNodes) && this.limitOf(maxNodes) < demand;
    if (wanted > maxNodes || isCapped) return 'most nodes';
    if (wanted < minNodes) return 'least nodes';
    if (wanted === 0) return 'none';
    return byWait > byUtilization ? 'target wait' : 'target utilization';
  }

  /** Walks from the count of the last demand: one hour is much like the hour before. */
  private nodesByWait(demand: number): number {
    if (demand <= 0) return 0;
    const { capacityPerNode, maxNodes } = this.sizing;
    // No wait can be kept above capacity, and none below the most nodes needs be looked for beyond them.
    const fewest = Math.floor(demand / capacityPerNode);
    let nodes = Math.max(fewest, Math.min(this.lastCount, 2 * fewest + 64));
    while (nodes < maxNodes && this.limitOf(nodes) < demand) nodes += 1;
    while (nodes > 0 && this.limitOf(nodes - 1) >= demand) nodes -= 1;
    this.lastCount = nodes;
    return nodes;
  }

  private limitOf(nodeCount: number): number {
    if (nodeCount >= this.limits.length) {
      const longer = new Float64Array(2 * nodeCount + 1).fill(NaN);
      longer.set(this.limits);
      this.limits = longer;
    }
    const known = this.limits[nodeCount] as number;
    if (!Number.isNaN(known)) return known;
    const limit = this.workOutLimit(nodeCount);
    this.limits[nodeCount] = limit;
    return limit;
  }

  private workOutLimit(nodeCount: number): number {
    const { queueing, capacityPerNode } = this.sizing;
    if (!queueing) return Infinity;
    const { slotsPerNode } = queueing;
    let low = 0;
    let high = nodeCount * slotsPerNode;
    for (let halving = 0; halving < halvings && high - low > 1e-12 * high; halving += 1) {
      const middle = (low + high) / 2;
      if (keepsTarget(nodeCount, middle, queueing)) low = middle;
      else high = middle;
    }
    return (low / slotsPerNode) * capacityPerNode;
  }
}
