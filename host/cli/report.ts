import path from 'node:path';
import type { ExportOptions, ExportOutcome, ProgressView, RunOutcome } from '../../addin/automation.ts';
import type { ReportArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import { isSameFile, openDraft, readBytes, type Draft } from './files.ts';
import { openHostedWorkbook, type HostedWorkbook } from './hosted-workbook.ts';
import { findBrowser, printPage } from './print-page.ts';
import { problemLine } from './problem-line.ts';
import { progressBar } from './progress-bar.ts';
import { settle } from './settle.ts';
import type { Terminal } from './terminal.ts';

type Told = ExportOutcome | RunOutcome;

/** `cloudcost report`: the run of a workbook as a page, a summary, the ledger or a workbook of values; it is not changed. */
export async function reportWorkbook(command: ReportArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { workbook, out, format } = command;
  const browser = format === 'pdf' ? findBrowser() : null;
  if (format === 'pdf' && browser === null)
    throw new UsageError(`--out ${out}: printing takes a Chrome, Edge or Chromium; set CLOUDCOST_CHROMIUM, or write an .html file and print it.`);
  if (format === 'values' && isSameFile(workbook, out)) throw new UsageError('--out names the workbook itself; the report goes into a copy.');
  const bytes = readBytes(workbook);
  const bar = progressBar(terminal);
  bar.show({ stage: 'open', fraction: 0, text: 'Opening the workbook' });
  const hosted = await openHostedWorkbook(bytes, command.language);
  const draft = openDraft(out);
  try {
    const reporting = { command, hosted, draft, signal, onProgress: (progress: ProgressView) => bar.show(progress) };
    const outcome = format === 'values' ? await writeValues(reporting) : await writeText(reporting, browser);
    bar.clear();
    if (outcome.status === 'done' && !signal.aborted) draft.keep();
    return told(signal.aborted ? { status: 'cancelled' } : outcome, command, terminal);
  } finally {
    draft.drop();
  }
}

interface Reporting {
  readonly command: ReportArguments;
  readonly hosted: HostedWorkbook;
  readonly draft: Draft;
  readonly signal: AbortSignal;
  onProgress(progress: ProgressView): void;
}

async function writeValues({ hosted, draft, signal, onProgress }: Reporting): Promise<Told> {
  const outcome = await hosted.cloudCost.runModel({ signal, onProgress });
  if (outcome.status === 'done' && !signal.aborted) {
    await settle(hosted.session);
    draft.write(hosted.saveValues());
  }
  return outcome;
}

async function writeText({ command, hosted, draft, signal, onProgress }: Reporting, browser: string | null): Promise<Told> {
  const { workbook, format, table, isHourly } = command;
  const outcome = await hosted.cloudCost.exportReport({
    format: browser === null ? (format as ExportOptions['format']) : 'html',
    title: path.basename(workbook, path.extname(workbook)),
    signal,
    ...(table === null ? {} : { tableId: table }),
    ...(isHourly ? { onPiece: text => draft.write(text) } : {}),
    onProgress,
  });
  if (outcome.status === 'done' && !signal.aborted) draft.write(browser === null ? outcome.text : await printPage(browser, outcome.text));
  return outcome;
}

function told(outcome: Told, { workbook, out }: ReportArguments, terminal: Terminal): number {
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
