import type { Room } from '../machine/running-jobs.ts';
import type { Machine } from '../machine/machine.ts';
import { jobLinks, WaitingJobs } from '../machine/waiting-jobs.ts';
import type { BatchPolicy } from './batch-policy.ts';

/**
 * EASY backfilling (Lifka 1995): the job at the head is promised the earliest second the estimates give it; a later job
 * may start now when it does not put that off, because it ends before or takes processors the head leaves over. [EQ-BAT-2]
 */
export class EasyBackfilling implements BatchPolicy {
  readonly nextStart = Infinity;
  private readonly waiting: WaitingJobs;
  /** Where the head finds room: kept from pass to pass, as it changes only when a job ends or an estimate runs out. */
  private readonly room: Room = { from: 0, extra: 0 };
  /** Processors free after the last pass; -1 when the next one has to look at everybody. */
  private freeAfter = -1;

  constructor(private readonly machine: Machine) {
    this.waiting = new WaitingJobs(jobLinks(machine.jobs.count));
  }

  get waitingCount(): number {
    return this.waiting.count;
  }

  submitted(job: number, now: number): void {
    const { waiting, machine } = this;
    const free = machine.running.freeAt(now);
    waiting.append(job);
    // whom the last pass left waiting stays so while nothing gets free: only the newcomer can start
    if (waiting.first !== job && free === this.freeAfter) this.backfill(job, free, now);
    else this.pass(free, now);
  }

  ended(_job: number, now: number): void {
    if (this.waiting.count > 0) this.pass(this.machine.running.freeAt(now), now);
    else this.freeAfter = -1;
  }

  startPromised(): void {}

  private pass(freeNow: number, now: number): void {
    const { waiting, machine, room } = this;
    const { processors } = machine.jobs;
    let free = freeNow;
    for (let head = waiting.first; head >= 0; head = waiting.first) {
      const wanted = processors[head] as number;
      if (wanted > free) break;
      free -= wanted;
      waiting.remove(head);
      machine.startJob(head, now);
    }
    this.freeAfter = free;
    const head = waiting.first;
    if (head < 0) return;
    machine.running.roomFor(processors[head] as number, now, room);
    for (let job = waiting.next(head); job >= 0 && this.freeAfter > 0; ) {
      const next = waiting.next(job);
      this.backfill(job, this.freeAfter, now);
      job = next;
    }
  }

  private backfill(job: number, free: number, now: number): void {
    const { machine, room } = this;
    const wanted = machine.jobs.processors[job] as number;
    if (wanted > free) return;
    if (now + (machine.jobs.estimateSeconds[job] as number) > room.from) {
      if (wanted > room.extra) return;
      room.extra -= wanted;
    }
    this.waiting.remove(job);
    machine.startJob(job, now);
    this.freeAfter = free - wanted;
  }
}
