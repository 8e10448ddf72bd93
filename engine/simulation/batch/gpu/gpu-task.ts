/** A node with GPUs that tasks may share; one without takes tasks that need none. */
export interface GpuNode {
  /** Thousandths of a CPU. */
  readonly cpuMilli: number;
  readonly memoryMib: number;
  readonly gpuCount: number;
  /** Of all GPUs of the node. */
  readonly model: string;
}

/** A task that is placed once and stays: a part of one GPU, or one or more whole ones. */
export interface GpuTask {
  readonly cpuMilli: number;
  readonly memoryMib: number;
  /** 0: none. */
  readonly gpuCount: number;
  /** Thousandths of each GPU: 1,000, or less when `gpuCount` is 1. */
  readonly gpuMilli: number;
  /** GPU models it runs on; empty: any. */
  readonly models: readonly string[];
}

/** Thousandths of a whole GPU. */
export const wholeGpu = 1000;

/** GPU a task asks for in all, in thousandths. */
export const gpuMilliOf = ({ gpuCount, gpuMilli }: GpuTask): number => gpuCount * gpuMilli;

export const runsOn = ({ gpuCount, models }: GpuTask, model: string): boolean =>
  gpuCount === 0 || models.length === 0 || models.includes(model);
