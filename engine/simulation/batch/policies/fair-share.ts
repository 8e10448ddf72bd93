import type { Machine } from '../machine/machine.ts';
import type { Room } from '../machine/running-jobs.ts';
import { jobLinks, WaitingJobs } from '../machine/waiting-jobs.ts';
import type { BatchPolicy } from './batch-policy.ts';
import { DepartmentUsage, type FairShareOptions } from './department-usage.ts';

/**
 * Fair share between departments: the next to start is the earliest job of the department that has used the least for its
 * share; while it does not fit, others may be backfilled around it, as under EASY, in order of submission. [EQ-BAT-4]
 */
export class FairShare implements BatchPolicy {
  readonly nextStart = Infinity;
  private readonly usage: DepartmentUsage;
  private readonly waiting: WaitingJobs;
  /** The same jobs, each department's in a queue of its own. */
  private readonly queues: readonly WaitingJobs[];
  private readonly room: Room = { from: 0, extra: 0 };

  constructor(
    private readonly machine: Machine,
    options: FairShareOptions,
  ) {
    const { count } = machine.jobs;
    this.usage = new DepartmentUsage(machine.jobs, options);
    this.waiting = new WaitingJobs(jobLinks(count));
    const links = jobLinks(count);
    this.queues = Array.from({ length: this.usage.departmentCount }, () => new WaitingJobs(links));
  }

  get waitingCount(): number {
    return this.waiting.count;
  }

  submitted(job: number, now: number): void {
    this.waiting.append(job);
    this.queueOf(job).append(job);
    this.pass(now);
  }

  ended(job: number, now: number): void {
    this.usage.giveBack(job, this.machine.start[job] as number);
    if (this.waiting.count > 0) this.pass(now);
  }

  startPromised(): void {}

  private queueOf(job: number): WaitingJobs {
    return this.queues[this.usage.departmentOf(job)] as WaitingJobs;
  }

  private pass(now: number): void {
    const { machine, room, waiting } = this;
    const { processors, estimateSeconds } = machine.jobs;
    let free = machine.running.freeAt(now);
    let head = this.nextInTurn();
    while (head >= 0 && (processors[head] as number) <= free) {
      free -= processors[head] as number;
      this.start(head, now);
      head = this.nextInTurn();
    }
    if (head < 0 || free === 0) return;
    machine.running.roomFor(processors[head] as number, now, room);
    for (let job = waiting.first; job >= 0 && free > 0; ) {
      const next = waiting.next(job);
      const wanted = processors[job] as number;
      const endsBefore = now + (estimateSeconds[job] as number) <= room.from;
      if (job !== head && wanted <= free && (endsBefore || wanted <= room.extra)) {
        if (!endsBefore) room.extra -= wanted;
        free -= wanted;
        this.start(job, now);
      }
      job = next;
    }
  }

  /** The earliest job of the department that has used the least for its share, the one known first among equals; -1 when nobody waits. */
  private nextInTurn(): number {
    let least = Infinity;
    let job = -1;
    for (let index = 0; index < this.queues.length; index += 1) {
      const first = (this.queues[index] as WaitingJobs).first;
      if (first < 0) continue;
      const used = this.usage.usageForShare(index);
      if (used >= least) continue;
      least = used;
      job = first;
    }
    return job;
  }

  private start(job: number, now: number): void {
    this.waiting.remove(job);
    this.queueOf(job).remove(job);
    this.usage.charge(job, now);
    this.machine.startJob(job, now);
  }
}
