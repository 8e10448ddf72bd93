import type { ProgressView, RunOptions } from '../automation.ts';

export type TaskState<Outcome> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: ProgressView | null; readonly startedAtMs: number; readonly isCancelling: boolean }
  | { readonly phase: 'finished'; readonly outcome: Outcome; readonly elapsedMs: number };

/** How a task ends that threw. */
interface Failed {
  readonly status: 'failed';
  readonly message: string;
}

/** One long task at a time, outliving the view that shows it: the reader may look elsewhere while it works. */
export interface TaskController<Outcome, Input = void> {
  state(): TaskState<Outcome>;
  subscribe(listener: () => void): () => void;
  /** Does nothing while the task is under way. */
  start(input: Input): Promise<void>;
  cancel(): void;
}

export function createTaskController<Outcome, Input = void>(
  perform: (options: RunOptions, input: Input) => Promise<Outcome>,
  nowMs: () => number,
): TaskController<Outcome | Failed, Input> {
  let state: TaskState<Outcome | Failed> = { phase: 'idle' };
  let abort: AbortController | null = null;
  const listeners = new Set<() => void>();
  const become = (next: TaskState<Outcome | Failed>): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(input) {
      if (abort) return;
      abort = new AbortController();
      const startedAtMs = nowMs();
      become({ phase: 'running', progress: null, startedAtMs, isCancelling: false });
      const onProgress = (progress: ProgressView): void => {
        // Progress reported after the end (a late message of a worker) must not bring a finished task back to life.
        if (state.phase === 'running') become({ ...state, progress });
      };
      let outcome: Outcome | Failed;
      try {
        outcome = await perform({ onProgress, signal: abort.signal }, input);
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
