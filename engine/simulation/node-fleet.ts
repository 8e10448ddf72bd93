import type { DemandSteps } from './demand-steps.ts';
import type { ServiceScaling } from './service-sizing.ts';

/** Places of a ring that holds so many: a power of two, so that a place is found by its last bits. */
const ringSize = (most: number): number => 2 ** Math.ceil(Math.log2(most + 1));

/** The most of the last values: a sliding maximum. Values that a later one exceeds are forgotten. */
class SlidingMaximum {
  private readonly values: Float64Array;
  private readonly steps: Int32Array;
  private readonly mask: number;
  private readonly length: number;
  private head = 0;
  private tail = 0;
  private step = 0;

  /** Of the value at hand and so many before it. */
  constructor(length: number) {
    const size = ringSize(length + 1);
    this.values = new Float64Array(size);
    this.steps = new Int32Array(size);
    this.mask = size - 1;
    this.length = length;
  }

  add(value: number): number {
    const { values, steps, mask } = this;
    let tail = this.tail;
    while (tail > this.head && (values[(tail - 1) & mask] as number) <= value) tail -= 1;
    values[tail & mask] = value;
    steps[tail & mask] = this.step;
    this.tail = tail + 1;
    if ((steps[this.head & mask] as number) < this.step - this.length) this.head += 1;
    this.step += 1;
    return values[this.head & mask] as number;
  }
}

/**
 * Nodes that come and go slowly. A node ordered starts after the scale-out lag, is billed from then, and serves after its
 * warm-up; nodes are stopped when fewer have been enough for the scale-in lag, those that do not yet serve first.
 * Between two changes lies the cooldown. Decisions fall at the start of a step. [EQ-CAP-6]
 */
export class NodeFleet {
  private readonly scaling: ServiceScaling;
  private readonly stepSeconds: number;
  private readonly enough: SlidingMaximum;
  private serving: number;
  /** Nodes serving or ordered. */
  private total: number;
  private nextChangeAt = 0;
  private now = 0;
  /** Orders that do not serve yet, in the order of their time: places `[head, tail)` of a ring. */
  private readonly startAt: Float64Array;
  private readonly counts: Float64Array;
  private readonly mask: number;
  private head = 0;
  private tail = 0;

  /** Begins in balance with so many nodes at work. */
  constructor(scaling: ServiceScaling, stepSeconds: number, nodeCount: number) {
    this.scaling = scaling;
    this.stepSeconds = stepSeconds;
    this.serving = nodeCount;
    this.total = nodeCount;
    this.enough = new SlidingMaximum(Math.ceil(scaling.scaleInSeconds / stepSeconds));
    const { scaleOutSeconds, warmUpSeconds } = scaling;
    const size = ringSize(Math.ceil((scaleOutSeconds + warmUpSeconds) / stepSeconds) + 1);
    this.startAt = new Float64Array(size);
    this.counts = new Float64Array(size);
    this.mask = size - 1;
  }

  /** Decides on the counts wanted in the steps `[from, end)`, and fills in what is paid for and at work. */
  run(steps: DemandSteps, from: number, end: number): void {
    const { wantedNodes, billedSeconds, servingSeconds, peakNodes } = steps;
    const { enough, stepSeconds } = this;
    for (let step = from; step < end; step += 1) {
      const wanted = wantedNodes[step] as number;
      const kept = enough.add(wanted);
      if (this.now >= this.nextChangeAt) {
        if (wanted > this.total) this.order(wanted - this.total);
        else if (kept < this.total) this.stop(this.total - kept);
      }
      const { serving } = this;
      billedSeconds[step] = serving * stepSeconds;
      servingSeconds[step] = serving * stepSeconds;
      peakNodes[step] = serving;
      if (this.head < this.tail) this.runOrders(steps, step);
      this.now += stepSeconds;
    }
  }

  private order(count: number): void {
    const place = this.tail & this.mask;
    this.startAt[place] = this.now + this.scaling.scaleOutSeconds;
    this.counts[place] = count;
    this.tail += 1;
    this.total += count;
    this.nextChangeAt = this.now + this.scaling.cooldownSeconds;
  }

  private stop(count: number): void {
    let left = count;
    while (left > 0 && this.head < this.tail) {
      const place = (this.tail - 1) & this.mask;
      const ordered = this.counts[place] as number;
      const taken = left < ordered ? left : ordered;
      left -= taken;
      this.counts[place] = ordered - taken;
      if (taken === ordered) this.tail -= 1;
    }
    this.serving -= left;
    this.total -= count;
    this.nextChangeAt = this.now + this.scaling.cooldownSeconds;
  }

  private runOrders(steps: DemandSteps, step: number): void {
    const { warmUpSeconds } = this.scaling;
    const { now } = this;
    const end = now + this.stepSeconds;
    let [billed, working, started] = [0, 0, 0];
    for (let order = this.head; order < this.tail; order += 1) {
      const count = this.counts[order & this.mask] as number;
      const start = this.startAt[order & this.mask] as number;
      if (start >= end) break;
      const ready = start + warmUpSeconds;
      billed += count * (end - (start > now ? start : now));
      started += count;
      if (ready > end) continue;
      working += count * (end - (ready > now ? ready : now));
      this.serving += count;
      this.head = order + 1;
    }
    steps.billedSeconds[step]! += billed;
    steps.servingSeconds[step]! += working;
    steps.peakNodes[step]! += started;
  }
}
