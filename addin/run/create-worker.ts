/** The only place that starts threads: each its own chunk, built from the thread's own file. */
export const createWorker = (): Worker => new Worker(new URL('./model-worker.ts', import.meta.url), { name: 'model' });

export const createImportWorker = (): Worker => new Worker(new URL('./import-worker.ts', import.meta.url), { name: 'import' });

export const createBatchWorker = (): Worker => new Worker(new URL('./batch-worker.ts', import.meta.url), { name: 'batch' });
