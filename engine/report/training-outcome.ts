import type { TrainingTime } from '../simulation/training/training-time.ts';

/** How a training time came about: measured on this node count's curve, scaled from a measurement, or the peak of the GPUs. */
export type TrainingBasis = 'measured' | 'scaled' | 'roofline';

/** A node count tried. */
export interface TriedTraining extends TrainingTime {
  /** Null: it does not fit the memory of so few. */
  readonly cost: number | null;
}

/** A training run as placed. */
export interface PlacedTraining {
  readonly trainingId: string;
  readonly basis: TrainingBasis;
  readonly grade: string;
  readonly tokens: number;
  readonly gpusPerNode: number;
  readonly nodes: number;
  /** Ascending by node count. */
  readonly tried: readonly TriedTraining[];
}
