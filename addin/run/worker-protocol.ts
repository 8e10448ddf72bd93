import type { Issue, ModelInput, Report, RunProgress } from '../../engine/index.ts';

/** What crosses between page and worker: plain data only, one run at a time. */
export interface RunRequest {
  readonly input: ModelInput;
}

export type RunMessage =
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** An exception in the engine: our own mistake, not the analyst's. */
  | { readonly kind: 'crashed'; readonly message: string };
