import { loadParts, runModel, starterCatalog } from '../../engine/index.ts';
import type { RunMessage, RunRequest } from './worker-protocol.ts';

/** The model on its own thread: a request in, progress and one answer out. */
const send = (message: RunMessage): void => postMessage(message);

const run = async ({ input }: RunRequest): Promise<void> => {
  try {
    const parts = await loadParts(input);
    const outcome = runModel(input, starterCatalog, { parts, onProgress: progress => send({ kind: 'progress', progress }) });
    send(outcome.ok ? { kind: 'report', report: outcome.report } : { kind: 'invalid', issues: outcome.issues });
  } catch (error) {
    send({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
  }
};

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => void run(data));
