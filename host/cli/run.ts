import type { RunOutcome } from '../../addin/automation.ts';
import type { RunArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import { isSameFile, readBytes, writeBytes } from './files.ts';
import { openHostedWorkbook } from './hosted-workbook.ts';
import { problemLine } from './problem-line.ts';
import { progressBar } from './progress-bar.ts';
import { settle } from './settle.ts';
import type { Terminal } from './terminal.ts';

function summaryText(outcome: RunOutcome & { status: 'done' }): string {
  const width = Math.max(0, ...outcome.summary.map(figure => figure.label.length));
  const figures = outcome.summary.map(figure => `  ${figure.label.padEnd(width)}  ${figure.text}`);
  const answers = outcome.tables
    .filter(table => table.answer)
    .map(table => `  ${table.sheetName} (${table.tableName}, ${table.rowCount} ${table.rowCount === 1 ? 'row' : 'rows'}): ${table.answer}`);
  return [...figures, '', ...answers].join('\n');
}

function report(outcome: RunOutcome, { workbook, out }: RunArguments, terminal: Terminal): number {
  switch (outcome.status) {
    case 'done':
      terminal.print(`${workbook}\n${summaryText(outcome)}\n`);
      outcome.warnings.forEach(warning => terminal.note(problemLine(warning)));
      terminal.print(`Written: ${out}`);
      return exitCode.done;
    case 'invalid': {
      const count = outcome.problems.length;
      terminal.note(`${workbook}: ${count} ${count === 1 ? 'problem' : 'problems'}; nothing was written.\n`);
      outcome.problems.forEach(problem => terminal.note(problemLine(problem)));
      return exitCode.refused;
    }
    case 'cancelled':
      terminal.note('Cancelled; nothing was written.\n');
      return exitCode.interrupted;
    case 'failed':
      terminal.note(`${workbook}: ${outcome.message} Nothing was written.\n`);
      return exitCode.refused;
  }
}

/** `cloudcost run`: the model of a workbook, its results in a copy. */
export async function runWorkbook(command: RunArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  if (!/\.xlsx$/i.test(command.out)) throw new UsageError(`--out ${command.out}: the result is an .xlsx file.`);
  if (isSameFile(command.workbook, command.out))
    throw new UsageError('--out names the workbook itself; the result goes into a copy.');
  const bytes = readBytes(command.workbook);
  const bar = progressBar(terminal);
  bar.show({ stage: 'open', fraction: 0, text: 'Opening the workbook' });
  const hosted = await openHostedWorkbook(bytes, command.language);
  const outcome = await hosted.cloudCost.runModel({ onProgress: progress => bar.show(progress), signal });
  if (outcome.status === 'done' && !signal.aborted) {
    await settle(hosted.session);
    writeBytes(command.out, hosted.save());
  }
  bar.clear();
  return report(signal.aborted ? { status: 'cancelled' } : outcome, command, terminal);
}
