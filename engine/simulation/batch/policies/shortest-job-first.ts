import type { Machine } from '../machine/machine.ts';
import type { BatchPolicy } from './batch-policy.ts';

/** Shortest estimate first, the earlier of equals first; one that does not fit holds up all longer ones. */
export class ShortestJobFirst implements BatchPolicy {
  readonly nextStart = Infinity;
  waitingCount = 0;
  /** A binary heap of jobs. */
  private heap = new Int32Array(64);

  constructor(private readonly machine: Machine) {}

  submitted(job: number, now: number): void {
    this.push(job);
    this.pass(now);
  }

  ended(_job: number, now: number): void {
    this.pass(now);
  }

  startPromised(): void {}

  private pass(now: number): void {
    const { machine } = this;
    let free = this.waitingCount === 0 ? 0 : machine.running.freeAt(now);
    while (this.waitingCount > 0) {
      const job = this.heap[0] as number;
      const wanted = machine.jobs.processors[job] as number;
      if (wanted > free) return;
      free -= wanted;
      this.popFirst();
      machine.startJob(job, now);
    }
  }

  private isBefore(one: number, other: number): boolean {
    const { estimateSeconds } = this.machine.jobs;
    const difference = (estimateSeconds[one] as number) - (estimateSeconds[other] as number);
    return difference < 0 || (difference === 0 && one < other);
  }

  private push(job: number): void {
    if (this.waitingCount === this.heap.length) {
      const { heap } = this;
      this.heap = new Int32Array(2 * heap.length);
      this.heap.set(heap);
    }
    let hole = this.waitingCount;
    this.waitingCount += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = this.heap[parent] as number;
      if (!this.isBefore(job, above)) break;
      this.heap[hole] = above;
      hole = parent;
    }
    this.heap[hole] = job;
  }

  private popFirst(): void {
    const last = (this.waitingCount -= 1);
    const moved = this.heap[last] as number;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= last) break;
      if (child + 1 < last && this.isBefore(this.heap[child + 1] as number, this.heap[child] as number)) child += 1;
      const below = this.heap[child] as number;
      if (!this.isBefore(below, moved)) break;
      this.heap[hole] = below;
      hole = child;
    }
    this.heap[hole] = moved;
  }
}
