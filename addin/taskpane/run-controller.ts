import type { ProgressView, RunOutcome } from '../automation.ts';
import type { PaneServices } from './pane-services.ts';

export type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: ProgressView | null; readonly startedAtMs: number; readonly isCancelling: boolean }
  | { readonly phase: 'finished'; readonly outcome: RunOutcome; readonly elapsedMs: number };

/**
 * One run at a time, outliving the view that shows it: the reader may look at prices while the model runs, and the
 * ribbon may start a run before the pane has drawn anything.
 */
export interface RunController {
  state(): RunState;
  subscribe(listener: () => void): () => void;
  /** Does nothing while a run is under way. */
  start(): Promise<void>;
  cancel(): void;
}

export function createRunController(runModel: PaneServices['runModel'], nowMs: () => number): RunController {
  let state: RunState = { phase: 'idle' };
  let abort: AbortController | null = null;
  const listeners = new Set<() => void>();
  const become = (next: RunState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      if (abort) return;
      abort = new AbortController();
      const startedAtMs = nowMs();
      become({ phase: 'running', progress: null, startedAtMs, isCancelling: false });
      const onProgress = (progress: ProgressView): void => {
        // Progress reported after the end (a late message of a worker) must not bring a finished run back to life.
        if (state.phase === 'running') become({ ...state, progress });
      };
      let outcome: RunOutcome;
      try {
        outcome = await runModel({ onProgress, signal: abort.signal });
      } catch (error) {
        outcome = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
      }
      abort = null;
      become({ phase: 'finished', outcome, elapsedMs: nowMs() - startedAtMs });
    },
    cancel() {
      if (state.phase !== 'running' || state.isCancelling) return;
      become({ ...state, isCancelling: true });
      abort?.abort();
    },
  };
}
