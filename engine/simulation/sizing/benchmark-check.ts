export interface BenchmarkCheck {
  /** Operations by operations a second that the hardware can do at most. */
  readonly shareOfPeak: number;
  /** Nothing computes faster than its peak: above it the timing, the count or the precision is wrong. */
  readonly isPlausible: boolean;
}

/** A measured time held against the peak of the hardware, at the precision of the benchmark. [EQ-SIZ-10] */
export const checkBenchmark = (operations: number, seconds: number, peakTeraflops: number): BenchmarkCheck => {
  const shareOfPeak = operations / seconds / (peakTeraflops * 1e12);
  return { shareOfPeak, isPlausible: shareOfPeak <= 1 };
};
