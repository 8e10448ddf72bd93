import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { cloudcost, installation, program, type Finished } from './test/cloudcost-process.ts';


const simulate = (...words: string[]): Promise<Finished> => cloudcost('simulate', ...words);

const job = (number: number, submit: number, run: number, nodes: number, requested = run): string =>
  `${number} ${submit} -1 ${run} ${nodes} -1 -1 -1 ${requested} -1 1 1 1 -1 -1 -1 -1 -1`;
// on 4 nodes: the third is backfilled beside the first, the second waits for it; the last is too large
const log = ['; MaxProcs: 4', job(1, 0, 100, 3), job(2, 1, 50, 4), job(3, 2, 90, 1), job(4, 3, 10, 5)].join('\n');

describe('cloudcost simulate', () => {
  let folder = '';
  const inFolder = (name: string): string => path.join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-simulate-'));
    writeFileSync(inFolder('log.swf'), log);
    writeFileSync(inFolder('log.swf.gz'), gzipSync(log));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints how the jobs fared and writes when each started', async () => {
    const { code, answer, notes } = await simulate('--swf', inFolder('log.swf'), '--jobs', inFolder('jobs.csv'));
    expect(code).toBe(0);
    expect(answer.trim().split('\n').slice(1).map(line => line.trim().split(/ {2,}/).join(': '))).toEqual([
      'Jobs submitted: 4', 'Finished: 3', 'Rejected: larger than the machine: 1', '',
      // waits 0, 99, 0; responses 100, 149, 90; slowdowns 1, 149/50, 1; used 300 + 200 + 90 of 4 x 150
      'Mean wait: 33.000000 s', 'Maximum wait: 99 s', 'Mean bounded slowdown (10 s): 1.660000',
      'Mean response: 113.000000 s', 'Makespan: 150 s', 'Utilization: 0.98333333',
    ]);
    expect(notes).toContain('1 job needs more than the 4 nodes there are, first job 4 with 5');
    expect(readFileSync(inFolder('jobs.csv'), 'utf8')).toBe(
      'Job,Submit,Start,Wait,Run,Estimate,Nodes,State\n' +
      '1,0,0,0,100,100,3,finished\n2,1,100,99,50,50,4,finished\n3,2,2,0,90,90,1,finished\n4,3,,,10,10,5,rejected\n',
    );
  });

  it('reads packed logs, and answers programs', async () => {
    const { code, answer } = await simulate('--swf', inFolder('log.swf.gz'), '--nodes', '8', '--policy', 'fcfs', '--json');
    expect(code).toBe(0);
    // five nodes are free when the third ends, at 92
    expect(JSON.parse(answer)).toMatchObject({ nodes: 8, policy: 'fcfs', Finished: 4, 'Maximum wait': 89 });
  });

  it('says every line that is no job, and writes nothing', async () => {
    writeFileSync(inFolder('bad.swf'), `${log}\n1 2 3\n${job(5, 9, 1, 1).replace('9', 'noon')}\n`);
    const { code, answer, notes } = await simulate('--swf', inFolder('bad.swf'), '--jobs', inFolder('none.csv'));
    expect([code, answer]).toEqual([2, '']);
    expect(notes).toContain('Line 6 has 3 numbers');
    expect(notes).toContain('Line 7, number 2: "noon"');
    expect(existsSync(inFolder('none.csv'))).toBe(false);
  });

  it('names a file it cannot read', async () => {
    expect(await simulate('--swf', inFolder('absent.swf'))).toMatchObject({ code: 1, notes: expect.stringContaining('absent.swf') });
    writeFileSync(inFolder('torn.swf.gz'), gzipSync(log).subarray(0, 40));
    expect(await simulate('--swf', inFolder('torn.swf.gz'))).toMatchObject({ code: 1, notes: expect.stringContaining('torn.swf.gz') });
  });

  it('stops at Ctrl-C in the middle of the jobs, without writing', async () => {
    // 400,000 jobs at once are, under conservative backfilling, too long for anybody's patience
    const jobs = Array.from({ length: 400_000 }, (_, index) => job(index + 1, index, 1000 + (index % 977), 1 + (index % 4), 100_000));
    writeFileSync(inFolder('long.swf'), jobs.join('\n'));
    const command = [program, 'simulate', '--swf', inFolder('long.swf'), '--nodes', '4', '--policy', 'conservative'];
    command.push('--jobs', inFolder('long.csv'));
    const interruptedAfter = (milliseconds: number) =>
      new Promise<{ code: number | null; notes: string }>(resolve => {
        const child = spawn(process.execPath, command, { cwd: installation });
        let notes = '';
        child.stderr.on('data', (text: Buffer) => (notes += text.toString()));
        child.on('exit', code => resolve({ code, notes }));
        setTimeout(() => child.kill('SIGINT'), milliseconds);
      });
    // a process that is still loading its program is ended by the system, without a code: then it needs longer
    let outcome = await interruptedAfter(3000);
    for (let wait = 6000; outcome.code === null && wait < 60_000; wait *= 2) outcome = await interruptedAfter(wait);
    expect(outcome).toEqual({ code: 130, notes: 'Cancelled; nothing was written.\n' });
    expect(existsSync(inFolder('long.csv'))).toBe(false);
  });
});
