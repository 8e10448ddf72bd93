/** What came of the jobs of a department, or of a whole queue. */
export interface DepartmentOutcome {
  /** Null: the whole queue; empty: jobs that name none. */
  readonly department: string | null;
  readonly submitted: number;
  readonly finished: number;
  /** Ended when the time they had asked for was up. */
  readonly interrupted: number;
  readonly running: number;
  readonly waiting: number;
  /** Larger than the fleet. */
  readonly rejected: number;
  /** Of those with a deadline: ended after it, or not ended when it passed. */
  readonly late: number;
  readonly withDeadline: number;
  /** Of jobs that started; null when none did. */
  readonly meanWaitSeconds: number | null;
  readonly medianWaitSeconds: number | null;
  readonly p95WaitSeconds: number | null;
  readonly maximumWaitSeconds: number | null;
  readonly meanBoundedSlowdown: number | null;
  /** Used within the plan. */
  readonly coreHours: number;
  /** Ascending. */
  readonly waitsSeconds: Float64Array;
}

export interface QueueOutcome {
  readonly all: DepartmentOutcome;
  /** By name; none when they are not several. */
  readonly departments: readonly DepartmentOutcome[];
  readonly nodeHours: number;
  /** Core-hours used of those that were paid. */
  readonly utilization: number | null;
  /** Instant since which somebody always waited (epoch seconds); null when nobody waits at the end. */
  readonly backlogSince: number | null;
  /** Work that came, in core-hours, of all the core-hours of the largest fleet. */
  readonly offeredLoad: number;
}

/** A queue as placed in a scenario. */
export interface PlacedQueue {
  /** Of its node types; all of them are paid for what came of its jobs. */
  readonly placementIds: readonly string[];
  readonly queueId: string;
  readonly outcome: QueueOutcome;
}
