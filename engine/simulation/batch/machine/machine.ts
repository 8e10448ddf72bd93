import type { BatchJobs } from '../jobs/batch-jobs.ts';
import { EventHeap } from '../../event-heap.ts';
import { RunningJobs } from './running-jobs.ts';

/** The processors, what runs on them, and when it ends: the state every policy works on. */
export class Machine {
  readonly running: RunningJobs;
  readonly ends = new EventHeap();
  /** Second each job started; NaN until it does. */
  readonly start: Float64Array;
  startedCount = 0;
  /** Sum of the waits of all started jobs. */
  waitedSeconds = 0;

  constructor(
    readonly jobs: BatchJobs,
    readonly processorCount: number,
  ) {
    this.running = new RunningJobs(processorCount);
    this.start = new Float64Array(jobs.count).fill(NaN);
  }

  startJob(job: number, now: number): void {
    const { submit, estimateSeconds, runSeconds, processors } = this.jobs;
    this.start[job] = now;
    this.startedCount += 1;
    this.waitedSeconds += now - (submit[job] as number);
    this.running.add(job, now + (estimateSeconds[job] as number), processors[job] as number);
    this.ends.push(now + (runSeconds[job] as number), job);
  }

  /** Takes the job that ends next off the machine and answers it. */
  endNextJob(): number {
    const job = this.ends.pop();
    this.running.remove(job, (this.start[job] as number) + (this.jobs.estimateSeconds[job] as number));
    return job;
  }
}
