import { jobState } from '../outcome/job-state.ts';
import type { ClusterJobs } from './cluster-jobs.ts';

/** Jobs by what became of them. */
export interface ClusterCounts {
  readonly submitted: number;
  readonly finished: number;
  readonly running: number;
  readonly queued: number;
  /** Held back for a preferred hour when the run stopped. */
  readonly deferred: number;
  /** Too large for any node, or for all of a type together. */
  readonly rejected: number;
  /** Of those with a deadline: ended after it, or not ended when it passed. */
  readonly late: number;
}

/** What each job did. */
export interface ClusterSchedule {
  readonly release: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly state: Uint8Array;
}

/** What was measured while time passed, and what the tasks that were started say. */
export interface ClusterAccounts {
  readonly waitedSeconds: number;
  readonly coreSeconds: number;
  /** Core-seconds of all started tasks up to the stop. */
  readonly taskCoreSeconds: number;
  readonly stop: number;
}

/**
 * Counts the jobs and holds the run to its laws, as for one machine; throws when one is broken. [EQ-BAT-5]
 * finished + running + queued + deferred + rejected = submitted; Little's law; core-seconds metered = core-seconds run.
 */
export const checkClusterAccounts = (
  jobs: ClusterJobs,
  { release, start, end, state }: ClusterSchedule,
  { waitedSeconds, coreSeconds, taskCoreSeconds, stop }: ClusterAccounts,
): ClusterCounts => {
  const counts = { submitted: 0, finished: 0, running: 0, queued: 0, deferred: 0, rejected: 0, late: 0 };
  let waited = 0;
  for (let job = 0; job < jobs.count; job += 1) {
    const submit = jobs.submit[job] as number;
    if (submit > stop) continue;
    counts.submitted += 1;
    const from = Number.isNaN(start[job]) ? stop : (start[job] as number);
    if (from < (release[job] as number) && state[job] !== jobState.notSubmitted) throw new Error(`job ${job} starts before its release`);
    switch (state[job]) {
      case jobState.notSubmitted: counts.deferred += 1; break;
      case jobState.rejected: counts.rejected += 1; break;
      case jobState.queued: counts.queued += 1; break;
      case jobState.running: counts.running += 1; break;
      case jobState.finished: counts.finished += 1; break;
    }
    if (state[job] !== jobState.rejected && state[job] !== jobState.notSubmitted) waited += from - (release[job] as number);
    const deadline = jobs.deadlineSeconds[job] as number;
    const until = Number.isNaN(end[job]) ? stop : (end[job] as number);
    if (deadline > 0 && until > submit + deadline) counts.late += 1;
  }
  const { submitted, finished, running, queued, deferred, rejected } = counts;
  const accounted = finished + running + queued + deferred + rejected;
  if (accounted !== submitted) throw new Error(`${submitted} jobs submitted, ${accounted} accounted for`);
  if (waited !== waitedSeconds) throw new Error(`Little's law: ${waitedSeconds} job-seconds in the queue, ${waited} waited`);
  if (coreSeconds !== taskCoreSeconds) throw new Error(`${coreSeconds} core-seconds metered, ${taskCoreSeconds} run`);
  return counts;
};
