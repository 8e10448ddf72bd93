import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cover, emptyClusterJobs, prepareCover, readSwf, simulateBatch, simulateCluster } from '../engine/index.ts';
import type { BatchJobs, ClusterJobs } from '../engine/index.ts';
import { bareBestFit } from './bare-best-fit.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding, Measured } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';
import { repository } from './places.ts';
import { plainEasy } from './plain-easy.ts';

/** The NASA iPSC log of the Parallel Workloads Archive; not part of the project. */
const data = process.env['CLOUDCOST_REFERENCE_DATA'] ?? path.resolve(repository, '..', 'shared', 'data');
const logFile = path.join(data, 'traces', 'nasa-ipsc-1993', 'NASA-iPSC-1993-3.1-cln.swf.gz');
const processorCount = 128;
const chunkBytes = 1 << 20;

export const batchBenchmark: Benchmark = {
  name: 'batch',
  title: 'job logs and clusters',
  run: async (): Promise<readonly Finding[]> => {
    const { log, name } = existsSync(logFile)
      ? { log: new Uint8Array(gunzipSync(readFileSync(logFile))), name: 'the NASA log' }
      : { log: seededLog(18_239), name: 'a seeded log, for want of a public one' };
    return [await parsing(log, name), await easy(log, name), await cluster(1_000_000)];
  },
};

/** The log again and again up to 100 MB, as one reads a file. */
async function parsing(log: Uint8Array, name: string): Promise<Finding> {
  const times = Math.ceil(1e8 / log.length);
  const bytes = new Uint8Array(log.length * times);
  for (let index = 0; index < times; index++) bytes.set(log, index * log.length);
  const text = new TextDecoder().decode(bytes);
  const jobCount = jobsOf(log).count * times;
  const { ours, lines } = await inTurns(
    {
      ours: () => clocked(() => expectCount(jobsOf(bytes).count, jobCount)),
      lines: () => clocked(() => expectCount(countByStrings(text), jobCount)),
    },
    { warmUps: 1, runs: 3 },
  );
  const perEighty = scaled(ours, 80e6 / bytes.length / 1000, 's');
  return {
    what: `reading ${name}, repeated to 100 MB`,
    ours,
    reference: { name: 'a string and a split for each line', measured: lines },
    figure: { value: perEighty.value, unit: 's', atMost: 1 },
    note: `for 80 MB: ${(80 / perEighty.value).toFixed(0)} MB a second, ${ratio(lines, ours).value.toFixed(1)} times the reference.`,
  };
}

async function easy(log: Uint8Array, name: string): Promise<Finding> {
  const jobs = jobsOf(log);
  for (let job = 0; job < jobs.count; job++) jobs.submit[job] = Math.trunc(jobs.submit[job]! / 2);
  const run = () => simulateBatch(jobs, { processorCount, policy: 'easy' });
  // the reference is quadratic: it gets the first thousands, and must agree on them
  const few = 3000;
  const part = firstJobs(jobs, few);
  const list = Array.from(part.submit, (submit, job) => ({ submit, run: part.runSeconds[job]!, processors: part.processors[job]! }));
  const { start } = simulateBatch(part, { processorCount, policy: 'easy' });
  if (plainEasy(list, processorCount).some((second, job) => second !== start[job])) throw new Error('Another schedule than the plain one.');
  const { ours, plain } = await inTurns(
    {
      // clearing the garbage also discards what was compiled for objects that are gone: one run to warm up again
      ours: () => (run(), clocked(run)),
      plain: () => clocked(() => plainEasy(list, processorCount)),
    },
    { warmUps: 1, runs: 5 },
  );
  const oursPer = scaled(ours, 300_000 / jobs.count / 1000, 's');
  const plainPer = scaled(plain, 300_000 / few / 1000, 's');
  return {
    what: `EASY on ${name}, submitted twice as fast, requested time = run time`,
    ours: oursPer,
    reference: { name: 'lists searched from end to end, first 3,000 jobs', measured: plainPer },
    figure: { value: oursPer.value, unit: 's', atMost: 1 },
    note: `for 300,000 jobs: ${(300_000 / oursPer.value).toFixed(0)} jobs a second, ${ratio(plainPer, oursPer).value.toFixed(0)} times the reference.`,
  };
}

/** 1,000 hosts of 8 cores at nine tenths of their capacity: metered, rated hour by hour with a reservation for half. */
async function cluster(count: number): Promise<Finding> {
  const jobs = clusterLoad(count);
  const bare = { submit: jobs.submit, run: jobs.runSeconds, cores: jobs.cores };
  let waited = NaN;
  const full = () => {
    const { counts, pools, waitingSecondsByHour } = simulateCluster(jobs, {
      nodeTypes: [{ cores: 8, memoryMib: 65_536, minNodes: 1000, maxNodes: 1000 }],
    });
    expectCount(counts.finished, count);
    const secondsByHour = pools[0]!.busyNodeSecondsByHour;
    const bounds = [0, secondsByHour.length];
    const reservation = { kind: 'unit', rank: 0, account: 0, isShared: true, hours: [0, secondsByHour.length], unitsPerHour: 500 } as const;
    const { remainderSeconds } = cover(prepareCover({
      meters: [{ account: 0, secondsByHour }],
      commitments: [{ ...reservation, meters: [{ meter: 0, unitsPerNode: 1 }] }],
      bucketBounds: bounds,
    }));
    if (!(remainderSeconds[0]! > 0)) throw new Error('Nothing was left to rate on demand.');
    waited = waitingSecondsByHour.reduce((sum, seconds) => sum + seconds, 0);
  };
  const { ours, loop } = await inTurns(
    { ours: () => clocked(full), loop: () => clocked(() => expectClose(bareBestFit(bare, 1000, 8), waited)) },
    { warmUps: 1, runs: 5 },
  );
  return {
    what: '1 million jobs on 1,000 hosts of 8 cores: memory, meters of every hour, accounts, rating',
    ours,
    reference: { name: 'the bare best-fit loop', measured: loop },
    figure: ratio(ours, loop, 6),
    note: `${(count / ours.value / 1000).toFixed(1)} million jobs a second; ${bytesPerJob(jobs)} bytes a job before, 24 during the run.`,
  };
}

function jobsOf(bytes: Uint8Array): BatchJobs {
  const reader = readSwf();
  for (let from = 0; from < bytes.length; from += chunkBytes) reader.write(bytes.subarray(from, from + chunkBytes));
  const reading = reader.end();
  if (!reading.ok) throw new Error(`The log cannot be read: ${JSON.stringify(reading.issues[0])}`);
  return reading.log.jobs;
}

function countByStrings(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith(';')) continue;
    const numbers = line.trim().split(/\s+/).map(Number);
    if (numbers.length === 18 && numbers.every((value) => !Number.isNaN(value))) count++;
  }
  return count;
}

const firstJobs = (jobs: BatchJobs, count: number): BatchJobs => ({
  count,
  number: jobs.number.slice(0, count),
  submit: jobs.submit.slice(0, count),
  runSeconds: jobs.runSeconds.slice(0, count),
  estimateSeconds: jobs.estimateSeconds.slice(0, count),
  processors: jobs.processors.slice(0, count),
  department: jobs.department.slice(0, count),
  queue: jobs.queue.slice(0, count),
  isCutShort: jobs.isCutShort.slice(0, count),
});

/** Jobs of 1 to 4 cores and about 20 minutes, so many that 90 % of 8,000 cores are wanted. */
function clusterLoad(count: number): ClusterJobs {
  const random = randomNumbers();
  const jobs = emptyClusterJobs(count);
  let now = 0;
  for (let job = 0; job < count; job++) {
    const cores = 1 + Math.floor(random() * 4);
    const runSeconds = 1 + Math.floor(-1200 * Math.log(1 - random()));
    now += (-Math.log(1 - random()) * 2.5 * 1200) / (8000 * 0.9);
    jobs.submit[job] = Math.floor(now);
    jobs.runSeconds[job] = runSeconds;
    jobs.cores[job] = cores;
    jobs.memoryMib[job] = cores * 4096;
  }
  return jobs;
}

function seededLog(count: number): Uint8Array {
  const random = randomNumbers();
  let submit = 0;
  const lines = Array.from({ length: count }, (_, index) => {
    submit += Math.floor(random() * 900);
    const run = 1 + Math.floor(-700 * Math.log(1 - random()));
    const processors = 2 ** Math.floor(random() * 7);
    return `${index + 1} ${submit} -1 ${run} ${processors} -1 -1 -1 ${run} -1 1 1 1 -1 -1 -1 -1 -1\n`;
  });
  return new TextEncoder().encode(lines.join(''));
}

const scaled = ({ value, lowest, highest }: Measured, factor: number, unit: Measured['unit']): Measured => ({
  value: value * factor,
  unit,
  ...(lowest !== undefined && highest !== undefined && { lowest: lowest * factor, highest: highest * factor }),
});

const bytesPerJob = (jobs: ClusterJobs): number =>
  Object.values(jobs).reduce((sum: number, column: unknown) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0) / jobs.count;

function expectCount(count: number, expected: number): void {
  if (count !== expected) throw new Error(`${count} jobs instead of ${expected}.`);
}

/** Both fill the fullest host first but break ties otherwise, which moves single waits, not their sum. */
function expectClose(waited: number, expected: number): void {
  if (Math.abs(waited - expected) > 0.05 * Math.max(expected, 1000)) throw new Error(`${waited} seconds waited instead of ${expected}.`);
}

/** The same numbers in every run. */
function randomNumbers(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
