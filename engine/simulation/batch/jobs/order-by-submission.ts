import type { BatchJobs } from './batch-jobs.ts';

/** The same jobs by submission; jobs of one second keep their order. */
export const orderBySubmission = (jobs: BatchJobs): BatchJobs => {
  const order = stableOrder(jobs.submit);
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

/**
 * Indexes by ascending value, equal values by index: a merge of the runs that are there already, as logs are sorted but
 * for a few places.
 */
export const stableOrder = (values: Float64Array): Uint32Array => {
  const count = values.length;
  let order = Uint32Array.from({ length: count }, (_, index) => index);
  let bounds = [0];
  for (let index = 1; index < count; index += 1)
    if ((values[index] as number) < (values[index - 1] as number)) bounds.push(index);
  let merged = new Uint32Array(bounds.length > 1 ? count : 0);
  while (bounds.length > 1) {
    const next: number[] = [];
    for (let run = 0; run < bounds.length; run += 2) {
      const from = bounds[run] as number;
      const middle = bounds[run + 1] ?? count;
      mergeRuns(values, order, merged, [from, middle, bounds[run + 2] ?? count]);
      next.push(from);
    }
    [order, merged] = [merged, order];
    bounds = next;
  }
  return order;
};

const mergeRuns = (
  values: Float64Array,
  order: Uint32Array,
  merged: Uint32Array,
  [from, middle, end]: readonly [number, number, number],
): void => {
  let left = from;
  let right = middle;
  for (let to = from; to < end; to += 1) {
    const isLeft =
      left < middle &&
      (right >= end || (values[order[left] as number] as number) <= (values[order[right] as number] as number));
    merged[to] = order[isLeft ? left++ : right++] as number;
  }
};

type Column = Int32Array | Float64Array | Uint8Array;

const inOrder = <Values extends Column>(values: Values, order: Uint32Array, ordered: Values): Values => {
  for (let index = 0; index < order.length; index += 1) ordered[index] = values[order[index] as number] as number;
  return ordered;
};
