import type { Issue, ModelInput, ComposedReport, RunProgress } from '../../engine/index.ts';
import type { RunMessage, WorkerRequest } from './worker-protocol.ts';

export type ComputeOutcome =
  | { readonly status: 'report'; readonly report: ComposedReport }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly status: 'cancelled' };

export interface ComputeOptions {
  readonly signal?: AbortSignal | undefined;
  onProgress?(progress: RunProgress): void;
  /** Asks for the ledger by the hour: called with one piece of CSV after the other, each when the last is taken. */
  onPiece?(text: string): void;
}

/**
 * Computes a model off the page's thread. One worker serves run after run; a cancelled or broken one is thrown away.
 */
export interface ModelRunner {
  compute(input: ModelInput, options: ComputeOptions): Promise<ComputeOutcome>;
}

/** What the runner needs of a `Worker`. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export function createModelRunner(createWorker: () => WorkerLike): ModelRunner {
  let idle: WorkerLike | null = null;
  return {
    async compute(input, { signal, onProgress, onPiece }) {
      if (signal?.aborted) return { status: 'cancelled' };
      const worker = idle ?? createWorker();
      // Taken while it computes: a run that ends badly leaves no worker behind for the next.
      idle = null;
      let onAbort = (): void => undefined;
      try {
        const outcome = await new Promise<ComputeOutcome>((resolve, reject) => {
          onAbort = () => resolve({ status: 'cancelled' });
          signal?.addEventListener('abort', onAbort);
          worker.onerror = event => reject(new Error(event.message || 'the worker could not be started'));
          const ask = (request: WorkerRequest): void => worker.postMessage(request);
          let report: ComposedReport | null = null;
          const settle = (message: RunMessage): void => {
            switch (message.kind) {
              case 'progress': return onProgress?.(message.progress);
              case 'invalid': return resolve({ status: 'invalid', issues: message.issues });
              case 'crashed': return reject(new Error(message.message));
              case 'report':
                report = message.report;
                return onPiece ? ask({ kind: 'piece' }) : resolve({ status: 'report', report });
              case 'piece':
                if (message.text === null && report) return resolve({ status: 'report', report });
                onPiece?.(message.text ?? '');
                return ask({ kind: 'piece' });
            }
          };
          worker.onmessage = ({ data }: MessageEvent<RunMessage>) => {
            try {
              settle(data);
            } catch (error) {
              reject(error as Error);
            }
          };
          ask({ kind: 'run', input, isHourly: onPiece !== undefined });
        });
        if (outcome.status !== 'cancelled') idle = worker;
        return outcome;
      } finally {
        signal?.removeEventListener('abort', onAbort);
        worker.onmessage = null;
        worker.onerror = null;
        if (idle !== worker) worker.terminate();
      }
    },
  };
}
