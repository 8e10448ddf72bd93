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
  let bounds = [0];
  for (let index = 1; index < count; index += 1)
    if ((values[index] as number) < (values[index - 1] as number)) bounds.push(index);
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  if (bounds.length === 1) return order;
  // keys move along with the order: both are then read from front to back, whatever the order
  let from: Keyed = { keys: values.slice(), order };
  let to: Keyed = { keys: new Float64Array(count), order: new Uint32Array(count) };
  while (bounds.length > 1) {
    const next: number[] = [];
    for (let run = 0; run < bounds.length; run += 2) {
      const begin = bounds[run] as number;
      mergeRuns(from, to, [begin, bounds[run + 1] ?? count, bounds[run + 2] ?? count]);
      next.push(begin);
    }
    [from, to] = [to, from];
    bounds = next;
  }
  return from.order;
};

interface Keyed {
  readonly keys: Float64Array;
  readonly order: Uint32Array;
}

const mergeRuns = (from: Keyed, to: Keyed, [begin, middle, end]: readonly [number, number, number]): void => {
  const { keys, order } = from;
  const { keys: mergedKeys, order: mergedOrder } = to;
  let left = begin;
  let right = middle;
  for (let place = begin; place < end; place += 1) {
    const isLeft = left < middle && (right >= end || (keys[left] as number) <= (keys[right] as number));
    const taken = isLeft ? left : right;
    if (isLeft) left += 1;
    else right += 1;
    mergedKeys[place] = keys[taken] as number;
    mergedOrder[place] = order[taken] as number;
  }
};

const putInOrder = (column: Int32Array | Float64Array | Uint8Array, order: Uint32Array): void => {
  const before = column.slice();
  for (let index = 0; index < order.length; index += 1) column[index] = before[order[index] as number] as number;
};
