import { EventHeap } from '../../event-heap.ts';

/** Tasks that run, by the second they end. Memory grows with the tasks that run at once. */
export class RunningTasks {
  private readonly ends = new EventHeap();
  private jobs = new Int32Array(64);
  private pools = new Int32Array(64);
  private nodes = new Int32Array(64);
  /** Slots given back, and how many were ever used. */
  private readonly freeSlots: number[] = [];
  private usedSlots = 0;

  get nextEnd(): number {
    return this.ends.firstTime;
  }

  add(job: number, pool: number, node: number, end: number): void {
    const slot = this.freeSlots.pop() ?? this.newSlot();
    this.jobs[slot] = job;
    this.pools[slot] = pool;
    this.nodes[slot] = node;
    this.ends.push(end, slot);
  }

  /** Takes out the task that ends next; what it was is told to `ended`. */
  endNext(ended: (job: number, pool: number, node: number) => void): void {
    const slot = this.ends.pop();
    this.freeSlots.push(slot);
    ended(this.jobs[slot] as number, this.pools[slot] as number, this.nodes[slot] as number);
  }

  /** Takes out all tasks that still run; of each the job and the second it would end are told. */
  takeAll(told: (job: number, end: number) => void): void {
    while (this.ends.size > 0) {
      const end = this.ends.firstTime;
      told(this.jobs[this.ends.pop()] as number, end);
    }
  }

  private newSlot(): number {
    const slot = this.usedSlots;
    this.usedSlots += 1;
    if (slot === this.jobs.length) {
      const { jobs, pools, nodes } = this;
      this.jobs = new Int32Array(2 * slot);
      this.pools = new Int32Array(2 * slot);
      this.nodes = new Int32Array(2 * slot);
      this.jobs.set(jobs);
      this.pools.set(pools);
      this.nodes.set(nodes);
    }
    return slot;
  }
}
