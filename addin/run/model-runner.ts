import type { Issue, ModelInput, Report, RunProgress } from '../../engine/index.ts';
import type { RunMessage, RunRequest } from './worker-protocol.ts';

export type ComputeOutcome =
  | { readonly status: 'report'; readonly report: Report }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly status: 'cancelled' };

export interface ComputeOptions {
  readonly signal?: AbortSignal | undefined;
  onProgress?(progress: RunProgress): void;
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
    async compute(input, { signal, onProgress }) {
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
          worker.onmessage = ({ data }: MessageEvent<RunMessage>) => settle(data, resolve, reject, onProgress);
          worker.postMessage({ input } satisfies RunRequest);
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

function settle(
  message: RunMessage,
  resolve: (outcome: ComputeOutcome) => void,
  reject: (error: Error) => void,
  onProgress: ComputeOptions['onProgress'],
): void {
  switch (message.kind) {
    case 'progress': return onProgress?.(message.progress);
    case 'report': return resolve({ status: 'report', report: message.report });
    case 'invalid': return resolve({ status: 'invalid', issues: message.issues });
    case 'crashed': return reject(new Error(message.message));
  }
}
