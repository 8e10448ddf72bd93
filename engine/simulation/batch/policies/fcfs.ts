import type { Machine } from '../machine/machine.ts';
import { jobLinks, WaitingJobs } from '../machine/waiting-jobs.ts';
import type { BatchPolicy } from './batch-policy.ts';

/** First come, first served: nobody starts before one who came earlier. */
export class FirstComeFirstServed implements BatchPolicy {
  readonly nextStart = Infinity;
  private readonly waiting: WaitingJobs;

  constructor(private readonly machine: Machine) {
    this.waiting = new WaitingJobs(jobLinks(machine.jobs.count));
  }

  get waitingCount(): number {
    return this.waiting.count;
  }

  submitted(job: number, now: number): void {
    this.waiting.append(job);
    this.pass(now);
  }

  ended(_job: number, now: number): void {
    this.pass(now);
  }

  startPromised(): void {}

  private pass(now: number): void {
    const { waiting, machine } = this;
    let free = waiting.first < 0 ? 0 : machine.running.freeAt(now);
    for (let job = waiting.first; job >= 0; job = waiting.first) {
      const wanted = machine.jobs.processors[job] as number;
      if (wanted > free) return;
      free -= wanted;
      waiting.remove(job);
      machine.startJob(job, now);
    }
  }
}
