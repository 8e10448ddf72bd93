import { batchJobs } from '../../simulation/batch/jobs/job-builder.ts';
import type { BatchJobs } from '../../simulation/batch/jobs/batch-jobs.ts';

/** The same numbers for the same seed (Lehmer 1951, multiplier of Park and Miller 1993). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

export interface RandomJobsOptions {
  readonly seed: number;
  readonly count: number;
  readonly processorCount: number;
  /** Work that comes in for each processor and second; around 1 a queue builds up. */
  readonly load: number;
}

/** Jobs at whole minutes, so that many things happen in the same second, estimates up to five times the run. */
export const randomJobs = ({ seed, count, processorCount, load }: RandomJobsOptions): BatchJobs => {
  const random = seeded(seed);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  let submit = 0;
  return batchJobs(
    Array.from({ length: count }, () => {
      const processors = random() < 0.1 ? upTo(processorCount) : upTo(Math.ceil(processorCount / 4));
      const runSeconds = 60 * upTo(40);
      submit += random() < 0.3 ? 0 : 60 * Math.round((2 * random() * processors * runSeconds) / (60 * processorCount * load * 0.7));
      return { submit, runSeconds, estimateSeconds: runSeconds * upTo(5), processors, department: upTo(4) };
    }),
  );
};
