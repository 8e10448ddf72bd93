export const precisions = ['fp64', 'fp32', 'tf32', 'half', 'fp8'] as const;
/** `half`: FP16 or BF16 with tensor cores; `tf32`: FP32 rounded for tensor cores. */
export type Precision = (typeof precisions)[number];

/** What one GPU can do at most. Dense figures: those with sparsity are twice as high and hold for pruned models alone. */
export interface Accelerator {
  /** As in the node types of the catalog. */
  readonly gpuModel: string;
  readonly memoryGb: number;
  /** Peak by precision; null where it has none. */
  readonly tflops: Readonly<Record<Precision, number | null>>;
  readonly bandwidthGbPerSecond: number;
  /** A: a maker's paper; B: two tables that agree. */
  readonly grade: 'A' | 'B';
  readonly source: string;
}

const nvidia = 'NVIDIA whitepapers and data sheets, as collected in tables read 2026-11';

/** In the order of `precisions`. */
const peaks = (...values: readonly (number | null)[]): Accelerator['tflops'] => {
  const [fp64 = null, fp32 = null, tf32 = null, half = null, fp8 = null] = values;
  return { fp64, fp32, tf32, half, fp8 };
};

const accelerators: readonly Accelerator[] = [
  { gpuModel: 'V100', memoryGb: 16, tflops: peaks(7.83, 15.67, null, 125.34, null), bandwidthGbPerSecond: 897, grade: 'B', source: nvidia },
  { gpuModel: 'V100', memoryGb: 32, tflops: peaks(7.83, 15.67, null, 125.34, null), bandwidthGbPerSecond: 897, grade: 'B', source: nvidia },
  { gpuModel: 'T4', memoryGb: 16, tflops: peaks(0.25, 8.14, null, 65.13, null), bandwidthGbPerSecond: 320, grade: 'B', source: nvidia },
  { gpuModel: 'A100', memoryGb: 40, tflops: peaks(9.75, 19.49, 155.94, 311.87, null), bandwidthGbPerSecond: 1555, grade: 'B', source: nvidia },
  { gpuModel: 'A100', memoryGb: 80, tflops: peaks(9.75, 19.49, 155.94, 311.87, null), bandwidthGbPerSecond: 2039, grade: 'B', source: nvidia },
  { gpuModel: 'L4', memoryGb: 24, tflops: peaks(0.47, 30.3, 60, 121, 242.5), bandwidthGbPerSecond: 300, grade: 'B', source: nvidia },
  { gpuModel: 'L40S', memoryGb: 48, tflops: peaks(1.43, 91.6, 183, 362.05, 733), bandwidthGbPerSecond: 864, grade: 'B', source: nvidia },
  {
    gpuModel: 'H100', memoryGb: 80, tflops: peaks(33.5, 66.9, 494.7, 989.4, 1978.9), bandwidthGbPerSecond: 3350, grade: 'A',
    source: 'NVIDIA H100 whitepaper, SXM5',
  },
  {
    gpuModel: 'H200', memoryGb: 141, tflops: peaks(34, 66.9, 494.7, 989, 1979), bandwidthGbPerSecond: 4800, grade: 'A',
    source: 'NVIDIA H200 data sheet, SXM',
  },
  {
    gpuModel: 'B200', memoryGb: 180, tflops: peaks(40, 80, 1100, 2250, 4500), bandwidthGbPerSecond: 8000, grade: 'A',
    source: 'NVIDIA HGX B200 data sheet, 1,000 W',
  },
];

/**
 * By model, and of several by the memory that comes nearest: providers state usable GiB, makers GB. Of a model whose memory is
 * not stated the smallest. Null: not known.
 */
export const findAccelerator = (gpuModel: string | null, memoryGib: number | null): Accelerator | null => {
  const own = accelerators.filter(each => each.gpuModel.toLowerCase() === gpuModel?.toLowerCase());
  const farness = ({ memoryGb }: Accelerator): number => Math.abs(memoryGb - (memoryGib ?? 0));
  return own.reduce<Accelerator | null>((best, each) => (best === null || farness(each) < farness(best) ? each : best), null);
};
