import type { Fragmentation } from './fragmentation.ts';
import type { GpuCluster } from './gpu-cluster.ts';
import { gpuMilliOf, wholeGpu, type GpuTask } from './gpu-task.ts';

/** A score of a node for a task, from 0 to 100, the best GPU with it (-1: the first whole ones); -1 where it does not fit. */
export interface NodeScore {
  score: number;
  gpu: number;
}

export type ScoreNode = (cluster: GpuCluster, node: number, task: GpuTask, result: NodeScore) => void;

/** CPU and GPU of the largest node scores are measured by: 128 CPUs, 8 GPUs (as in the published experiments). */
const largestCpuMilli = 128_000;
const largestGpuMilli = 8 * wholeGpu;

/**
 * Best fit: 100 minus the mean of CPU and GPU left over, as parts of the largest node, in whole points; of the GPUs of the
 * node the fullest that has room. [EQ-BAT-11]
 */
export const bestFitScore: ScoreNode = (cluster, node, task, result) => {
  const cpu = ((cluster.freeCpuMilli[node] as number) - task.cpuMilli) / largestCpuMilli;
  const gpu = (cluster.freeGpuMilliOf(node) - gpuMilliOf(task)) / largestGpuMilli;
  result.score = Math.trunc((1 - cpu * 0.5 - gpu * 0.5) * 100);
  result.gpu = isPartOfGpu(task) ? fullestGpu(cluster, node, task) : -1;
};

/**
 * Fragmentation gradient descent: the node, and on it the GPU, whose fragmentation grows least; 100 points on the logistic
 * curve of the decrease in GPUs, in whole points. [EQ-BAT-12]
 */
export const fragmentationScore =
  (fragmentation: Fragmentation): ScoreNode =>
  (cluster, node, task, result) => {
    const before = fragmentation.ofNode(cluster, node);
    if (!isPartOfGpu(task)) {
      const after = fragmentation.afterTaking(cluster, node, task.cpuMilli, -1, 0, task.gpuCount);
      result.score = points(before - after);
      result.gpu = -1;
      return;
    }
    result.gpu = -1;
    for (let gpu = cluster.firstGpu[node] as number; gpu < (cluster.firstGpu[node + 1] as number); gpu += 1) {
      if ((cluster.freeGpuMilli[gpu] as number) < task.gpuMilli) continue;
      const score = points(before - fragmentation.afterTaking(cluster, node, task.cpuMilli, gpu, task.gpuMilli, 0));
      if (result.gpu >= 0 && score <= result.score) continue;
      result.score = score;
      result.gpu = gpu;
    }
  };

export const isPartOfGpu = ({ gpuCount, gpuMilli }: GpuTask): boolean => gpuCount === 1 && gpuMilli < wholeGpu;

const points = (decreaseMilli: number): number => Math.trunc((1 / (1 + Math.exp(-decreaseMilli / wholeGpu))) * 100);

const fullestGpu = (cluster: GpuCluster, node: number, task: GpuTask): number => {
  let best = -1;
  for (let gpu = cluster.firstGpu[node] as number; gpu < (cluster.firstGpu[node + 1] as number); gpu += 1) {
    const free = cluster.freeGpuMilli[gpu] as number;
    if (free >= task.gpuMilli && (best < 0 || free < (cluster.freeGpuMilli[best] as number))) best = gpu;
  }
  return best;
};
