import { maxBlockBytes } from './block-rows.ts';
import type { ResultProblem } from './result-problem.ts';

/** Thrown between two requests when the reader has cancelled; the caller puts back what was there. */
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

/**
 * One write from its first to its last request. Each request costs Excel about the same whatever it holds, so what is
 * asked is gathered until it is as large as a request should be.
 */
export interface WriteSession {
  readonly context: Excel.RequestContext;
  /** Counts what was asked; sends it when it has grown large enough. */
  asked(amount: { readonly cells: number; readonly bytes: number }): Promise<void>;
  /** Sends what was asked so far, and stops here when cancelled. */
  send(): Promise<void>;
  /** Between two parts that are asked for without sending: asking takes time too, in which the pane should not stand still. */
  pause(): Promise<void>;
}

export interface WriteSessionOptions {
  readonly cellCount: number;
  readonly signal?: AbortSignal | undefined;
  onProgress?(fraction: number): void;
}

export function writeSession(context: Excel.RequestContext, options: WriteSessionOptions): WriteSession {
  let writtenCells = 0;
  let pendingCells = 0;
  let pendingBytes = 0;
  const session: WriteSession = {
    context,
    async asked({ cells, bytes }) {
      pendingCells += cells;
      pendingBytes += bytes;
      if (pendingBytes >= maxBlockBytes) await session.send();
    },
    async send() {
      // Formulas of the analyst that stand on the results: calculated once at the end, not after each block.
      context.application.suspendApiCalculationUntilNextSync();
      await context.sync();
      // Only now: what is asked and not sent would go out with the next request, which puts things back.
      if (options.signal?.aborted) throw new WriteCancelled();
      writtenCells += pendingCells;
      pendingCells = 0;
      pendingBytes = 0;
      options.onProgress?.(options.cellCount === 0 ? 1 : Math.min(1, writtenCells / options.cellCount));
    },
    pause: () => new Promise(resolve => setTimeout(resolve)),
  };
  return session;
}
