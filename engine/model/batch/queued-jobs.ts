import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { RandomStream } from '../../numeric/random/random-stream.ts';
import type { EpochSeconds } from '../../quantity/calendar.ts';
import type { TimeZone } from '../../quantity/time-zone.ts';
import type { JobStream, Queue } from './read-queues.ts';

/** One job as it comes; seconds from the start of the run. */
export interface QueuedJob {
  readonly stream: number;
  readonly submit: number;
  readonly runSeconds: number;
}

/** More would not fit memory beside the year they run in. */
const mostJobs = 2_000_000;

/**
 * The jobs of a queue between two instants, in order of coming; those of one second in the order of their streams' names.
 * A stream's random numbers are its own, so that another stream changes none of them. Reports `too-many-rows`.
 */
export const queuedJobs = (
  { streams }: Queue,
  period: { readonly start: EpochSeconds; readonly end: EpochSeconds },
  timeZone: TimeZone,
  seed: number,
): Result<readonly QueuedJob[]> => {
  const jobs: QueuedJob[] = [];
  for (const [stream, job] of streams.entries()) {
    const { localStart, count, at } = job;
    const first = localStart === null ? period.start : timeZone.instantOf(localStart);
    const limit = count ?? Infinity;
    const gaps = new RandomStream(seed, 2 * stream);
    const runs = new RandomStream(seed, 2 * stream + 1);
    let instant = first;
    for (let index = 0; index < limit && instant < period.end; index += 1) {
      if (instant >= period.start) jobs.push({ stream, submit: Math.floor(instant - period.start), runSeconds: runSecondsOf(job, runs) });
      if (jobs.length > mostJobs) {
        const { tableName } = at('JobId');
        return fail(makeIssue('too-many-rows', { table: tableName, rowCount: jobs.length, maximum: mostJobs }, { location: at('Count') }));
      }
      instant += job.hasRandomArrivals ? gaps.exponential() * job.meanGapSeconds : job.meanGapSeconds;
    }
  }
  return ok(jobs.sort((a, b) => a.submit - b.submit));
};

/** Whole seconds, at least one. */
const runSecondsOf = ({ meanRunSeconds, hasRandomRunTimes }: JobStream, runs: RandomStream): number =>
  Math.max(1, Math.round(hasRandomRunTimes ? runs.exponential() * meanRunSeconds : meanRunSeconds));
