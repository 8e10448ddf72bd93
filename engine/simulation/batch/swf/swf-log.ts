import type { Issue } from '../../../issue/issue.ts';
import type { BatchJobs } from '../jobs/batch-jobs.ts';

/** What a log says of itself in its comment lines; null where it says nothing. */
export interface SwfHeader {
  readonly maxProcessors: number | null;
  /** Seconds from 1970-01-01 of the log's second 0. */
  readonly unixStart: number | null;
}

export interface SwfLog {
  readonly header: SwfHeader;
  readonly jobs: BatchJobs;
}

/** A log read, or why not; warnings either way. */
export type SwfReading =
  | { readonly ok: true; readonly log: SwfLog; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
