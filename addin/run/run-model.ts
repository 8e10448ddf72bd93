import { inputTables } from '../../engine/index.ts';
import type { RunOptions, RunOutcome } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { readInput } from '../workbook/read-input.ts';
import { NewerRecord } from '../workbook/result-record.ts';
import { writeReport } from '../workbook/write-report.ts';
import type { ModelRunner } from './model-runner.ts';
import { figureView, problemView } from './outcome-views.ts';
import { computingProgress, doneProgress, readingProgress, writingProgress } from './run-progress.ts';

/** The use case behind every Run button: read the tables, compute, write the results. */
export type RunModel = (options?: RunOptions) => Promise<RunOutcome>;

/** One run at a time: two would write into each other's tables. */
export function createRunModel(runner: ModelRunner): RunModel {
  let isRunning = false;
  return async (options = {}) => {
    if (isRunning) return { status: 'failed', message: translate('already-running') };
    isRunning = true;
    try {
      return await run(runner, options);
    } catch (error) {
      return { status: 'failed', message: failureMessage(error) };
    } finally {
      isRunning = false;
    }
  };
}

async function run(runner: ModelRunner, { onProgress, signal }: RunOptions): Promise<RunOutcome> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) {
    return { status: 'failed', message: translate('excel-too-old') };
  }
  onProgress?.(readingProgress());
  const input = await readInput(inputTables.map(({ id }) => id));
  const computed = await runner.compute(input, {
    signal,
    onProgress: ({ stage, fraction }) => onProgress?.(computingProgress(stage, fraction)),
  });
  if (computed.status === 'cancelled') return { status: 'cancelled' };
  if (computed.status === 'invalid') return { status: 'invalid', problems: computed.issues.map(problemView) };
  const { report } = computed;
  const written = await writeReport(report, {
    dateSystem: input.dateSystem,
    signal,
    onProgress: fraction => onProgress?.(writingProgress(fraction)),
  });
  if (written.status === 'cancelled') return { status: 'cancelled' };
  if (written.status === 'blocked') return { status: 'invalid', problems: written.problems };
  onProgress?.(doneProgress());
  return { status: 'done', summary: report.summary.map(figureView), tables: written.tables, warnings: report.warnings.map(problemView) };
}

function failureMessage(error: unknown): string {
  if (error instanceof NewerRecord) return translate('newer-workbook', { schema: error.message });
  const statement = error instanceof OfficeExtension.Error ? error.debugInfo?.statement : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  return translate('run-failed', { reason, statement: statement ?? '' });
}
