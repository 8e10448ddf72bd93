import { describe, expect, it } from '@jest/globals';
import type { ModelInput, ComposedReport } from '../../engine/index.ts';
import { createModelRunner, type WorkerLike } from './model-runner.ts';
import type { RunMessage } from './worker-protocol.ts';

const input: ModelInput = { tables: [], dateSystem: 1900 };
const report = { engineVersion: 'x' } as ComposedReport;

/** A thread whose answers the test gives. */
class HandDrivenWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly received: unknown[] = [];
  isTerminated = false;

  postMessage(message: unknown): void {
    this.received.push(structuredClone(message));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(data: RunMessage): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}

function setUp(): { runner: ReturnType<typeof createModelRunner>; workers: HandDrivenWorker[] } {
  const workers: HandDrivenWorker[] = [];
  const runner = createModelRunner(() => {
    const worker = new HandDrivenWorker();
    workers.push(worker);
    return worker;
  });
  return { runner, workers };
}

describe('a model runner', () => {
  it('sends the input, passes progress on and answers the report; the thread stays for the next run', async () => {
    const { runner, workers } = setUp();
    const fractions: number[] = [];
    const first = runner.compute(input, { onProgress: ({ fraction }) => fractions.push(fraction) });
    expect(workers[0]?.received).toEqual([{ kind: 'run', input, isHourly: false }]);
    workers[0]?.answer({ kind: 'progress', progress: { stage: 'demand', fraction: 0.25 } });
    workers[0]?.answer({ kind: 'report', report });
    expect(await first).toEqual({ status: 'report', report });
    expect(fractions).toEqual([0.25]);
    const second = runner.compute(input, {});
    workers[0]?.answer({ kind: 'invalid', issues: [] });
    expect(await second).toEqual({ status: 'invalid', issues: [] });
    expect(workers).toHaveLength(1);
  });

  it('hands over the ledger by the hour, one piece when the last is taken', async () => {
    const { runner, workers } = setUp();
    const pieces: string[] = [];
    const computed = runner.compute(input, { onPiece: text => pieces.push(text) });
    workers[0]?.answer({ kind: 'report', report });
    workers[0]?.answer({ kind: 'piece', text: 'a' });
    workers[0]?.answer({ kind: 'piece', text: null });
    expect(await computed).toEqual({ status: 'report', report });
    expect(pieces).toEqual(['a']);
    expect(workers[0]?.received.slice(1)).toEqual([{ kind: 'piece' }, { kind: 'piece' }]);
    const full = runner.compute(input, { onPiece: () => { throw new Error('disk full'); } });
    workers[0]?.answer({ kind: 'report', report });
    workers[0]?.answer({ kind: 'piece', text: 'a' });
    await expect(full).rejects.toThrow('disk full');
  });

  it('ends the thread when cancelled and starts a fresh one for the next run', async () => {
    const { runner, workers } = setUp();
    const abort = new AbortController();
    const cancelled = runner.compute(input, { signal: abort.signal });
    abort.abort();
    expect(await cancelled).toEqual({ status: 'cancelled' });
    expect(workers[0]?.isTerminated).toBe(true);
    const next = runner.compute(input, {});
    workers[0]?.answer({ kind: 'report', report: { engineVersion: 'stale' } as ComposedReport });
    workers[1]?.answer({ kind: 'report', report });
    expect(await next).toEqual({ status: 'report', report });
  });

  it('starts no thread for a run that is cancelled already', async () => {
    const { runner, workers } = setUp();
    expect(await runner.compute(input, { signal: AbortSignal.abort() })).toEqual({ status: 'cancelled' });
    expect(workers).toEqual([]);
  });

  it('fails with the reason when the engine or the thread breaks, and recovers', async () => {
    const { runner, workers } = setUp();
    const crashed = runner.compute(input, {});
    workers[0]?.answer({ kind: 'crashed', message: 'jobs were lost' });
    await expect(crashed).rejects.toThrow('jobs were lost');
    expect(workers[0]?.isTerminated).toBe(true);
    const unstarted = runner.compute(input, {});
    workers[1]?.onerror?.call(workers[1] as unknown as Worker, { message: '' } as ErrorEvent);
    await expect(unstarted).rejects.toThrow('the worker could not be started');
    const fine = runner.compute(input, {});
    workers[2]?.answer({ kind: 'report', report });
    expect((await fine).status).toBe('report');
  });

  it('gives two computations at once a thread each', async () => {
    const { runner, workers } = setUp();
    const both = Promise.all([runner.compute(input, {}), runner.compute(input, {})]);
    workers[1]?.answer({ kind: 'invalid', issues: [] });
    workers[0]?.answer({ kind: 'report', report });
    expect((await both).map(({ status }) => status)).toEqual(['report', 'invalid']);
  });
});
