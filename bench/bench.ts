// Compares CloudCost with outside references on this machine: `npm run bench`, `npm run bench -- functions write`,
// `npm run bench -- --json`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { batchBenchmark } from './batch.ts';
import type { Benchmark } from './benchmark.ts';
import { commitmentBenchmark } from './commitment.ts';
import { coverBenchmark } from './cover.ts';
import { engineBenchmark } from './engine.ts';
import { exitsBenchmark } from './exits.ts';
import { functionsBenchmark } from './functions.ts';
import { describeMachine } from './machine.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { nodeSearchBenchmark } from './node-search.ts';
import { standstillBenchmark } from './standstill.ts';
import { pageBenchmark } from './page.ts';
import { queueBenchmark } from './queue.ts';
import { leavingBenchmark } from './leaving.ts';
import { machineText, outcomeText, verdictText } from './report-text.ts';
import { scenariosBenchmark } from './scenarios.ts';
import { servicesBenchmark } from './services.ts';
import { sizesBenchmark } from './sizes.ts';
import { writeBenchmark } from './write.ts';
import { xlsxBenchmark } from './xlsx.ts';

const benchmarks: readonly Benchmark[] = [
  functionsBenchmark, writeBenchmark, pageBenchmark, sizesBenchmark, engineBenchmark, coverBenchmark, batchBenchmark, commitmentBenchmark,
  xlsxBenchmark, queueBenchmark, servicesBenchmark, exitsBenchmark, leavingBenchmark, scenariosBenchmark, nodeSearchBenchmark,
  standstillBenchmark,
];

/** Marks a child process that runs one benchmark and answers its outcome as JSON. */
const alone = '--alone';

async function main(words: readonly string[]): Promise<void> {
  const unknown = words.filter((word) => word !== '--json' && word !== alone && !benchmarks.some(({ name }) => name === word));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${benchmarks.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const named = benchmarks.filter(({ name }) => words.includes(name));
  if (words.includes(alone)) return answerAlone(named[0]!);
  const isJson = words.includes('--json');
  const machine = describeMachine();
  if (!isJson) console.log(`${machineText(machine)}\n`);
  const outcomes: Outcome[] = [];
  for (const benchmark of named.length > 0 ? named : benchmarks) {
    const outcome = await inOwnProcess(benchmark);
    outcomes.push(outcome);
    if (!isJson) console.log(outcomeText(outcome));
  }
  console.log(isJson ? JSON.stringify({ machine, outcomes }, null, 2) : verdictText(outcomes));
  if (outcomes.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
}

async function answerAlone(benchmark: Benchmark): Promise<void> {
  const outcome = await outcomeOf(benchmark);
  // what a benchmark leaves open (timers, windows) must not keep the process
  process.send!(outcome, () => process.disconnect());
  process.once('disconnect', () => process.exit());
}

/** A process of its own: no benchmark meets the memory and the compiled code another one left behind. */
function inOwnProcess({ name, title }: Benchmark): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), name, alone], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let outcome: Outcome | null = null;
    child.on('message', (message) => (outcome = message as Outcome));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(outcome ?? { name, title, findings: [], failure: `The process ended with ${signal ?? code} and no answer.` }),
    );
  });
}

await main(process.argv.slice(2));
