import { jobStateNames, makeIssue, readSwf, simulateBatch, type SwfReader } from '../../engine/index.ts';
import type { BatchMessage, BatchRequest, BatchRequestOptions } from './batch-protocol.ts';

/** Answers the requests of one simulation: a log in chunks, then its run. */
export function createBatchAnswerer(send: (message: BatchMessage) => void): (request: BatchRequest) => void {
  let begun: { readonly options: BatchRequestOptions; readonly reader: SwfReader } | null = null;
  const answer = (request: BatchRequest): BatchMessage => {
    if (request.kind === 'begin') begun = { options: request.options, reader: readSwf({ department: request.options.department }) };
    if (!begun) throw new Error('no simulation has begun');
    if (request.kind === 'end') return run(begun.reader, begun.options, send);
    if (request.kind === 'chunk') begun.reader.write(request.bytes);
    return { kind: 'more' };
  };
  return request => {
    try {
      send(answer(request));
    } catch (error) {
      send({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function run(reader: SwfReader, options: BatchRequestOptions, send: (message: BatchMessage) => void): BatchMessage {
  const reading = reader.end();
  if (!reading.ok) return { kind: 'invalid', issues: reading.issues };
  const { header, jobs } = reading.log;
  const processorCount = options.processorCount ?? header.maxProcessors;
  if (processorCount === null || processorCount < 1) return { kind: 'invalid', issues: [makeIssue('swf-no-machine', {})] };
  const { counts, metrics, start, state, warnings } = simulateBatch(jobs, {
    processorCount,
    policy: options.policy,
    onProgress: fraction => send({ kind: 'progress', fraction }),
  });
  const { number, submit, runSeconds, estimateSeconds, processors } = jobs;
  return {
    kind: 'done',
    answer: {
      processorCount,
      counts,
      metrics,
      jobs: options.withJobs
        ? { number, submit, start, runSeconds, estimateSeconds, processors, state, stateNames: jobStateNames }
        : null,
      warnings: [...reading.warnings, ...warnings],
    },
  };
}
