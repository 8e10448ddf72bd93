import type { Measured } from './benchmark.ts';

/** Prepares, does the work, and answers how many milliseconds the work alone took. */
export type Sample = () => number | Promise<number>;

export interface Repetitions {
  readonly warmUps: number;
  readonly runs: number;
}

/**
 * Measures several ways to do one thing in turns - a, b, c, a, b, c - so that whatever else the machine does meets all
 * of them alike. Medians of the runs after the warm-up.
 */
export async function inTurns<Name extends string>(
  samples: Readonly<Record<Name, Sample>>,
  { warmUps, runs }: Repetitions,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(samples) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = -warmUps; run < runs; run++) {
    for (const name of names) {
      collectGarbage();
      const milliseconds = await samples[name]();
      if (run >= 0) times.get(name)!.push(milliseconds);
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(times.get(name)!)])) as Record<Name, Measured>;
}

/** How long the work took, in milliseconds. */
export async function clocked(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** For work too short to be timed once: milliseconds of one of `times` in a row. Without a promise in between. */
export function clockedTimes(times: number, work: (index: number) => unknown): number {
  const start = performance.now();
  for (let index = 0; index < times; index++) keep = work(index);
  return (performance.now() - start) / times;
}

/** A result nobody reads may be optimized away together with the work. */
let keep: unknown;
export const lastResult = (): unknown => keep;

export function medianOf(milliseconds: readonly number[]): Measured {
  if (milliseconds.length === 0) throw new RangeError('There is no median of no runs.');
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle]!;
  const value = sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
  return { value, unit: 'ms', lowest: sorted[0]!, highest: sorted.at(-1)! };
}

/** Milliseconds each as how many in a second. */
export const perSecond = ({ value, lowest, highest }: Measured): Measured => ({
  value: 1000 / value,
  unit: '1/s',
  ...(lowest !== undefined && highest !== undefined && { lowest: 1000 / highest, highest: 1000 / lowest }),
});

/** Node has it when started with --expose-gc: one run's garbage is not the next one's to clear away. */
function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
