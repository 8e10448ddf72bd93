import { describe, expect, it } from '@jest/globals';
import type { SimulationOptions } from '../automation.ts';
import { createBatchAnswerer } from './answer-batch.ts';
import type { BatchMessage, BatchRequest } from './batch-protocol.ts';
import type { WorkerLike } from './model-runner.ts';
import { simulateLog } from './simulate-log.ts';

/** The simulation thread, only on this one. */
class SameThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isTerminated = false;
  private readonly answer = createBatchAnswerer(message => this.tell(message));

  postMessage(request: BatchRequest): void {
    setTimeout(() => this.answer(request));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private tell(data: BatchMessage): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}

const job = (number: number, submit: number, run: number, nodes: number): string =>
  `${number} ${submit} -1 ${run} ${nodes} -1 -1 -1 ${run} -1 1 1 1 -1 -1 -1 -1 -1`;
const run = (lines: readonly string[], options: Partial<SimulationOptions> = {}, thread = new SameThread()) => {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const source = {
    byteCount: bytes.length,
    async *chunks() {
      for (let from = 0; from < bytes.length; from += 50) yield bytes.slice(from, from + 50);
    },
  };
  return simulateLog(source, { policy: 'easy', ...options }, () => thread);
};
const log = [job(1, 0, 100, 3), job(2, 1, 50, 4)];

describe('a job log', () => {
  it('runs on the machine it names, or on another one', async () => {
    expect(await run(['; MaxProcs: 4', ...log], { withJobs: true })).toMatchObject({
      status: 'done', nodes: 4, warnings: [], jobs: { start: Float64Array.of(0, 100), stateNames: expect.arrayContaining(['finished']) },
    });
    expect(await run(['; MaxProcs: 4', ...log], { nodes: 7, withJobs: true })).toMatchObject({ nodes: 7, jobs: { start: Float64Array.of(0, 1) } });
  });

  it('answers each job only when asked', async () => {
    expect(await run(log, { nodes: 4 })).toMatchObject({ jobs: null });
  });

  it('needs a machine', async () => {
    const outcome = await run(log);
    expect(outcome).toMatchObject({ status: 'invalid', problems: [{ code: 'swf-no-machine', severity: 'error' }] });
  });

  it('shows how far it is, from nothing to all', async () => {
    const seen: number[] = [];
    await run(log, { nodes: 4, onProgress: ({ fraction }) => seen.push(fraction) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('ends its thread when it is done, and at once when cancelled', async () => {
    const thread = new SameThread();
    await run(log, { nodes: 4 }, thread);
    expect(thread.isTerminated).toBe(true);
    const abort = new AbortController();
    const cancelled = new SameThread();
    const outcome = run(log, { nodes: 4, signal: abort.signal, onProgress: () => abort.abort() }, cancelled);
    expect(await outcome).toEqual({ status: 'cancelled' });
    expect(cancelled.isTerminated).toBe(true);
    expect(await run(log, { signal: abort.signal })).toEqual({ status: 'cancelled' });
  });
});
