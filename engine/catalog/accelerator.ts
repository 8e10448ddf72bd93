/** What one GPU can do at most. Dense figures: those with sparsity are twice as high and hold for pruned models alone. */
export interface Accelerator {
  /** As in the node types of the catalog. */
  readonly gpuModel: string;
  readonly memoryGb: number;
  /** Half precision (FP16 or BF16) with tensor cores. */
  readonly halfTflops: number;
  readonly bandwidthGbPerSecond: number;
  /** A: a maker's paper; B: two tables that agree. */
  readonly grade: 'A' | 'B';
  readonly source: string;
}

const nvidia = 'NVIDIA whitepapers and data sheets, as collected in tables read 2026-11';

const accelerators: readonly Accelerator[] = [
  { gpuModel: 'V100', memoryGb: 16, halfTflops: 125.34, bandwidthGbPerSecond: 897, grade: 'B', source: nvidia },
  { gpuModel: 'V100', memoryGb: 32, halfTflops: 125.34, bandwidthGbPerSecond: 897, grade: 'B', source: nvidia },
  { gpuModel: 'T4', memoryGb: 16, halfTflops: 65.13, bandwidthGbPerSecond: 320, grade: 'B', source: nvidia },
  { gpuModel: 'A100', memoryGb: 40, halfTflops: 311.87, bandwidthGbPerSecond: 1555, grade: 'B', source: nvidia },
  { gpuModel: 'A100', memoryGb: 80, halfTflops: 311.87, bandwidthGbPerSecond: 2039, grade: 'B', source: nvidia },
  { gpuModel: 'L40S', memoryGb: 48, halfTflops: 362.05, bandwidthGbPerSecond: 864, grade: 'B', source: nvidia },
  { gpuModel: 'H100', memoryGb: 80, halfTflops: 989.4, bandwidthGbPerSecond: 3350, grade: 'A', source: 'NVIDIA H100 whitepaper, SXM5' },
  { gpuModel: 'H200', memoryGb: 141, halfTflops: 989, bandwidthGbPerSecond: 4800, grade: 'A', source: 'NVIDIA H200 data sheet, SXM' },
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
