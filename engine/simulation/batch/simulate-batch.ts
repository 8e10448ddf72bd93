import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { BatchJobs } from './jobs/batch-jobs.ts';
import { Machine } from './machine/machine.ts';
import { checkAccounts, type JobCounts } from './outcome/batch-accounts.ts';
import { batchMetrics, type BatchMetrics } from './outcome/batch-metrics.ts';
import { jobState } from './outcome/job-state.ts';
import type { BatchPolicyName } from './policies/batch-policy.ts';
import type { FairShareOptions } from './policies/department-usage.ts';
import { makePolicy } from './policies/make-policy.ts';

export interface BatchOptions {
  /** Processors of the machine, all alike, at least 1. */
  readonly processorCount: number;
  readonly policy: BatchPolicyName;
  readonly fairShare?: FairShareOptions;
  /** Second after which nothing happens any more; what then waits or runs stays so. Without it all jobs end. */
  readonly until?: number;
  /** Told the part of the events handled, some hundred times. */
  onProgress?(fraction: number): void;
}

export interface BatchOutcome {
  /** Second each job starts; NaN for one that does not. */
  readonly start: Float64Array;
  /** A `jobState` for each job. */
  readonly state: Uint8Array;
  readonly counts: JobCounts;
  readonly metrics: BatchMetrics | null;
  readonly warnings: readonly Issue[];
}

const progressSteps = 200;

/**
 * Runs jobs through one machine. Order of events: all submissions of a second, then all ends, then the starts promised to
 * it; each in the order they came about, and the policy looks at the machine after each. Throws when jobs or time are not
 * accounted for.
 *
 * Warns `job-larger-than-machine`: such jobs are rejected.
 */
export const simulateBatch = (jobs: BatchJobs, options: BatchOptions): BatchOutcome => {
  const { processorCount, until = Infinity, onProgress } = options;
  if (!Number.isInteger(processorCount) || processorCount < 1) throw new RangeError(`a machine of ${processorCount} processors`);
  const machine = new Machine(jobs, processorCount);
  const policy = makePolicy(options.policy, machine, options.fairShare ?? {});
  const state = new Uint8Array(jobs.count);
  const step = Math.ceil((2 * jobs.count) / progressSteps);
  let rejectedCount = 0;
  let firstRejected = -1;
  let next = 0;
  let eventCount = 0;
  let clock = 0;
  let queueSeconds = 0;
  let busyProcessorSeconds = 0;

  const passTimeTo = (now: number): void => {
    queueSeconds += policy.waitingCount * (now - clock);
    busyProcessorSeconds += machine.running.processorsInUse * (now - clock);
    if (now > clock && machine.running.processorsInUse > processorCount) throw new Error(`more than ${processorCount} processors in use`);
    clock = now;
  };
  if (jobs.count > 0) clock = jobs.submit[0] as number;

  for (;;) {
    const submission = next < jobs.count ? (jobs.submit[next] as number) : Infinity;
    const end = machine.ends.firstTime;
    const promised = policy.nextStart;
    const now = Math.min(submission, end, promised);
    if (now > until || now === Infinity) break;
    passTimeTo(now);
    if (submission === now) {
      if ((jobs.processors[next] as number) > processorCount) {
        state[next] = jobState.rejected;
        if (rejectedCount === 0) firstRejected = next;
        rejectedCount += 1;
      } else {
        state[next] = jobState.queued;
        policy.submitted(next, now);
      }
      next += 1;
    } else if (end === now) {
      const job = machine.endNextJob();
      state[job] = jobs.isCutShort[job] === 1 ? jobState.interrupted : jobState.finished;
      policy.ended(job, now);
    } else policy.startPromised(now);
    eventCount += 1;
    if (eventCount % step === 0) onProgress?.(Math.min(1, eventCount / (2 * jobs.count)));
  }
  if (until < Infinity && until > clock) passTimeTo(until);
  for (let job = 0; job < next; job += 1)
    if (state[job] === jobState.queued && (machine.start[job] as number) <= clock) state[job] = jobState.running;

  const counts = checkAccounts(jobs, machine.start, state, { queueSeconds, busyProcessorSeconds, stop: clock });
  return {
    start: machine.start,
    state,
    counts,
    metrics: batchMetrics(jobs, machine.start, state, processorCount),
    warnings:
      rejectedCount === 0
        ? []
        : [
            makeIssue(
              'job-larger-than-machine',
              {
                count: rejectedCount,
                job: jobs.number[firstRejected] as number,
                processors: jobs.processors[firstRejected] as number,
                nodes: processorCount,
              },
              { severity: 'warning' },
            ),
          ],
  };
};
