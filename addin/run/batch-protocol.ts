import type { BatchMetrics, BatchPolicyName, Issue, JobCounts, SwfDepartment } from '../../engine/index.ts';

/** How a log is run. */
export interface BatchRequestOptions {
  readonly policy: BatchPolicyName;
  /** Null: what the log says of its machine. */
  readonly processorCount: number | null;
  readonly department: SwfDepartment;
  /** Whether each job's start is wanted. */
  readonly withJobs: boolean;
}

/** Jobs as columns, in order of submission; `start` is NaN for a job that never started, `state` indexes `stateNames`. */
export interface JobColumns {
  readonly number: Int32Array;
  readonly submit: Float64Array;
  readonly start: Float64Array;
  readonly runSeconds: Int32Array;
  readonly estimateSeconds: Int32Array;
  readonly processors: Int32Array;
  readonly state: Uint8Array;
  readonly stateNames: readonly string[];
}

export interface BatchAnswer {
  readonly processorCount: number;
  readonly counts: JobCounts;
  readonly metrics: BatchMetrics | null;
  readonly jobs: JobColumns | null;
  readonly warnings: readonly Issue[];
}

/** What crosses between page and simulation thread. The page waits for `more` before it sends on. */
export type BatchRequest =
  | { readonly kind: 'begin'; readonly options: BatchRequestOptions }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

export type BatchMessage =
  | { readonly kind: 'more' }
  /** How far the simulation is; `done` or another end follows. */
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly answer: BatchAnswer }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** An exception in the engine: our own mistake, not the log's. */
  | { readonly kind: 'crashed'; readonly message: string };
