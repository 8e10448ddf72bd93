import type { BatchJobs } from '../../simulation/batch/jobs/batch-jobs.ts';
import type { BatchPolicyName } from '../../simulation/batch/policies/batch-policy.ts';

/**
 * A second implementation of all policies, written from the rules alone: lists searched from end to end, nothing kept from one
 * decision to the next. Slow, and meant to be read. `ties` other than by creation is the mistake the tests must notice.
 */
export interface PlainOptions {
  readonly processorCount: number;
  readonly policy: BatchPolicyName;
  readonly ties?: 'creation' | 'latest-created-first';
  readonly shares?: ReadonlyMap<number, number>;
  readonly halfLifeSeconds?: number;
}

interface Job {
  readonly index: number;
  readonly submit: number;
  readonly run: number;
  readonly estimate: number;
  readonly processors: number;
  readonly department: number;
  /** When it starts, or is promised to. */
  start: number;
  hasStarted: boolean;
  hasEnded: boolean;
}

interface Event {
  readonly time: number;
  /** 0 submission, 1 end, 2 start. */
  readonly kind: 0 | 1 | 2;
  readonly created: number;
  readonly job: Job;
}

export const plainSchedule = (table: BatchJobs, options: PlainOptions): number[] => {
  const { processorCount, policy, ties = 'creation' } = options;
  const jobs = Array.from({ length: table.count }, (_, index): Job => ({
    index,
    submit: table.submit[index]!,
    run: table.runSeconds[index]!,
    estimate: table.estimateSeconds[index]!,
    processors: table.processors[index]!,
    department: table.department[index]!,
    start: NaN,
    hasStarted: false,
    hasEnded: false,
  }));
  const submitted: Job[] = [];
  const events: Event[] = [];
  let created = 0;
  const create = (time: number, kind: Event['kind'], job: Job): void => void events.push({ time, kind, created: (created += 1), job });
  const order = (a: Event, b: Event): number =>
    a.time - b.time || a.kind - b.kind || (a.kind === 1 && ties !== 'creation' ? b.created - a.created : a.created - b.created);
  jobs.forEach(job => create(job.submit, 0, job));

  const waiting = (): Job[] => submitted.filter(job => !job.hasStarted);
  const running = (): Job[] => submitted.filter(job => job.hasStarted && !job.hasEnded);
  const sum = (list: readonly Job[]): number => list.reduce((total, { processors }) => total + processors, 0);
  const freeByEstimates = (time: number): number => processorCount - sum(running().filter(job => job.start + job.estimate > time));
  const begin = (job: Job, now: number): void => {
    job.start = now;
    job.hasStarted = true;
    create(now + job.run, 1, job);
  };

  const startInOrder = (inOrder: () => Job[], now: number): void => {
    for (let head = inOrder()[0]; head && head.processors <= freeByEstimates(now); head = inOrder()[0]) begin(head, now);
  };
  const backfill = (head: Job, now: number): void => {
    const ends = running().map(job => job.start + job.estimate).filter(end => end > now).sort((a, b) => a - b);
    const shadow = ends.find(end => freeByEstimates(end) >= head.processors)!;
    let extra = freeByEstimates(shadow) - head.processors;
    for (const job of waiting()) {
      if (job === head || job.processors > freeByEstimates(now)) continue;
      if (now + job.estimate <= shadow) begin(job, now);
      else if (job.processors <= extra) {
        extra -= job.processors;
        begin(job, now);
      }
    }
  };

  const used = (department: number, now: number): number => {
    const { shares, halfLifeSeconds = Infinity } = options;
    const charge = submitted
      .filter(job => job.hasStarted && job.department === department)
      .map(job => job.processors * (job.hasEnded ? job.run : job.estimate) * 2 ** ((job.start - now) / halfLifeSeconds))
      .reduce((total, seconds) => total + seconds, 0);
    return charge / (shares?.get(department) ?? 1);
  };
  const inTurn = (now: number): Job[] => {
    const departments = [...new Set(submitted.map(({ department }) => department))];
    const next = departments.flatMap(department => waiting().filter(job => job.department === department).slice(0, 1));
    return next.sort(
      ({ department: a }, { department: b }) =>
        used(a, now) - used(b, now) || departments.indexOf(a) - departments.indexOf(b),
    );
  };

  const promise = (job: Job, now: number): void => {
    const others = submitted.filter(other => other !== job && !other.hasEnded && !Number.isNaN(other.start));
    const isHeld = ({ start, estimate }: Job, time: number): boolean => start <= time && time < start + estimate;
    const free = (time: number): number => processorCount - sum(others.filter(other => isHeld(other, time)));
    const isRoomAt = (time: number): boolean => {
      const changes = others.map(({ start }) => start).filter(start => start > time && start < time + job.estimate);
      return [time, ...changes].every(at => free(at) >= job.processors);
    };
    const ends = others.map(({ start, estimate }) => start + estimate).filter(end => end > now);
    const candidates = [now, ...ends].sort((a, b) => a - b);
    job.start = candidates.find(isRoomAt)!;
  };

  const react = (now: number, newcomer: Job | null): void => {
    switch (policy) {
      case 'fcfs':
        return startInOrder(waiting, now);
      case 'sjf':
        return startInOrder(() => waiting().sort((a, b) => a.estimate - b.estimate || a.index - b.index), now);
      case 'easy': {
        startInOrder(waiting, now);
        const [head] = waiting();
        return head && backfill(head, now);
      }
      case 'fair-share': {
        startInOrder(() => inTurn(now), now);
        const [head] = inTurn(now);
        return head && backfill(head, now);
      }
      case 'conservative':
        for (const job of newcomer ? [newcomer] : waiting().filter(({ start }) => start > now)) {
          const before = job.start;
          promise(job, now);
          if (job.start !== before) create(job.start, 2, job);
        }
    }
  };

  while (events.length > 0) {
    events.sort(order);
    const { time, kind, job } = events.shift()!;
    if (kind === 0) submitted.push(job);
    if (kind === 1) job.hasEnded = true;
    if (kind < 2) react(time, kind === 0 ? job : null);
    else if (job.start === time && !job.hasStarted) begin(job, time);
  }
  return jobs.map(({ start }) => start);
};
