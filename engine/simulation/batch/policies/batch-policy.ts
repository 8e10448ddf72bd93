/**
 * Decides who starts when. It is told every submission and every end, one at a time, and starts jobs on the machine it was
 * made for. A job named by its index in the table of jobs.
 */
export interface BatchPolicy {
  /** Jobs that wait. */
  readonly waitingCount: number;
  /** The next second at which the policy itself starts a job it has promised that second to; Infinity when there is none. */
  readonly nextStart: number;
  submitted(job: number, now: number): void;
  ended(job: number, now: number): void;
  /** Starts the one job promised to `nextStart` that was promised first. */
  startPromised(now: number): void;
}

/** Names of the policies, as they are typed. */
export const batchPolicies = ['fcfs', 'easy', 'conservative', 'sjf', 'fair-share'] as const;
export type BatchPolicyName = (typeof batchPolicies)[number];
