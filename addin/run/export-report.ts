import { inputTables } from '../../engine/index.ts';
import type { ExportOptions, ExportOutcome } from '../automation.ts';
import { ledgerCsv, tableCsv } from '../export/report-csv.ts';
import { reportHtml } from '../export/report-html.ts';
import { reportMarkdown } from '../export/report-markdown.ts';
import { reportInWords } from '../localization/report-in-words.ts';
import { translate } from '../localization/translate.ts';
import { readInput } from '../workbook/read-input.ts';
import type { ModelRunner } from './model-runner.ts';
import { problemView } from './outcome-views.ts';
import { computingProgress, doneProgress, readingProgress } from './run-progress.ts';

/** Computes the model and tells the run as text; the workbook stays as it is. */
export async function exportReport(runner: ModelRunner, options: ExportOptions): Promise<ExportOutcome> {
  const { format, title, tableId, onProgress, signal, onPiece } = options;
  try {
    onProgress?.(readingProgress());
    const input = await readInput(inputTables.map(({ id }) => id));
    const computed = await runner.compute(input, {
      signal,
      ...(onPiece ? { onPiece } : {}),
      onProgress: ({ stage, fraction }) => onProgress?.(computingProgress(stage, fraction)),
    });
    if (computed.status === 'cancelled') return { status: 'cancelled' };
    if (computed.status === 'invalid') return { status: 'invalid', problems: computed.issues.map(problemView) };
    const report = reportInWords(computed.report);
    onProgress?.(doneProgress());
    const warnings = report.warnings.map(problemView);
    const done = (text: string): ExportOutcome => ({ status: 'done', text, warnings });
    if (onPiece) return done('');
    if (format === 'html') return done(reportHtml(report, title));
    if (format === 'markdown') return done(reportMarkdown(report, title));
    const table = tableId === undefined ? undefined : report.tables.find(({ id }) => id.toLowerCase() === tableId.toLowerCase());
    if (tableId !== undefined && !table) {
      const known = report.tables.map(({ id }) => id).join(', ');
      return { status: 'failed', message: translate('export-no-table', { table: tableId, known }) };
    }
    const text = table ? tableCsv(table) : ledgerCsv(report);
    return text === null ? { status: 'failed', message: translate('export-no-ledger') } : done(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'failed', message: translate('run-failed', { reason, statement: '' }) };
  }
}
