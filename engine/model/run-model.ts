import type { Catalog } from '../catalog/catalog.ts';
import type { Issue } from '../issue/issue.ts';
import type { Report } from '../report/report.ts';
import type { ModelInput } from './model-input.ts';
import type { RunProgress } from './progress.ts';

export interface RunModelOptions {
  /** Called with a fraction that never falls; the last call says 1. */
  onProgress?(progress: RunProgress): void;
}

export type ModelOutcome =
  | { readonly ok: true; readonly report: Report }
  /** Every problem found, errors and warnings; nothing may be written. */
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The whole model: tables as read in, result tables and charts out. Same input and catalog, same report. */
export const runModel = (_input: ModelInput, _catalog: Catalog, _options: RunModelOptions = {}): ModelOutcome => {
  throw new Error('runModel is being built');
};
