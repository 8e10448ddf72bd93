import { compensatedSum } from '../../numeric/sum.ts';
import { studentTQuantile } from '../student-t.ts';

/** A mean with its confidence interval, `mean` plus or minus `halfWidth`. */
export interface MeanEstimate {
  readonly mean: number;
  readonly halfWidth: number;
  readonly confidence: number;
}

export interface BatchOptions {
  /** Values at the start that are left out, before the queue has forgotten that it began empty. */
  readonly warmUp: number;
  /** Batches the rest is split into; what does not fill the last is left out at the start. 20 when absent. */
  readonly batchCount?: number;
  /** 0.95 when absent. */
  readonly confidence?: number;
}

/**
 * Mean of values that depend on those just before them, such as waits in a queue: means of long batches hardly do, so
 * Student's t over the batches gives the interval (Law, Simulation Modeling and Analysis, 5th ed. 2015, sect. 9.5.3).
 * [EQ-QUE-11] Batches must be much longer than the correlation: for M/M/c at load rho about 1 / (1 - rho)^2 customers.
 */
export const batchMeans = (values: Float64Array, options: BatchOptions): MeanEstimate => {
  const { warmUp, batchCount = 20, confidence = 0.95 } = options;
  const size = Math.floor((values.length - warmUp) / batchCount);
  if (batchCount < 2 || size < 1)
    throw new RangeError(`${values.length - warmUp} values are too few for ${batchCount} batches`);
  const first = values.length - size * batchCount;
  const means = Array.from({ length: batchCount }, (_, batch) => {
    const start = first + batch * size;
    return compensatedSum(values.subarray(start, start + size)) / size;
  });
  const mean = compensatedSum(means) / batchCount;
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (batchCount - 1);
  return { mean, halfWidth: studentTQuantile(confidence, batchCount - 1) * Math.sqrt(variance / batchCount), confidence };
};
