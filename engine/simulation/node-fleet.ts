import type { ServiceScaling } from './service-sizing.ts';

/** Node-seconds of one step: paid for, and at work. */
export interface FleetStep {
  billedSeconds: number;
  servingSeconds: number;
  /** Most nodes paid for at one time. */
  peakNodes: number;
}

/**
 * Nodes that come and go slowly. A node ordered starts after the scale-out lag, is billed from then, and serves after its
 * warm-up; nodes are stopped when fewer have been enough for the scale-in lag, those that do not yet serve first.
 * Between two changes lies the cooldown. Decisions fall at the start of a step. [EQ-CAP-6]
 */
export class NodeFleet {
  private readonly scaling: ServiceScaling;
  private readonly stepSeconds: number;
  private serving: number;
  /** Nodes serving or ordered. */
  private total: number;
  private nextChangeAt = 0;
  private now = 0;
  /** Orders in time order: places `[head, tail)`. */
  private readonly startAt: number[] = [];
  private readonly counts: number[] = [];
  private head = 0;
  /** Wanted counts of the scale-in lag, falling, with the steps they are of: the first is the most. */
  private readonly window: number[] = [];
  private readonly windowSteps: number[] = [];
  private windowHead = 0;
  private stepIndex = 0;
  private readonly windowLength: number;

  /** Begins in balance with so many nodes at work. */
  constructor(scaling: ServiceScaling, stepSeconds: number, nodeCount: number) {
    this.scaling = scaling;
    this.stepSeconds = stepSeconds;
    this.serving = nodeCount;
    this.total = nodeCount;
    this.windowLength = Math.ceil(scaling.scaleInSeconds / stepSeconds);
  }

  /** Decides on the count wanted, and runs for one step. */
  run(wantedNodes: number, step: FleetStep): void {
    const enough = this.enoughSince(wantedNodes);
    if (this.now >= this.nextChangeAt) {
      if (wantedNodes > this.total) this.order(wantedNodes - this.total);
      else if (enough < this.total) this.stop(this.total - enough);
    }
    const end = this.now + this.stepSeconds;
    step.billedSeconds = this.serving * this.stepSeconds;
    step.servingSeconds = step.billedSeconds;
    step.peakNodes = this.serving;
    if (this.head < this.counts.length) this.runOrders(end, step);
    this.now = end;
  }

  /** Nodes that were enough all through the scale-in lag: a sliding maximum. */
  private enoughSince(wantedNodes: number): number {
    const { window, windowSteps } = this;
    const last = window.length - 1;
    if (last === this.windowHead && (window[last] as number) <= wantedNodes) {
      // The most by itself: nothing to compare with.
      window[last] = wantedNodes;
      windowSteps[last] = this.stepIndex;
      this.stepIndex += 1;
      return wantedNodes;
    }
    while (window.length > this.windowHead && (window[window.length - 1] as number) <= wantedNodes) {
      window.pop();
      windowSteps.pop();
    }
    window.push(wantedNodes);
    windowSteps.push(this.stepIndex);
    if ((windowSteps[this.windowHead] as number) < this.stepIndex - this.windowLength) this.windowHead += 1;
    if (this.windowHead > 1024) {
      window.splice(0, this.windowHead);
      windowSteps.splice(0, this.windowHead);
      this.windowHead = 0;
    }
    this.stepIndex += 1;
    return window[this.windowHead] as number;
  }

  private order(count: number): void {
    this.startAt.push(this.now + this.scaling.scaleOutSeconds);
    this.counts.push(count);
    this.total += count;
    this.nextChangeAt = this.now + this.scaling.cooldownSeconds;
  }

  private stop(count: number): void {
    let left = count;
    while (left > 0 && this.head < this.counts.length) {
      const last = this.counts.length - 1;
      const taken = Math.min(left, this.counts[last] as number);
      left -= taken;
      this.counts[last] = (this.counts[last] as number) - taken;
      if (this.counts[last] === 0) {
        this.counts.pop();
        this.startAt.pop();
      }
    }
    this.serving -= left;
    this.total -= count;
    this.nextChangeAt = this.now + this.scaling.cooldownSeconds;
  }

  private runOrders(end: number, step: FleetStep): void {
    for (let place = this.head; place < this.counts.length; place += 1) {
      const count = this.counts[place] as number;
      const start = this.startAt[place] as number;
      if (start >= end) break;
      const ready = start + this.scaling.warmUpSeconds;
      step.billedSeconds += count * (end - Math.max(start, this.now));
      step.peakNodes += count;
      if (ready < end) step.servingSeconds += count * (end - Math.max(ready, this.now));
      if (ready > end) continue;
      this.serving += count;
      this.head = place + 1;
    }
    if (this.head < this.counts.length) return;
    this.counts.length = 0;
    this.startAt.length = 0;
    this.head = 0;
  }
}
