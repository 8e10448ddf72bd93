import { secondsPerHour } from '../../../quantity/conversion.ts';
import { stableOrder } from '../jobs/order-by-submission.ts';
import type { ClusterJobs } from './cluster-jobs.ts';

/**
 * When each job may start, and in which order. A deferrable job is held back to the next preferred hour, if that comes
 * before its patience ends; otherwise waiting gains nothing and it may start at once. [EQ-BAT-8]
 */
export interface ReleaseOrder {
  readonly release: Float64Array;
  /** Jobs by release, those of one second by submission; null when that is their own order. */
  readonly order: Uint32Array | null;
}

/** @param preferred 1 for each preferred hour of a cycle that begins at second 0, e.g. 24 or 168 values. */
export const releaseOrder = (jobs: ClusterJobs, preferred: ArrayLike<number>): ReleaseOrder => {
  // nothing is held back: the jobs' own order, and no column of its own
  if (preferred.length === 0) return { release: jobs.submit, order: null };
  const wait = hoursToPreferred(preferred);
  const release = Float64Array.from(jobs.submit);
  for (let job = 0; job < jobs.count; job += 1) {
    const submit = jobs.submit[job] as number;
    const hour = Math.floor(submit / secondsPerHour);
    const hours = wait[((hour % wait.length) + wait.length) % wait.length] as number;
    const next = hours === 0 ? submit : (hour + hours) * secondsPerHour;
    if (next - submit <= (jobs.deferrableSeconds[job] as number)) release[job] = next;
  }
  return { release, order: stableOrder(release) };
};

/** Hours from each hour of the cycle to the next preferred one; Infinity when there is none. */
const hoursToPreferred = (preferred: ArrayLike<number>): Float64Array => {
  const { length } = preferred;
  const wait = new Float64Array(length).fill(Infinity);
  for (let hour = 2 * length - 1; hour >= 0; hour -= 1)
    wait[hour % length] = preferred[hour % length] ? 0 : (wait[(hour + 1) % length] as number) + 1;
  return wait;
};
