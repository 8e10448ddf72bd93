/**
 * The jobs that run, by the second their estimate ends: what a backfilling policy looks ahead on. Arrays grow with the
 * jobs that run at once, never with all jobs.
 */
export class RunningJobs {
  count = 0;
  /** Processors of all running jobs. */
  processorsInUse = 0;
  private ends = new Float64Array(64);
  private jobs = new Int32Array(64);
  private processors = new Int32Array(64);

  constructor(readonly totalProcessors: number) {}

  /**
   * Processors free at `now` for a job that starts then: those of jobs whose estimate has ended count as free, even if the
   * end itself is only handled next.
   */
  freeAt(now: number): number {
    let free = this.totalProcessors - this.processorsInUse;
    for (let index = 0; index < this.count && (this.ends[index] as number) <= now; index += 1)
      free += this.processors[index] as number;
    return free;
  }

  /** Says when `wanted` processors will be free by the estimates, and how many are then left over. */
  roomFor(wanted: number, now: number, room: Room): void {
    let free = this.totalProcessors - this.processorsInUse;
    let index = 0;
    let end = now;
    while (free < wanted || (index < this.count && (this.ends[index] as number) <= end)) {
      free += this.processors[index] as number;
      end = Math.max(end, this.ends[index] as number);
      index += 1;
    }
    room.from = end;
    room.extra = free - wanted;
  }

  add(job: number, estimatedEnd: number, processors: number): void {
    if (this.count === this.jobs.length) this.grow();
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) <= estimatedEnd) low = middle + 1;
      else high = middle;
    }
    this.shift(low, 1);
    this.ends[low] = estimatedEnd;
    this.jobs[low] = job;
    this.processors[low] = processors;
    this.count += 1;
    this.processorsInUse += processors;
  }

  remove(job: number, estimatedEnd: number): void {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) < estimatedEnd) low = middle + 1;
      else high = middle;
    }
    while (low < this.count && this.jobs[low] !== job) low += 1;
    if (low === this.count) throw new Error(`job ${job} does not run`);
    this.processorsInUse -= this.processors[low] as number;
    this.shift(low + 1, -1);
    this.count -= 1;
  }

  /** A loop over few, `copyWithin` over many: the first is faster up to some dozens. */
  private shift(from: number, by: 1 | -1): void {
    if (this.count - from > 32) {
      this.ends.copyWithin(from + by, from, this.count);
      this.jobs.copyWithin(from + by, from, this.count);
      this.processors.copyWithin(from + by, from, this.count);
    } else if (by === 1) {
      for (let index = this.count; index > from; index -= 1) this.move(index - 1, index);
    } else for (let index = from; index < this.count; index += 1) this.move(index, index - 1);
  }

  private move(from: number, to: number): void {
    this.ends[to] = this.ends[from] as number;
    this.jobs[to] = this.jobs[from] as number;
    this.processors[to] = this.processors[from] as number;
  }

  private grow(): void {
    const { ends, jobs, processors } = this;
    this.ends = new Float64Array(2 * ends.length);
    this.jobs = new Int32Array(2 * ends.length);
    this.processors = new Int32Array(2 * ends.length);
    this.ends.set(ends);
    this.jobs.set(jobs);
    this.processors.set(processors);
  }
}

/** Where a job finds room. */
export interface Room {
  from: number;
  /** Processors free at that second beyond what the job takes. */
  extra: number;
}
