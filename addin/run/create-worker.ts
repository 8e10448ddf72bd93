/** The only place that starts a thread: its own chunk, built from the worker's own file. */
export const createWorker = (): Worker => new Worker(new URL('./model-worker.ts', import.meta.url), { name: 'model' });
