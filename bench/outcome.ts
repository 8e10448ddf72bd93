import { SkippedBenchmark } from './benchmark.ts';
import type { Benchmark, Finding } from './benchmark.ts';

/** What came of one benchmark. */
export interface Outcome {
  readonly name: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly skipped?: string;
  readonly failure?: string;
}

export async function outcomeOf(benchmark: Benchmark): Promise<Outcome> {
  const { name, title } = benchmark;
  try {
    return { name, title, findings: await benchmark.run() };
  } catch (error) {
    const nothing = { name, title, findings: [] };
    if (error instanceof SkippedBenchmark) return { ...nothing, skipped: error.message };
    return { ...nothing, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
