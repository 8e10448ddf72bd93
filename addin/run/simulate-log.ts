import type { FigureView, JobLogSource, SimulationOptions, SimulationOutcome } from '../automation.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { displayLanguage, translate } from '../localization/translate.ts';
import type { BatchAnswer, BatchMessage, BatchRequest } from './batch-protocol.ts';
import { createBatchWorker } from './create-worker.ts';
import type { WorkerLike } from './model-runner.ts';
import { problemView } from './outcome-views.ts';
import { logProgress, simulationProgress } from './run-progress.ts';

/** The use case behind `cloudcost simulate`: a job log through one machine, on a thread that ends with it. */
export async function simulateLog(
  source: JobLogSource,
  options: SimulationOptions,
  createWorker: () => WorkerLike = createBatchWorker,
): Promise<SimulationOutcome> {
  if (options.signal?.aborted) return { status: 'cancelled' };
  const worker = createWorker();
  let onAbort = (): void => undefined;
  const aborted = new Promise<SimulationOutcome>(resolve => {
    onAbort = () => resolve({ status: 'cancelled' });
    options.signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([aborted, run(worker, source, options)]);
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  }
}

async function run(worker: WorkerLike, source: JobLogSource, options: SimulationOptions): Promise<SimulationOutcome> {
  const { policy, nodes = null, department = 'group', withJobs = false, onProgress, signal } = options;
  const ask = (request: BatchRequest): Promise<Exclude<BatchMessage, { kind: 'progress' }>> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<BatchMessage>) => {
        if (data.kind === 'progress') onProgress?.(simulationProgress(data.fraction));
        else resolve(data);
      };
      worker.onerror = event => reject(new Error(event.message || 'the worker could not be started'));
      worker.postMessage(request);
    });

  let message = await ask({ kind: 'begin', options: { policy, processorCount: nodes, department, withJobs } });
  let bytesRead = 0;
  for await (const bytes of source.chunks()) {
    if (signal?.aborted || message.kind !== 'more') break;
    message = await ask({ kind: 'chunk', bytes });
    bytesRead += bytes.byteLength;
    onProgress?.(logProgress(bytesRead, source.byteCount));
  }
  if (signal?.aborted) return { status: 'cancelled' };
  if (message.kind === 'more') message = await ask({ kind: 'end' });
  switch (message.kind) {
    case 'done': return done(message.answer);
    case 'invalid': return { status: 'invalid', problems: message.issues.map(problemView) };
    case 'crashed': return { status: 'failed', message: message.message };
    case 'more': return { status: 'failed', message: 'the log was not read to its end' };
  }
}

const done = ({ processorCount, counts, metrics, jobs, warnings }: BatchAnswer): SimulationOutcome => ({
  status: 'done',
  nodes: processorCount,
  counts: [
    count(translate('jobs-submitted'), counts.submitted),
    count(translate('jobs-finished'), counts.finished),
    count(translate('jobs-interrupted'), counts.interrupted),
    count(translate('jobs-running'), counts.running),
    count(translate('jobs-queued'), counts.queued),
    count(translate('jobs-rejected'), counts.rejected),
  ],
  metrics: metrics === null ? [] : [
    measure(translate('metric-mean-wait'), metrics.meanWaitSeconds, 6, 's'),
    measure(translate('metric-maximum-wait'), metrics.maximumWaitSeconds, 0, 's'),
    measure(translate('metric-bounded-slowdown'), metrics.meanBoundedSlowdown, 6),
    measure(translate('metric-mean-response'), metrics.meanResponseSeconds, 6, 's'),
    measure(translate('metric-makespan'), metrics.makespanSeconds, 0, 's'),
    measure(translate('metric-utilization'), metrics.utilization, 8),
  ],
  jobs,
  warnings: warnings.map(problemView),
});

const count = (label: string, value: number): FigureView => ({ label, value, text: formatFigure({ value, format: 'integer' }) });

/** With as many decimals as schedules are compared by, and no separators, as in published tables. */
const measure = (label: string, value: number, decimals: number, unit = ''): FigureView => {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false };
  const text = new Intl.NumberFormat(displayLanguage(), digits).format(value);
  return { label, value, text: unit ? `${text} ${unit}` : text };
};
