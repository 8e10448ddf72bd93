import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { BatchJobs } from '../../simulation/batch/jobs/batch-jobs.ts';
import { readSwf } from '../../simulation/batch/swf/read-swf.ts';
import type { SwfReading } from '../../simulation/batch/swf/swf-log.ts';

/** Public logs and the schedules another simulator made of them; not part of the project, so used where they are. */
const folder = `${process.env['CLOUDCOST_REFERENCE_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))}/traces`;
export const hasReferenceLogs = existsSync(`${folder}/reference-schedules`);

export const traceText = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

const bytesOf = (name: string): Uint8Array => {
  const bytes = readFileSync(`${folder}/${name}`);
  return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
};

const readAll = (...chunks: readonly Uint8Array[]): SwfReading => {
  const reader = readSwf();
  for (const chunk of chunks) reader.write(chunk);
  return reader.end();
};

const jobsOf = (name: string): BatchJobs => {
  const reading = readAll(bytesOf(name));
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.log.jobs;
};

export const referenceLogs = {
  nasa: () => jobsOf('nasa-ipsc-1993/NASA-iPSC-1993-3.1-cln.swf.gz'),
  '5k': () => jobsOf('5k-sample/5K_sample.swf'),
} as const;
export type ReferenceLog = keyof typeof referenceLogs;

/** Start second by job number, as the other simulator says. */
export const referenceStarts = (log: ReferenceLog, policy: 'fcfs' | 'easy' | 'cons'): Map<number, number> => {
  const [, ...lines] = gunzipSync(readFileSync(`${folder}/reference-schedules/pyss_${log}_${policy}.csv.gz`)).toString().trim().split('\n');
  return new Map(lines.map(line => {
    const [job, , start] = line.split(',').map(Number);
    return [job as number, start as number];
  }));
};
