import type { EpochSeconds } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import { jobState } from '../../simulation/batch/outcome/job-state.ts';
import type { DepartmentOutcome, QueueOutcome } from '../../report/queue-outcome.ts';
import type { QueuedJob } from './queued-jobs.ts';
import type { FleetNodes } from './queue-fleet.ts';
import type { Queue } from './read-queues.ts';
import type { QueueRun } from './run-queue.ts';

/** Bounded slowdown counts shorter runs as this long (Feitelson and Rudolph 1998). */
const slowdownThresholdSeconds = 10;

const percentileOf = (sorted: Float64Array, share: number): number | null =>
  sorted.length === 0 ? null : (sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number);

/** What came of some jobs of a queue. Waits are those of jobs that started. [EQ-BAT-6] */
const outcomeOf = (
  department: string | null,
  indexes: readonly number[],
  { streams }: Queue,
  jobs: readonly QueuedJob[],
  { start, end, state, coreSeconds: used }: QueueRun,
  stop: number,
): DepartmentOutcome => {
  const counts = { submitted: indexes.length, finished: 0, interrupted: 0, running: 0, waiting: 0, rejected: 0 };
  const waits: number[] = [];
  let [slowdown, coreSeconds, late, withDeadline] = [0, 0, 0, 0];
  for (const job of indexes) {
    const { stream, submit, runSeconds } = jobs[job] as QueuedJob;
    const { deadlineSeconds } = streams[stream] as Queue['streams'][number];
    const became = state[job];
    if (became === jobState.finished) counts.finished += 1;
    else if (became === jobState.interrupted) counts.interrupted += 1;
    else if (became === jobState.running) counts.running += 1;
    else if (became === jobState.rejected) counts.rejected += 1;
    else counts.waiting += 1;
    coreSeconds += used[job] as number;
    const [from, to] = [start[job] as number, end[job] as number];
    if (deadlineSeconds !== null) {
      withDeadline += 1;
      const due = submit + deadlineSeconds;
      if (Number.isNaN(to) ? due < stop : to > due) late += 1;
    }
    if (Number.isNaN(from)) continue;
    const wait = from - submit;
    waits.push(wait);
    slowdown += Math.max(1, (wait + runSeconds) / Math.max(runSeconds, slowdownThresholdSeconds));
  }
  const sorted = Float64Array.from(waits).sort();
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  return {
    department, ...counts, late, withDeadline,
    meanWaitSeconds: waits.length === 0 ? null : total / waits.length,
    medianWaitSeconds: percentileOf(sorted, 0.5),
    p95WaitSeconds: percentileOf(sorted, 0.95),
    maximumWaitSeconds: percentileOf(sorted, 1),
    meanBoundedSlowdown: waits.length === 0 ? null : slowdown / waits.length,
    coreHours: coreSeconds / secondsPerHour,
    waitsSeconds: sorted,
  };
};

/** The queue as a whole, and each department that sends it jobs. */
export const queueOutcome = (
  queue: Queue,
  jobs: readonly QueuedJob[],
  run: QueueRun,
  fleet: readonly FleetNodes[],
  period: { readonly start: EpochSeconds; readonly end: EpochSeconds },
): QueueOutcome => {
  const hourCount = (period.end - period.start) / secondsPerHour;
  const stop = hourCount * secondsPerHour;
  const byDepartment = new Map<string, number[]>();
  jobs.forEach(({ stream }, index) => {
    const { department } = queue.streams[stream] as Queue['streams'][number];
    const own = byDepartment.get(department) ?? [];
    own.push(index);
    byDepartment.set(department, own);
  });
  const all = outcomeOf(null, [...jobs.keys()], queue, jobs, run, stop);
  const names = [...byDepartment.keys()].sort();
  const offeredHours = jobs.reduce((sum, { stream, runSeconds }) => {
    const { cores, tasks } = queue.streams[stream] as Queue['streams'][number];
    return sum + (runSeconds * cores * tasks) / secondsPerHour;
  }, 0);
  const hoursByType = run.nodeSecondsByHour.map(byHour => byHour.reduce((sum, seconds) => sum + seconds, 0) / secondsPerHour);
  const paidCoreHours = hoursByType.reduce((sum, hours, index) => sum + hours * (fleet[index]?.cores ?? 0), 0);
  const mostCores = fleet.reduce((sum, { maxNodes, cores }) => sum + maxNodes * cores, 0);
  return {
    all,
    departments: names.length < 2 ? [] : names.map(name => outcomeOf(name, byDepartment.get(name) ?? [], queue, jobs, run, stop)),
    nodeHours: hoursByType.reduce((sum, hours) => sum + hours, 0),
    utilization: paidCoreHours > 0 ? all.coreHours / paidCoreHours : null,
    backlogSince: backlogSince(jobs, run, period),
    offeredLoad: offeredHours / (mostCores * hourCount),
  };
};

/** Instant since which somebody has always waited, when jobs still wait at the end. */
const backlogSince = (
  jobs: readonly QueuedJob[],
  { start, state }: QueueRun,
  period: { readonly start: EpochSeconds; readonly end: EpochSeconds },
): EpochSeconds | null => {
  const stop = period.end - period.start;
  let since = stop;
  const isWaiting = (job: number): boolean => Number.isNaN(start[job] as number) && state[job] === jobState.queued;
  let isAny = false;
  for (let job = jobs.length - 1; job >= 0; job -= 1) {
    const { submit } = jobs[job] as QueuedJob;
    const until = isWaiting(job) ? stop : (start[job] as number);
    if (isWaiting(job)) isAny = true;
    if (until >= since && submit < since) since = submit;
  }
  return isAny ? period.start + since : null;
};
