/** What became of a job. Every job is in one of these, or the run throws. */
export const jobState = {
  /** Submitted after the run stopped. */
  notSubmitted: 0,
  queued: 1,
  running: 2,
  finished: 3,
  /** Ended, unfinished, when the time it had asked for was up. */
  interrupted: 4,
  /** Larger than the machine. */
  rejected: 5,
} as const;

export type JobState = (typeof jobState)[keyof typeof jobState];

export const jobStateNames = ['not-submitted', 'queued', 'running', 'finished', 'interrupted', 'rejected'] as const;
