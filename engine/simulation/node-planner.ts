import type { DemandSteps } from './demand-steps.ts';
import { erlangCFromTop } from './queueing/erlang.ts';
import { nodesForDemand, nodesWithin, usablePerNode, type ServiceQueueing, type ServiceSizing } from './service-sizing.ts';

const { max, min } = Math;

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
  if (!target || load === 0) return true;
  if (load >= nodeCount * slotsPerNode) return false;
  const { probability, perSecond } = steadyWait(nodeCount * slotsPerNode, load, queueing);
  return target.part === null
    ? probability <= target.seconds * perSecond
    : probability * Math.exp(-perSecond * target.seconds) <= 1 - target.part;
};

/** Halvings of the load between none and all slots: to 1e-12 of the slots. */
const halvings = 40;
/** One hour is much like the hour before: so many counts are tried next to its count before all are searched. */
const neighbors = 8;
/** Above so many erlangs, where the recursion has too many terms, nodes follow the square-root rule with this beta. */
const mostErlangs = 1e7;
const safeBeta = 4;

/** Counts nodes for demand. Remembers how much each count carries within the target wait. */
export class NodePlanner {
  private readonly sizing: ServiceSizing;
  private readonly unlimited: ServiceSizing;
  private readonly hasTarget: boolean;
  /** Demand so many nodes carry within the target wait, by node count. */
  private readonly limits = new Map<number, number>();
  /** The last count, and the demand it is the fewest for: more than `above`, up to `upTo`. */
  private lastCount = 0;
  private above = -Infinity;
  private upTo = 0;

  constructor(sizing: ServiceSizing) {
    this.sizing = sizing;
    this.hasTarget = Boolean(sizing.queueing?.target);
    this.unlimited = { ...sizing, minNodes: 0, maxNodes: Infinity };
  }

  /** Fewest nodes, within the limits, that keep utilization and wait. [EQ-CAP-1, EQ-CAP-3] */
  nodesFor(demand: number): number {
    const nodes = nodesForDemand(demand, this.sizing);
    return this.hasTarget ? min(this.sizing.maxNodes, max(nodes, this.nodesByWait(demand))) : nodes;
  }

  /** Fills in the nodes wanted for what is planned in the steps `[from, end)`. */
  plan({ planned, wantedNodes }: DemandSteps, from: number, end: number): void {
    // this is done for each step of a year: what is the same for all is looked up once
    const { minNodes, maxNodes } = this.sizing;
    const perNode = usablePerNode(this.sizing);
    for (let step = from; step < end; step += 1) wantedNodes[step] = nodesWithin((planned[step] as number) / perNode, minNodes, maxNodes);
    if (!this.hasTarget) return;
    for (let step = from; step < end; step += 1)
      wantedNodes[step] = min(maxNodes, max(wantedNodes[step] as number, this.nodesByWait(planned[step] as number)));
  }

  /** What set the count `nodesFor` gives. */
  constraintOf(demand: number): Constraint {
    const { minNodes, maxNodes } = this.sizing;
    const byUtilization = nodesForDemand(demand, this.unlimited);
    const byWait = this.hasTarget ? this.nodesByWait(demand) : 0;
    const wanted = Math.max(byUtilization, byWait);
    const isCapped = this.hasTarget && Number.isFinite(maxNodes) && this.limitOf(maxNodes) < demand;
    if (wanted > maxNodes || isCapped) return 'most nodes';
    if (wanted < minNodes) return 'least nodes';
    if (wanted === 0) return 'none';
    return byWait > byUtilization ? 'target wait' : 'target utilization';
  }

  private nodesByWait(demand: number): number {
    if (demand <= 0) return 0;
    if (demand > this.above && demand <= this.upTo) return this.lastCount;
    this.lastCount = this.nextTo(this.lastCount, demand) ?? this.search(demand);
    this.above = this.lastCount === 0 ? -Infinity : this.limitOf(this.lastCount - 1);
    this.upTo = this.limitOf(this.lastCount);
    return this.lastCount;
  }

  private nextTo(count: number, demand: number): number | null {
    let nodes = Number.isFinite(count) ? count : 0;
    for (let tried = 0; tried < neighbors; tried += 1) {
      if (this.limitOf(nodes) < demand) nodes += 1;
      else if (nodes > 0 && this.limitOf(nodes - 1) >= demand) nodes -= 1;
      else return nodes;
    }
    return null;
  }

  /** From the fewest nodes with capacity up in growing strides, then by halves. */
  private search(demand: number): number {
    const { queueing, capacityPerNode } = this.sizing;
    if (!queueing) return 0;
    const load = (demand / capacityPerNode) * queueing.slotsPerNode;
    if (!(load < mostErlangs)) return Math.ceil((load + safeBeta * Math.sqrt(load)) / queueing.slotsPerNode);
    let tooFew = Math.max(0, Math.ceil(demand / capacityPerNode) - 1);
    let stride = 1;
    while (!keepsTarget(tooFew + stride, load, queueing)) {
      tooFew += stride;
      stride *= 2;
    }
    let enough = tooFew + stride;
    while (enough - tooFew > 1) {
      const middle = Math.floor((tooFew + enough) / 2);
      if (keepsTarget(middle, load, queueing)) enough = middle;
      else tooFew = middle;
    }
    return enough;
  }

  private limitOf(nodeCount: number): number {
    const known = this.limits.get(nodeCount);
    if (known !== undefined) return known;
    const limit = this.workOutLimit(nodeCount);
    this.limits.set(nodeCount, limit);
    return limit;
  }

  private workOutLimit(nodeCount: number): number {
    const { queueing, capacityPerNode } = this.sizing;
    if (!queueing) return Infinity;
    const { slotsPerNode } = queueing;
    let low = 0;
    let high = nodeCount * slotsPerNode;
    // No closed form for so many: what the square-root rule leaves room for.
    if (!(high < mostErlangs)) return Math.max(0, (high - safeBeta * Math.sqrt(high)) / slotsPerNode) * capacityPerNode;
    for (let halving = 0; halving < halvings && high - low > 1e-12 * high; halving += 1) {
      const middle = (low + high) / 2;
      if (keepsTarget(nodeCount, middle, queueing)) low = middle;
      else high = middle;
    }
    return (low / slotsPerNode) * capacityPerNode;
  }
}
