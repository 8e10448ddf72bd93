import { runModel, starterCatalog } from '../../engine/index.ts';
import type { RunMessage, RunRequest } from './worker-protocol.ts';

/** The model on its own thread: a request in, progress and one answer out. */
const send = (message: RunMessage): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => {
  try {
    const outcome = runModel(data.input, starterCatalog, { onProgress: progress => send({ kind: 'progress', progress }) });
    send(outcome.ok ? { kind: 'report', report: outcome.report } : { kind: 'invalid', issues: outcome.issues });
  } catch (error) {
    send({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
  }
});
