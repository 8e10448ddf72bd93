const none = -1;

export interface JobLinks {
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

export const jobLinks = (jobCount: number): JobLinks => ({
  next: new Int32Array(jobCount),
  previous: new Int32Array(jobCount),
});

/**
 * The queue in order of submission, from which any job can be taken: a list linked through arrays, so that a job that is
 * backfilled leaves without moving the others.
 */
export class WaitingJobs {
  count = 0;
  /** -1 when nobody waits. */
  first = none;
  private last = none;
  private readonly nextOf: Int32Array;
  private readonly previousOf: Int32Array;

  /** Queues may share links when no job ever waits in two of them. */
  constructor({ next, previous }: JobLinks) {
    this.nextOf = next;
    this.previousOf = previous;
  }

  /** The job after this one; -1 after the last. */
  next(job: number): number {
    return this.nextOf[job] as number;
  }

  append(job: number): void {
    this.nextOf[job] = none;
    this.previousOf[job] = this.last;
    if (this.last === none) this.first = job;
    else this.nextOf[this.last] = job;
    this.last = job;
    this.count += 1;
  }

  remove(job: number): void {
    const next = this.nextOf[job] as number;
    const previous = this.previousOf[job] as number;
    if (previous === none) this.first = next;
    else this.nextOf[previous] = next;
    if (next === none) this.last = previous;
    else this.previousOf[next] = previous;
    this.count -= 1;
  }
}
