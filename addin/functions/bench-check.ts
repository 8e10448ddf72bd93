import { checkBenchmark } from '../../engine/index.ts';
import { numberArgument } from './argument.ts';

/**
 * Holds a measured time against the peak of the hardware: TRUE when it can be, FALSE when it claims to be faster than the
 * peak, and beside it how many times the peak. Often the clock was stopped before the work was done.
 * @customfunction BENCHCHECK
 * @param operations Floating point operations: 2 n^3 for a product of two n x n matrices.
 * @param seconds Time measured.
 * @param peakTflops Peak of the hardware at the precision used, TFLOPS.
 * @returns TRUE or FALSE, and the part of the peak.
 */
export function benchCheck(
  operations: number,
  seconds: number,
  peakTflops: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const { isPlausible, shareOfPeak } = checkBenchmark(
    numberArgument('operations', operations, { moreThan: 0 }),
    numberArgument('seconds', seconds, { moreThan: 0 }),
    numberArgument('peakTflops', peakTflops, { moreThan: 0 }),
  );
  return [[isPlausible, shareOfPeak]];
}
