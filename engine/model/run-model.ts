import type { Catalog } from '../catalog/catalog.ts';
import type { Issue } from '../issue/issue.ts';
import { buildReport } from '../report/build-report.ts';
import type { ComposedReport } from '../report/report.ts';
import type { RunResults } from '../report/run-results.ts';
import { inputHash, tableHashes } from './input-hash.ts';
import { runStateText } from './run-state.ts';
import { sortIssues } from './issue-order.ts';
import type { ModelInput } from './model-input.ts';
import { askedParts } from './parts/load-parts.ts';
import type { ModelPart, Rerun } from './parts/model-part.ts';
import { planWarnings } from './plan-warnings.ts';
import type { RunProgress } from './progress.ts';
import { runPlan, type PlannedRun } from './run-plan.ts';
import { planTables } from './tables/plan-tables.ts';

export interface RunModelOptions {
  /** What `loadParts` loaded for this input; needed where it has tables that ask for a part. */
  readonly parts?: readonly ModelPart[];
  /** Asked by whoever runs it, not by a table. */
  readonly beside?: readonly ModelPart[];
  /** Called with a fraction that never falls; the last call of a finished run says 1. */
  onProgress?(progress: RunProgress): void;
}

export type ModelOutcome =
  | { readonly ok: true; readonly report: ComposedReport }
  /** Every problem found, errors and warnings, in the order of sheets and cells; nothing may be written. */
  | { readonly ok: false; readonly issues: readonly Issue[] };

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** What a run within a run does not tell. */
const unread = { warnings: [], inputHash: '', tableHashes: {}, runState: '' };

/** Runs the plan once more on other tables: without the parts that ask for it, so that no run asks for runs without end. */
const rerunOf = (catalog: Catalog, parts: readonly ModelPart[], known: () => PlannedRun): Rerun => {
  const asking = parts.filter(({ asksForRuns }) => !asksForRuns);
  const never: Rerun = () => {
    throw new Error('A run within a run asks for no further runs');
  };
  const specs = [...planTables, ...asking.flatMap(part => part.specs)];
  return input => {
    const { results, issues } = runPlan(input, catalog, asking, { specs, rerun: never, known: known() });
    const errors = sortIssues(issues, specs).filter(isError);
    return errors.length > 0 ? { ok: false, issues: errors } : { ok: true, value: { ...results, ...unread } };
  };
};

/**
 * The whole model: tables as read in, result tables and charts out. Same input and catalog, same report, whatever the
 * order of rows.
 */
export const runModel = (input: ModelInput, catalog: Catalog, options: RunModelOptions = {}): ModelOutcome => {
  const tell = (stage: RunProgress['stage'], fraction: number): void => options.onProgress?.({ stage, fraction });

  tell('read', 0);
  const parts = [...askedParts(input, options.parts ?? []), ...(options.beside ?? [])];
  const specs = [...planTables, ...parts.flatMap(part => part.specs)];
  const planned: PlannedRun = runPlan(input, catalog, parts, { specs, rerun: rerunOf(catalog, parts, () => planned), tell });
  const { asked, run, partCharges } = planned;
  const found = [...planned.issues];
  if (found.some(isError)) return { ok: false, issues: sortIssues(found, specs) };

  if (asked.length > 0) tell('decisions', 0.7);
  const answers = asked.flatMap(part => part.answer?.(run) ?? []);
  found.push(...answers.flatMap(({ issues }) => issues));
  if (found.some(isError)) return { ok: false, issues: sortIssues(found, specs) };

  tell('report', 0.8);
  const results: RunResults = {
    ...planned.results,
    inputHash: inputHash(input, specs),
    tableHashes: tableHashes(input, specs),
    runState: runStateText(input, specs, catalog.date),
    warnings: sortIssues([...found, ...planWarnings(run.plan, planned.results.scenarios, planned.frame.horizon)], specs),
  };
  const report = buildReport(results, [...partCharges, ...answers].map(({ makeReport }) => makeReport));
  tell('report', 1);
  return { ok: true, report };
};
