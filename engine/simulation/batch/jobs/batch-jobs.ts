/**
 * Jobs as columns, in order of submission: 36 bytes a job. Times are whole seconds from the log's own zero. A run asks for
 * `processors` at once, keeps them for `runSeconds`, and said it would take `estimateSeconds`.
 */
export interface BatchJobs {
  readonly count: number;
  /** The job's number in its log or table. */
  readonly number: Int32Array;
  readonly submit: Float64Array;
  /** At least 1, at most the estimate: a job is ended when its time is up. */
  readonly runSeconds: Int32Array;
  readonly estimateSeconds: Int32Array;
  /** At least 1. */
  readonly processors: Int32Array;
  /** Who is charged under fair share; -1 where nobody said. */
  readonly department: Int32Array;
  readonly queue: Int32Array;
  /** 1 where the job wanted longer than it had asked for, so that its run ends unfinished. */
  readonly isCutShort: Uint8Array;
}

/** One job's values, as a test or a table states them. */
export interface BatchJob {
  readonly number?: number;
  readonly submit: number;
  readonly runSeconds: number;
  readonly estimateSeconds?: number;
  readonly processors: number;
  readonly department?: number;
  readonly queue?: number;
}

export const emptyBatchJobs = (count: number): BatchJobs => ({
  count,
  number: new Int32Array(count),
  submit: new Float64Array(count),
  runSeconds: new Int32Array(count),
  estimateSeconds: new Int32Array(count),
  processors: new Int32Array(count),
  department: new Int32Array(count),
  queue: new Int32Array(count),
  isCutShort: new Uint8Array(count),
});
