import type { Issue, ModelInput, ComposedReport, RunProgress } from '../../engine/index.ts';

/** What crosses between page and worker: plain data only, one run at a time. */
export interface RunRequest {
  readonly kind: 'run';
  readonly input: ModelInput;
  /** Whether the ledger will be asked for by the hour, piece by piece. */
  readonly isHourly: boolean;
}

/** Asked once the report is there, until there is no piece left: so whoever writes them sets the pace. */
export interface PieceRequest {
  readonly kind: 'piece';
}

export type WorkerRequest = RunRequest | PieceRequest;

export type RunMessage =
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'report'; readonly report: ComposedReport }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** Lines of the ledger by the hour as CSV; null: no more. */
  | { readonly kind: 'piece'; readonly text: string | null }
  /** An exception in the engine: our own mistake, not the analyst's. */
  | { readonly kind: 'crashed'; readonly message: string };
