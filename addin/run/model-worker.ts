import { loadParts, runModel, starterCatalog, type ModelPart } from '../../engine/index.ts';
import type { RunMessage, RunRequest, WorkerRequest } from './worker-protocol.ts';

/** The model on its own thread: a request in, progress and one answer out; then the ledger by the hour, if asked. */
const send = (message: RunMessage): void => postMessage(message);

let pieces: Iterator<string> | null = null;

const run = async ({ input, isHourly }: RunRequest): Promise<void> => {
  pieces = null;
  const parts = await loadParts(input);
  const beside: ModelPart[] = [];
  if (isHourly) {
    const { hourlyCsv } = await import(/* webpackChunkName: "hourly" */ './hourly-csv.ts');
    beside.push(await hourlyCsv(ready => (pieces = ready)));
  }
  const outcome = runModel(input, starterCatalog, { parts, beside, onProgress: progress => send({ kind: 'progress', progress }) });
  send(outcome.ok ? { kind: 'report', report: outcome.report } : { kind: 'invalid', issues: outcome.issues });
};

const sendPiece = (): void => {
  const next = pieces?.next();
  send({ kind: 'piece', text: next && !next.done ? next.value : null });
};

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const answered = data.kind === 'run' ? run(data) : Promise.resolve().then(sendPiece);
  answered.catch((error: unknown) => send({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) }));
});
