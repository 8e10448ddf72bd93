import type { BatchJobs } from '../jobs/batch-jobs.ts';
import { jobState } from './job-state.ts';

/** The figures schedules are compared by, over all jobs that ended; null when none did. */
export interface BatchMetrics {
  readonly meanWaitSeconds: number;
  readonly maximumWaitSeconds: number;
  /** Mean of the bounded slowdown: response by run time, runs below 10 s counted as 10 s, at least 1. */
  readonly meanBoundedSlowdown: number;
  readonly meanResponseSeconds: number;
  /** From the first submission to the last end. */
  readonly makespanSeconds: number;
  /** Part of the machine used in that time. */
  readonly utilization: number;
}

/** Below it a run counts as this long (Feitelson and Rudolph 1998). */
const slowdownThresholdSeconds = 10;

/** [EQ-BAT-6] */
export const batchMetrics = (
  jobs: BatchJobs,
  start: Float64Array,
  state: Uint8Array,
  processorCount: number,
): BatchMetrics | null => {
  let endedCount = 0;
  let waited = 0;
  let longest = 0;
  let slowdown = 0;
  let slowdownRest = 0;
  let ran = 0;
  let used = 0;
  let first = Infinity;
  let last = -Infinity;
  for (let job = 0; job < jobs.count; job += 1) {
    const became = state[job];
    if (became !== jobState.finished && became !== jobState.interrupted) continue;
    const submit = jobs.submit[job] as number;
    const from = start[job] as number;
    const run = jobs.runSeconds[job] as number;
    const wait = from - submit;
    endedCount += 1;
    waited += wait;
    longest = Math.max(longest, wait);
    // compensated: the mean is to be right in its last printed digit after millions of jobs
    const bounded = Math.max(1, (wait + run) / Math.max(run, slowdownThresholdSeconds)) - slowdownRest;
    const sum = slowdown + bounded;
    slowdownRest = sum - slowdown - bounded;
    slowdown = sum;
    ran += run;
    used += run * (jobs.processors[job] as number);
    first = Math.min(first, submit);
    last = Math.max(last, from + run);
  }
  if (endedCount === 0) return null;
  return {
    meanWaitSeconds: waited / endedCount,
    maximumWaitSeconds: longest,
    meanBoundedSlowdown: slowdown / endedCount,
    meanResponseSeconds: (waited + ran) / endedCount,
    makespanSeconds: last - first,
    utilization: used / (processorCount * (last - first)),
  };
};
