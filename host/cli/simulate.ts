import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FigureView, JobLogSource, JobScheduleView, SimulationOutcome } from '../../addin/automation.ts';
import type { SimulateArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import { isSameFile, troubleWith, writePieces } from './files.ts';
import type { FileTrouble } from './files.ts';
import { openHostedWorkbook } from './hosted-workbook.ts';
import { problemLine } from './problem-line.ts';
import { progressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

/** Large enough to keep the thread that reads it busy. */
const chunkBytes = 1 << 20;
const jobsPerPiece = 10_000;

/** A log on disk; one that ends in `.gz` is unpacked on the way, its size unknown. `onTrouble` hears of a file that cannot be read. */
function logSource(file: string, onTrouble: (trouble: FileTrouble) => void): JobLogSource {
  const isPacked = /\.gz$/i.test(file);
  let size: number;
  try {
    ({ size } = statSync(file));
  } catch (error) {
    throw troubleWith(file, error);
  }
  return {
    byteCount: isPacked ? null : size,
    async *chunks() {
      try {
        const plain = createReadStream(file, { highWaterMark: chunkBytes });
        for await (const chunk of isPacked ? unpacked(plain) : plain) yield new Uint8Array(chunk as Buffer);
      } catch (error) {
        const trouble = troubleWith(file, error);
        onTrouble(trouble);
        throw trouble;
      }
    },
  };
}

function unpacked(packed: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  packed.on('error', error => gunzip.destroy(error));
  return packed.pipe(gunzip);
}

const header = 'Job,Submit,Start,Wait,Run,Estimate,Nodes,State\n';

/** A line a job, thousands at a time; a job that never started has neither start nor wait. */
function* jobLines(jobs: JobScheduleView): Iterable<string> {
  yield header;
  const { number, submit, start, runSeconds, estimateSeconds, processors, state, stateNames } = jobs;
  for (let from = 0; from < number.length; from += jobsPerPiece) {
    let piece = '';
    for (let job = from; job < Math.min(from + jobsPerPiece, number.length); job += 1) {
      const begin = start[job]!;
      const times = Number.isNaN(begin) ? ',' : `${begin},${begin - submit[job]!}`;
      piece += `${number[job]},${submit[job]},${times},${runSeconds[job]},${estimateSeconds[job]},${processors[job]},${stateNames[state[job]!]}\n`;
    }
    yield piece;
  }
}

function figureLines(figures: readonly FigureView[], width: number): string {
  const textWidth = Math.max(0, ...figures.map(({ text }) => text.replace(/ s$/, '').length));
  return figures
    .map(({ label, text }) => {
      const [value = '', unit = ''] = text.split(/ (?=s$)/);
      return `  ${label.padEnd(width)}  ${value.padStart(textWidth)} ${unit}`.trimEnd();
    })
    .join('\n');
}

function answerText({ log, policy }: SimulateArguments, { nodes, counts, metrics }: SimulationOutcome & { status: 'done' }): string {
  const told = counts.filter(({ value }, index) => index < 2 || value !== 0);
  const width = Math.max(...[...told, ...metrics].map(({ label }) => label.length));
  const title = `${log}: ${policy} on ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`;
  return [title, figureLines(told, width), ...(metrics.length > 0 ? ['', figureLines(metrics, width)] : [])].join('\n');
}

function report(outcome: SimulationOutcome, command: SimulateArguments, terminal: Terminal): number {
  switch (outcome.status) {
    case 'done': {
      const { nodes, counts, metrics, warnings } = outcome;
      if (command.asJson) {
        const valuesOf = (figures: readonly FigureView[]) => Object.fromEntries(figures.map(({ label, value }) => [label, value]));
        terminal.print(JSON.stringify({ nodes, policy: command.policy, ...valuesOf(counts), ...valuesOf(metrics) }, null, 2));
      } else terminal.print(answerText(command, outcome));
      warnings.forEach(warning => terminal.note(problemLine(warning)));
      if (command.jobs !== null) terminal.note(`Written: ${command.jobs}\n`);
      return exitCode.done;
    }
    case 'invalid':
      terminal.note(`${command.log}: nothing was simulated.\n`);
      outcome.problems.forEach(problem => terminal.note(problemLine(problem)));
      return exitCode.refused;
    case 'cancelled':
      terminal.note('Cancelled; nothing was written.\n');
      return exitCode.interrupted;
    case 'failed':
      terminal.note(`${command.log}: ${outcome.message}\n`);
      return exitCode.refused;
  }
}

/** `cloudcost simulate`: a job log through one machine. */
export async function simulateJobLog(command: SimulateArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { log, nodes, policy, department, jobs } = command;
  if (jobs !== null && isSameFile(jobs, log)) throw new UsageError('--jobs names the log itself.');
  let trouble: FileTrouble | null = null;
  const source = logSource(log, found => (trouble = found));
  const bar = progressBar(terminal);
  bar.show({ stage: 'open', fraction: 0, text: 'Starting' });
  const hosted = await openHostedWorkbook(null);
  try {
    const outcome = await hosted.cloudCost.simulateLog(source, {
      policy, nodes, department, withJobs: jobs !== null, signal, onProgress: progress => bar.show(progress),
    });
    if (trouble) throw trouble;
    if (outcome.status === 'done' && outcome.jobs && jobs !== null && !signal.aborted) writePieces(jobs, jobLines(outcome.jobs));
    bar.clear();
    return report(signal.aborted ? { status: 'cancelled' } : outcome, command, terminal);
  } finally {
    bar.clear();
    hosted.close();
  }
}
