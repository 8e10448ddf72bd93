import type { BatchJobs } from '../jobs/batch-jobs.ts';
import { jobState } from './job-state.ts';

/** Jobs by what became of them. */
export interface JobCounts {
  readonly submitted: number;
  readonly finished: number;
  readonly running: number;
  readonly queued: number;
  readonly rejected: number;
  readonly interrupted: number;
}

/** What the loop measured while time passed, to be held against what the jobs themselves say. */
export interface BatchAccounts {
  /** Jobs waiting, summed over all seconds. */
  readonly queueSeconds: number;
  /** Processors in use, summed over all seconds. */
  readonly busyProcessorSeconds: number;
  /** Where the run stopped. */
  readonly stop: number;
}

/**
 * Counts the jobs and holds the run to its laws; throws when one is broken, for then the result is worthless. [EQ-BAT-5]
 * - finished + running + queued + rejected + interrupted = submitted.
 * - Little: the queue's length over time is the sum of the waits.
 * - Processors in use over time are the sum of what the jobs kept, and never more than there are.
 */
export const checkAccounts = (
  jobs: BatchJobs,
  start: Float64Array,
  state: Uint8Array,
  { queueSeconds, busyProcessorSeconds, stop }: BatchAccounts,
): JobCounts => {
  const counts = new Float64Array(6);
  let waited = 0;
  let kept = 0;
  for (let job = 0; job < jobs.count; job += 1) {
    const became = state[job] as number;
    counts[became] = (counts[became] as number) + 1;
    if (became === jobState.notSubmitted || became === jobState.rejected) continue;
    const submit = jobs.submit[job] as number;
    const from = start[job] as number;
    if (became === jobState.queued) {
      waited += stop - submit;
      continue;
    }
    const seconds = became === jobState.running ? stop - from : (jobs.runSeconds[job] as number);
    if (!(from >= submit && seconds >= 0)) throw new Error(`job ${jobs.number[job]} starts at ${from}, submitted at ${submit}`);
    waited += from - submit;
    kept += seconds * (jobs.processors[job] as number);
  }
  const [notSubmitted = 0, queued = 0, running = 0, finished = 0, interrupted = 0, rejected = 0] = counts;
  const submitted = jobs.count - notSubmitted;
  if (finished + running + queued + rejected + interrupted !== submitted) throw new Error(`${submitted} jobs submitted, ${counts.join(' ')} accounted for`);
  if (waited !== queueSeconds) throw new Error(`Little's law: ${queueSeconds} queue-seconds, ${waited} seconds waited`);
  if (kept !== busyProcessorSeconds) throw new Error(`${busyProcessorSeconds} busy processor-seconds, ${kept} kept by jobs`);
  return { submitted, finished, running, queued, rejected, interrupted };
};
