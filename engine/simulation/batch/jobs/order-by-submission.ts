import type { BatchJobs } from './batch-jobs.ts';

/** The same jobs by submission; jobs of one second keep their order. */
export const orderBySubmission = (jobs: BatchJobs): BatchJobs => {
  // compared by index last, so that the sort is stable whatever the platform's is
  const order = Uint32Array.from({ length: jobs.count }, (_, index) => index);
  const { submit } = jobs;
  order.sort((a, b) => (submit[a] as number) - (submit[b] as number) || a - b);
  return {
    count: jobs.count,
    number: inOrder(jobs.number, order, new Int32Array(jobs.count)),
    submit: inOrder(jobs.submit, order, new Float64Array(jobs.count)),
    runSeconds: inOrder(jobs.runSeconds, order, new Int32Array(jobs.count)),
    estimateSeconds: inOrder(jobs.estimateSeconds, order, new Int32Array(jobs.count)),
    processors: inOrder(jobs.processors, order, new Int32Array(jobs.count)),
    department: inOrder(jobs.department, order, new Int32Array(jobs.count)),
    queue: inOrder(jobs.queue, order, new Int32Array(jobs.count)),
    isCutShort: inOrder(jobs.isCutShort, order, new Uint8Array(jobs.count)),
  };
};

type Column = Int32Array | Float64Array | Uint8Array;

const inOrder = <Values extends Column>(values: Values, order: Uint32Array, ordered: Values): Values => {
  for (let index = 0; index < order.length; index += 1) ordered[index] = values[order[index] as number] as number;
  return ordered;
};
