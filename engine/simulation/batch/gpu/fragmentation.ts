import type { GpuCluster } from './gpu-cluster.ts';
import { runsOn, wholeGpu, type GpuNode, type GpuTask } from './gpu-task.ts';

/** Tasks as they typically come, with the part of all that each makes up; the parts add up to 1. */
export interface TypicalTask {
  readonly task: GpuTask;
  readonly share: number;
}

/** So much of a workload its most frequent kinds must make up to be typical of it. */
const typicalShare = 0.95;

/**
 * The most frequent kinds of a workload by CPU, GPU and model, until they make up 95 % of it (Weng et al., USENIX ATC 2023,
 * as in the published experiments).
 */
export const typicalTasks = (tasks: readonly GpuTask[]): TypicalTask[] => {
  const kinds = new Map<string, { readonly task: GpuTask; count: number }>();
  for (const task of tasks) {
    const name = kindName(task);
    const kind = kinds.get(name);
    if (kind) kind.count += 1;
    else kinds.set(name, { task, count: 1 });
  }
  const byCount = [...kinds.values()].sort((a, b) => b.count - a.count || compareKinds(b.task, a.task));
  let counted = 0;
  let last = 0;
  while (last < byCount.length && counted < typicalShare * tasks.length) {
    counted += byCount[last]?.count ?? 0;
    last += 1;
  }
  return byCount.slice(0, last).map(({ task, count }) => ({ task, share: count / counted }));
};

const kindName = ({ cpuMilli, gpuCount, gpuMilli, models }: GpuTask): string =>
  [cpuMilli, gpuCount, gpuMilli, models.join('|')].join(' ');

const compareKinds = (a: GpuTask, b: GpuTask): number =>
  a.cpuMilli - b.cpuMilli || a.gpuMilli - b.gpuMilli || a.gpuCount - b.gpuCount || (a.models.join('|') < b.models.join('|') ? -1 : 1);

/** Typical tasks that differ in CPU alone: how much of the workload each CPU limit leaves able to run. */
interface Demand {
  readonly gpuCount: number;
  readonly gpuMilli: number;
  readonly isOnModel: ReadonlyMap<string, boolean>;
  readonly cpuMilli: readonly number[];
  /** Part of the workload with at most that CPU. */
  readonly shareUpTo: readonly number[];
}

/**
 * How much of a node's free GPU a workload cannot use, in thousandths, in the mean over its typical tasks: all of it for a
 * task that does not fit or needs none, else what is free on GPUs too full for it. [EQ-BAT-10]
 */
export class Fragmentation {
  private readonly demands: readonly Demand[];
  /** Free GPUs of the node in question. */
  private readonly free: Int32Array;

  constructor(typical: readonly TypicalTask[], nodes: readonly GpuNode[]) {
    const models = new Set(nodes.map(({ model }) => model));
    this.free = new Int32Array(nodes.reduce((most, { gpuCount }) => Math.max(most, gpuCount), 0));
    const groups = new Map<string, TypicalTask[]>();
    for (const each of typical) {
      const { gpuCount, gpuMilli, models: own } = each.task;
      // tasks without GPU can use none of it: they belong to no demand
      if (gpuCount === 0) continue;
      const name = [gpuCount, gpuMilli, own.join('|')].join(' ');
      groups.set(name, [...(groups.get(name) ?? []), each]);
    }
    this.demands = [...groups.values()].map(group => {
      const byCpu = [...group].sort((a, b) => a.task.cpuMilli - b.task.cpuMilli);
      const { task } = byCpu[0] as TypicalTask;
      let sum = 0;
      return {
        gpuCount: task.gpuCount,
        gpuMilli: task.gpuMilli,
        isOnModel: new Map([...models].map(model => [model, runsOn(task, model)])),
        cpuMilli: byCpu.map(({ task: { cpuMilli } }) => cpuMilli),
        shareUpTo: byCpu.map(({ share }) => (sum += share)),
      };
    });
  }

  /** Of a node as it is. */
  ofNode(cluster: GpuCluster, node: number): number {
    return this.afterTaking(cluster, node, 0, -1, 0, 0);
  }

  /**
   * Of a node after a task took CPU and a part of the given GPU, or so many whole ones (`gpu` -1); nothing is changed.
   */
  afterTaking(cluster: GpuCluster, node: number, cpuMilli: number, gpu: number, gpuMilli: number, wholeCount: number): number {
    const first = cluster.firstGpu[node] as number;
    const end = cluster.firstGpu[node + 1] as number;
    const free = this.freeAfter(cluster, first, end, gpu, gpuMilli, wholeCount);
    const freeCpu = (cluster.freeCpuMilli[node] as number) - cpuMilli;
    let total = 0;
    for (let index = 0; index < end - first; index += 1) total += free[index] as number;
    let usable = 0;
    const { model } = cluster.nodes[node] as GpuNode;
    for (const demand of this.demands) {
      if (!demand.isOnModel.get(model)) continue;
      let room = 0;
      let useful = 0;
      for (let index = 0; index < end - first; index += 1) {
        if ((free[index] as number) < demand.gpuMilli) continue;
        room += 1;
        useful += free[index] as number;
      }
      if (room >= demand.gpuCount) usable += useful * shareWithin(demand, freeCpu);
    }
    return total - usable;
  }

  private freeAfter(cluster: GpuCluster, first: number, end: number, gpu: number, gpuMilli: number, wholeCount: number): Int32Array {
    const { free: after } = this;
    let left = wholeCount;
    for (let index = first; index < end; index += 1) {
      let free = cluster.freeGpuMilli[index] as number;
      if (index === gpu) free -= gpuMilli;
      else if (left > 0 && free === wholeGpu) {
        free = 0;
        left -= 1;
      }
      after[index - first] = free;
    }
    return after;
  }
}

/** Part of the workload of this demand that the CPU suffices for. */
const shareWithin = ({ cpuMilli, shareUpTo }: Demand, freeCpu: number): number => {
  let low = 0;
  let high = cpuMilli.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cpuMilli[middle] as number) <= freeCpu) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (shareUpTo[low - 1] as number);
};
