import type { ResultProblem } from './result-problem.ts';

/** Thrown between two blocks when the reader has cancelled; the caller puts back what was there. */
export class WriteCancelled extends Error {
  constructor() {
    super('cancelled');
  }
}

/** Thrown when Excel refuses a place; the caller puts back what was there. */
export class WriteBlocked extends Error {
  readonly problems: readonly ResultProblem[];
  constructor(problems: readonly ResultProblem[]) {
    super(problems.map(problem => problem.message).join(' '));
    this.problems = problems;
  }
}

/** One write from its first to its last request: what was sent, how far it is, whether to go on. */
export interface WriteSession {
  readonly context: Excel.RequestContext;
  /** Sends what was asked so far, counts `cells` as written, and stops here when cancelled. */
  send(cells?: number): Promise<void>;
}

export interface WriteSessionOptions {
  readonly cellCount: number;
  readonly signal?: AbortSignal | undefined;
  onProgress?(fraction: number): void;
}

export function writeSession(context: Excel.RequestContext, options: WriteSessionOptions): WriteSession {
  let written = 0;
  return {
    context,
    async send(cells = 0) {
      // Formulas of the analyst that stand on the results: calculated once at the end, not after each block.
      context.application.suspendApiCalculationUntilNextSync();
      await context.sync();
      // Only now: what is asked and not sent would go out with the next request, which puts things back.
      if (options.signal?.aborted) throw new WriteCancelled();
      written += cells;
      options.onProgress?.(options.cellCount === 0 ? 1 : Math.min(1, written / options.cellCount));
    },
  };
}
