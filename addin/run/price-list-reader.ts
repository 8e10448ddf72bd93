import type { PriceListOptions, PriceListReading } from '../../engine/index.ts';
import type { PriceListSource } from '../automation.ts';
import type { ImportMessage, ImportRequest } from './import-protocol.ts';
import type { WorkerLike } from './model-runner.ts';

export interface ReadListOptions {
  readonly signal?: AbortSignal | undefined;
  onProgress?(bytesRead: number): void;
}

/** Reads a list on a thread of its own, which ends with it; null when cancelled. */
export async function readPriceList(
  createWorker: () => WorkerLike,
  source: PriceListSource,
  options: PriceListOptions,
  { signal, onProgress }: ReadListOptions,
): Promise<PriceListReading | null> {
  const worker = createWorker();
  const ask = (request: ImportRequest): Promise<ImportMessage> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ImportMessage>) => resolve(data);
      worker.onerror = event => reject(new Error(event.message || 'the worker could not be started'));
      worker.postMessage(request);
    });
  try {
    let answer = await ask({ kind: 'begin', options });
    let bytesRead = 0;
    for await (const bytes of source.chunks()) {
      if (signal?.aborted) return null;
      answer = await ask({ kind: 'chunk', bytes });
      bytesRead += bytes.byteLength;
      onProgress?.(bytesRead);
      if (answer.kind !== 'more' || answer.isStopped) break;
    }
    if (signal?.aborted) return null;
    if (answer.kind === 'more') answer = await ask({ kind: 'end' });
    if (answer.kind === 'done') return answer.reading;
    throw new Error(answer.kind === 'crashed' ? answer.message : 'the list was not read to its end');
  } finally {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  }
}
