import type { BatchJobs } from './batch-jobs.ts';

/** Brings jobs into the order of submission where they stand; jobs of one second keep their order. */
export const orderBySubmission = (jobs: BatchJobs): void => {
  const order = stableOrder(jobs.submit);
  const { number, submit, runSeconds, estimateSeconds, processors, department, queue, isCutShort } = jobs;
  // one column after the other: never more than one of them is there twice
  for (const column of [number, submit, runSeconds, estimateSeconds, processors, department, queue, isCutShort])
    putInOrder(column, order);
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

const putInOrder = (column: Int32Array | Float64Array | Uint8Array, order: Uint32Array): void => {
  const before = column.slice();
  for (let index = 0; index < order.length; index += 1) column[index] = before[order[index] as number] as number;
};
