import path from 'node:path';
import type { ExportOutcome } from '../../addin/automation.ts';
import type { ReportArguments } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import { openDraft, readBytes } from './files.ts';
import { openHostedWorkbook } from './hosted-workbook.ts';
import { problemLine } from './problem-line.ts';
import { progressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

/** `cloudcost report`: the run of a workbook as a page, a summary, or the ledger; the workbook is not changed. */
export async function reportWorkbook(command: ReportArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { workbook, out, format, table, isHourly } = command;
  const bytes = readBytes(workbook);
  const bar = progressBar(terminal);
  bar.show({ stage: 'open', fraction: 0, text: 'Opening the workbook' });
  const hosted = await openHostedWorkbook(bytes);
  const title = path.basename(workbook, path.extname(workbook));
  const draft = openDraft(out);
  try {
    const outcome = await hosted.cloudCost.exportReport({
      format, title, signal,
      ...(table === null ? {} : { tableId: table }),
      ...(isHourly ? { onPiece: text => draft.write(text) } : {}),
      onProgress: progress => bar.show(progress),
    });
    bar.clear();
    if (outcome.status === 'done' && !signal.aborted) {
      draft.write(outcome.text);
      draft.keep();
    }
    return told(signal.aborted ? { status: 'cancelled' } : outcome, command, terminal);
  } finally {
    draft.drop();
  }
}

function told(outcome: ExportOutcome, { workbook, out }: ReportArguments, terminal: Terminal): number {
  switch (outcome.status) {
    case 'done':
      outcome.warnings.forEach(warning => terminal.note(problemLine(warning)));
      terminal.print(`Written: ${out}`);
      return exitCode.done;
    case 'invalid':
      terminal.note(`${workbook}: ${outcome.problems.length} ${outcome.problems.length === 1 ? 'problem' : 'problems'}; nothing was written.\n`);
      outcome.problems.forEach(problem => terminal.note(problemLine(problem)));
      return exitCode.refused;
    case 'cancelled':
      terminal.note('Cancelled; nothing was written.\n');
      return exitCode.interrupted;
    case 'failed':
      terminal.note(`${workbook}: ${outcome.message} Nothing was written.\n`);
      return exitCode.refused;
  }
}
