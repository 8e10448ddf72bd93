import { WorkbookFileError } from '../xlsx/workbook-file-error.ts';
import { parseArguments, UsageError } from './arguments.ts';
import type { CommandArguments } from './arguments.ts';
import { evaluateFormula } from './eval.ts';
import { exitCode } from './exit-code.ts';
import { FileTrouble } from './files.ts';
import { listFunctions } from './functions.ts';
import { helpText } from './help.ts';
import { importPriceList } from './import.ts';
import { listPrices } from './prices.ts';
import { reportWorkbook } from './report.ts';
import { runWorkbook } from './run.ts';
import { serve } from './serve.ts';
import { simulateJobLog } from './simulate.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

function execute(command: CommandArguments, terminal: Terminal, signal: AbortSignal): Promise<number> | number {
  switch (command.command) {
    case 'run':
      return runWorkbook(command, terminal, signal);
    case 'report':
      return reportWorkbook(command, terminal, signal);
    case 'eval':
      return evaluateFormula(command, terminal);
    case 'import':
      return importPriceList(command, terminal, signal);
    case 'functions':
      return listFunctions(command, terminal);
    case 'prices':
      return listPrices(command, terminal);
    case 'simulate':
      return simulateJobLog(command, terminal, signal);
    case 'serve':
      return serve(command, terminal, signal);
    case 'help':
      terminal.print(helpText(command.topic));
      return exitCode.done;
  }
}

/** One line; the whole trail when CLOUDCOST_DEBUG is set (office.js is one long line, which no terminal wants). */
const unexpected = (error: unknown): string =>
  error instanceof Error ? ((process.env.CLOUDCOST_DEBUG && error.stack) || error.message) : String(error);

async function outcome(words: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  try {
    return await execute(parseArguments(words), terminal, signal);
  } catch (error) {
    if (error instanceof UsageError) terminal.note(`${error.message}\nSee \`cloudcost help\`.\n`);
    else if (error instanceof FileTrouble || error instanceof WorkbookFileError) terminal.note(`${error.message}\n`);
    else terminal.note(`This should not happen: ${unexpected(error)}\n`);
    return exitCode.trouble;
  }
}

/** Runs the command and ends the process with its exit code. */
export async function main(words: readonly string[]): Promise<void> {
  // office.js leaves rejected promises behind that nobody waits for; they must not end the command.
  process.on('unhandledRejection', () => {});
  // A reader that closes the pipe early (`| head`) is no fault.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(exitCode.done);
  });
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const code = await outcome(words, processTerminal(), interrupt.signal);
  // The pane's timers and worker would keep the process alive; wait only for the answer to reach its reader.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
