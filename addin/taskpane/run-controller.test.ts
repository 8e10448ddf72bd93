import { describe, expect, it } from '@jest/globals';
import type { RunOptions, RunOutcome } from '../automation.ts';
import { createRunController } from './run-controller.ts';

/** A run the test ends by hand. */
function controlledRun() {
  const calls: { options: RunOptions; end(outcome: RunOutcome): void; fail(error: Error): void }[] = [];
  let clockMs = 1000;
  const controller = createRunController(
    (options) => new Promise((end, fail) => calls.push({ options, end, fail })),
    () => clockMs,
  );
  return { controller, calls, pass: (milliseconds: number) => (clockMs += milliseconds) };
}

describe('a run in the pane', () => {
  it('is idle, runs with progress, and ends with its outcome and the time it took', async () => {
    const { controller, calls, pass } = controlledRun();
    expect(controller.state()).toEqual({ phase: 'idle' });
    const done = controller.start();
    calls[0]?.options.onProgress?.({ stage: 'read', fraction: 0.25, text: 'Reading' });
    expect(controller.state()).toMatchObject({ phase: 'running', progress: { fraction: 0.25 }, startedAtMs: 1000 });
    pass(2500);
    calls[0]?.end({ status: 'cancelled' });
    await done;
    expect(controller.state()).toEqual({ phase: 'finished', outcome: { status: 'cancelled' }, elapsedMs: 2500 });
  });

  it('is the only one: starting twice starts once', () => {
    const { controller, calls } = controlledRun();
    void controller.start();
    void controller.start();
    expect(calls).toHaveLength(1);
  });

  it('passes a cancel on and waits for the run to end', async () => {
    const { controller, calls } = controlledRun();
    const done = controller.start();
    controller.cancel();
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    expect(controller.state()).toMatchObject({ phase: 'running', isCancelling: true });
    calls[0]?.end({ status: 'cancelled' });
    await done;
    expect(controller.state().phase).toBe('finished');
  });

  it('shows an exception as a failed run', async () => {
    const { controller, calls } = controlledRun();
    const done = controller.start();
    calls[0]?.fail(new Error('The sheet is protected.'));
    await done;
    expect(controller.state()).toMatchObject({ outcome: { status: 'failed', message: 'The sheet is protected.' } });
  });

  it('ignores progress that arrives after the end, and can run again', async () => {
    const { controller, calls } = controlledRun();
    const done = controller.start();
    calls[0]?.end({ status: 'cancelled' });
    await done;
    calls[0]?.options.onProgress?.({ stage: 'write', fraction: 0.9, text: 'late' });
    expect(controller.state().phase).toBe('finished');
    void controller.start();
    expect(calls).toHaveLength(2);
  });
});
