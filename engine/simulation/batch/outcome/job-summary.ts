import type { BatchJobs } from '../jobs/batch-jobs.ts';
import { jobState } from './job-state.ts';

/** How the jobs of one queue or department fared. */
export interface JobSummary {
  /** Number of the queue or department; -1: none stated. */
  readonly key: number;
  readonly submittedCount: number;
  /** Ended, whether finished or cut short. */
  readonly endedCount: number;
  readonly rejectedCount: number;
  /** Of the jobs that ended; null when none did. */
  readonly meanWaitSeconds: number | null;
  readonly maximumWaitSeconds: number | null;
  /** Processor-seconds of the jobs that ended. */
  readonly processorSeconds: number;
}

/** One summary for each value of a column - queue or department - by ascending value; they add up to the whole run. */
export const summarizeJobs = (
  jobs: BatchJobs,
  { start, state }: { readonly start: Float64Array; readonly state: Uint8Array },
  column: Int32Array,
): JobSummary[] => {
  const groups = new Map<number, Group>();
  for (let job = 0; job < jobs.count; job += 1) {
    if (state[job] === jobState.notSubmitted) continue;
    const group = groupOf(groups, column[job] as number);
    group.submittedCount += 1;
    if (state[job] === jobState.rejected) group.rejectedCount += 1;
    if (state[job] !== jobState.finished && state[job] !== jobState.interrupted) continue;
    const wait = (start[job] as number) - (jobs.submit[job] as number);
    group.endedCount += 1;
    group.waitedSeconds += wait;
    group.maximumWaitSeconds = Math.max(group.maximumWaitSeconds, wait);
    group.processorSeconds += (jobs.runSeconds[job] as number) * (jobs.processors[job] as number);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, { submittedCount, endedCount, rejectedCount, waitedSeconds, maximumWaitSeconds, processorSeconds }]) => ({
      key,
      submittedCount,
      endedCount,
      rejectedCount,
      meanWaitSeconds: endedCount === 0 ? null : waitedSeconds / endedCount,
      maximumWaitSeconds: endedCount === 0 ? null : maximumWaitSeconds,
      processorSeconds,
    }));
};

interface Group {
  submittedCount: number;
  endedCount: number;
  rejectedCount: number;
  waitedSeconds: number;
  maximumWaitSeconds: number;
  processorSeconds: number;
}

const groupOf = (groups: Map<number, Group>, key: number): Group => {
  const known = groups.get(key);
  if (known) return known;
  const group = { submittedCount: 0, endedCount: 0, rejectedCount: 0, waitedSeconds: 0, maximumWaitSeconds: 0, processorSeconds: 0 };
  groups.set(key, group);
  return group;
};
