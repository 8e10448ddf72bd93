import { EventHeap } from '../../event-heap.ts';
import type { Machine } from '../machine/machine.ts';
import { ReservationProfile } from '../machine/reservation-profile.ts';
import { jobLinks, WaitingJobs } from '../machine/waiting-jobs.ts';
import type { BatchPolicy } from './batch-policy.ts';

/**
 * Conservative backfilling: every job is promised a second when it comes, the earliest that puts nobody else's promise off.
 * Whenever a job ends, all that wait try in turn, in order of submission, for an earlier second. [EQ-BAT-3]
 */
export class ConservativeBackfilling implements BatchPolicy {
  private readonly waiting: WaitingJobs;
  private readonly profile: ReservationProfile;
  /** The second promised to each job. */
  private readonly promised: Float64Array;
  /** Promised starts in the order they were promised; a promise replaced by an earlier one stays and is passed over. */
  private readonly starts = new EventHeap();
  /** After a round in which nobody moved, another one moves nobody while nothing gets free. */
  private isSettled = true;

  constructor(private readonly machine: Machine) {
    this.waiting = new WaitingJobs(jobLinks(machine.jobs.count));
    this.profile = new ReservationProfile(machine.processorCount);
    this.promised = new Float64Array(machine.jobs.count);
  }

  get waitingCount(): number {
    return this.waiting.count;
  }

  get nextStart(): number {
    const { starts, promised } = this;
    while (starts.size > 0 && promised[starts.firstEvent] !== starts.firstTime) starts.pop();
    return starts.firstTime;
  }

  submitted(job: number, now: number): void {
    this.profile.forgetBefore(now);
    this.waiting.append(job);
    this.promise(job, now);
    this.starts.push(this.promised[job] as number, job);
  }

  ended(job: number, now: number): void {
    this.profile.forgetBefore(now);
    const { start, jobs } = this.machine;
    const estimatedEnd = (start[job] as number) + (jobs.estimateSeconds[job] as number);
    if (estimatedEnd > now) {
      this.profile.promise(now, estimatedEnd, -(jobs.processors[job] as number));
      this.isSettled = false;
    }
    if (!this.isSettled) this.tryEarlier(now);
  }

  startPromised(now: number): void {
    const job = this.starts.pop();
    this.waiting.remove(job);
    this.machine.startJob(job, now);
  }

  private tryEarlier(now: number): void {
    const { waiting, promised, profile } = this;
    const { estimateSeconds, processors } = this.machine.jobs;
    this.isSettled = true;
    for (let job = waiting.first; job >= 0; job = waiting.next(job)) {
      const before = promised[job] as number;
      if (before <= now) continue;
      profile.promise(before, before + (estimateSeconds[job] as number), -(processors[job] as number));
      this.promise(job, now);
      if ((promised[job] as number) >= before) continue;
      this.starts.push(promised[job] as number, job);
      this.isSettled = false;
    }
  }

  private promise(job: number, now: number): void {
    const { estimateSeconds, processors } = this.machine.jobs;
    const wanted = processors[job] as number;
    const seconds = estimateSeconds[job] as number;
    const start = this.profile.earliest(wanted, seconds, now);
    this.promised[job] = start;
    this.profile.promise(start, start + seconds, wanted);
  }
}
