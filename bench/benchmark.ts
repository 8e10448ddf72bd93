/** What a benchmark measures and how it says it. */
export type Unit = 'ms' | 's' | 'kB' | 'x' | '%' | '1/s';

/** The median of several runs and their extremes; a size or count has no spread. */
export interface Measured {
  readonly value: number;
  readonly unit: Unit;
  readonly lowest?: number;
  readonly highest?: number;
}

/** Somebody else's way to do the same, measured on the same machine in the same run. */
export interface Reference {
  readonly name: string;
  readonly measured: Measured;
}

/** The figure a goal speaks of: a ratio, a difference, a share, or the measured value itself. */
export interface Figure {
  readonly value: number;
  readonly unit: Unit;
  readonly atMost?: number;
}

export interface Finding {
  readonly what: string;
  readonly ours: Measured;
  readonly reference?: Reference;
  readonly figure?: Figure;
  /** What the reader should know to judge the figure. */
  readonly note?: string;
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  /** @throws SkippedBenchmark when this machine lacks something it needs. */
  run(): Promise<readonly Finding[]>;
}

/** A benchmark that cannot run here: said, not hidden. */
export class SkippedBenchmark extends Error {}

export const isMet = ({ value, atMost }: Figure): boolean | null => (atMost === undefined ? null : value <= atMost);

/** Ours by theirs: below 1 is faster, or smaller. */
export const ratio = (ours: Measured, reference: Measured, atMost?: number): Figure => ({
  value: ours.value / reference.value,
  unit: 'x',
  ...(atMost !== undefined && { atMost }),
});
