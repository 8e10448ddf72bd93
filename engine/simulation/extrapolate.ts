import { secondsPerHour } from '../quantity/conversion.ts';
import { studentTQuantile } from './student-t.ts';

/** A measured part of a job. */
export interface SampleRun {
  /** Units done, e.g. frames. */
  readonly units: number;
  readonly seconds: number;
  readonly nodeCount: number;
  /** Physical cores, or GPUs, of one node of the sample. */
  readonly coresPerNode: number;
}

/** Work of the whole job in core- or GPU-hours, with its confidence interval; null when one sample cannot tell. */
export interface WorkEstimate {
  readonly workHours: number;
  readonly lowWorkHours: number | null;
  readonly highWorkHours: number | null;
  readonly confidence: number;
}

/** Confidence of the error band. */
const bandConfidence = 0.95;

/**
 * Ratio estimate of the whole work from samples (Cochran, Sampling Techniques, 3rd ed. 1977, eq. 6.1 and 6.13): work
 * per unit r = sum(y) / sum(x); its standard error sqrt((1 - f) s2 / k) / mean(x), with s2 the variance of y - r x over
 * k - 1 and f the sampled part of the units; the band is Student's t at k - 1 degrees of freedom. [EQ-FARM-5, EQ-
 * FARM-6] Core-hours are taken to be the same on every node type: a sample should run on the type the job will run on.
 */
export const extrapolateWork = (
  samples: readonly SampleRun[],
  totalUnits: number,
  confidence: number = bandConfidence,
): WorkEstimate => {
  if (samples.length === 0) throw new RangeError('no sample to extrapolate from');
  const works = samples.map(
    ({ seconds, nodeCount, coresPerNode }) => (seconds * nodeCount * coresPerNode) / secondsPerHour,
  );
  const unitSum = samples.reduce((sum, sample) => sum + sample.units, 0);
  const workPerUnit = works.reduce((sum, work) => sum + work, 0) / unitSum;
  const workHours = workPerUnit * totalUnits;
  const count = samples.length;
  if (count < 2) return { workHours, lowWorkHours: null, highWorkHours: null, confidence };

  const residuals = samples.map((sample, index) => (works[index] as number) - workPerUnit * sample.units);
  const variance = residuals.reduce((sum, residual) => sum + residual * residual, 0) / (count - 1);
  const unsampled = Math.max(0, 1 - unitSum / totalUnits);
  const standardError = Math.sqrt((unsampled * variance) / count) / (unitSum / count);
  const margin = studentTQuantile(confidence, count - 1) * standardError * totalUnits;
  // What the samples did is certain, however wide the band.
  const sampledHours = Math.min(
    workHours,
    works.reduce((sum, work) => sum + work, 0),
  );
  return {
    workHours,
    lowWorkHours: Math.max(sampledHours, workHours - margin),
    highWorkHours: workHours + margin,
    confidence,
  };
};
