import { RandomStream } from '../../../numeric/random/random-stream.ts';
import { Fragmentation, typicalTasks } from './fragmentation.ts';
import { GpuCluster } from './gpu-cluster.ts';
import { gpuMilliOf, type GpuNode, type GpuTask } from './gpu-task.ts';
import { bestFitScore, fragmentationScore, isPartOfGpu, type NodeScore, type ScoreNode } from './node-scores.ts';

export const gpuPackings = ['random', 'best-fit', 'fragmentation'] as const;
export type GpuPacking = (typeof gpuPackings)[number];

export interface PackOptions {
  readonly packing: GpuPacking;
  /** Decides which of equal nodes is taken, and all under `random`. */
  readonly seed: number;
  /** What the workload is like, for the fragmentation; the tasks themselves when absent. */
  readonly workload?: readonly GpuTask[];
}

/** Where a task went. */
export interface GpuPlacement {
  /** -1: no node had room when it came. */
  readonly node: number;
  /** GPUs of the node, from 0. */
  readonly gpus: readonly number[];
}

export interface GpuPackingOutcome {
  readonly placements: readonly GpuPlacement[];
  /** GPU asked for by all tasks up to each, and given to them, in thousandths. */
  readonly arrivedGpuMilli: Float64Array;
  readonly allocatedGpuMilli: Float64Array;
  readonly totalGpuMilli: number;
  /** Free GPU at the end that the typical tasks cannot use, in thousandths, in the mean. */
  readonly fragmentedGpuMilli: number;
}

/**
 * Places tasks one after the other, each for good, on a node with room for its CPU, memory and GPUs; one without room is left
 * out. Throws when what is given and what is free do not add up.
 */
export const packGpus = (nodes: readonly GpuNode[], tasks: readonly GpuTask[], options: PackOptions): GpuPackingOutcome => {
  const { packing, seed, workload = tasks } = options;
  const cluster = new GpuCluster(nodes);
  const fragmentation = new Fragmentation(typicalTasks(workload), nodes);
  const random = new RandomStream(seed, 0);
  const choose =
    packing === 'random'
      ? randomChoice(cluster, random)
      : bestChoice(cluster, packing === 'best-fit' ? bestFitScore : fragmentationScore(fragmentation), shuffled(nodes.length, random));
  const arrivedGpuMilli = new Float64Array(tasks.length);
  const allocatedGpuMilli = new Float64Array(tasks.length);
  let arrived = 0;
  const placements = tasks.map((task, index): GpuPlacement => {
    const { node, gpu } = choose(task);
    const gpus = node < 0 ? [] : cluster.place(node, task, gpu).map(each => each - (cluster.firstGpu[node] as number));
    arrivedGpuMilli[index] = arrived += gpuMilliOf(task);
    allocatedGpuMilli[index] = cluster.allocatedGpuMilli;
    return { node, gpus };
  });
  let free = 0;
  let fragmentedGpuMilli = 0;
  for (let node = 0; node < nodes.length; node += 1) {
    free += cluster.freeGpuMilliOf(node);
    fragmentedGpuMilli += fragmentation.ofNode(cluster, node);
  }
  if (free + cluster.allocatedGpuMilli !== cluster.totalGpuMilli) throw new Error(`${free} thousandths free, ${cluster.allocatedGpuMilli} given`);
  return { placements, arrivedGpuMilli, allocatedGpuMilli, totalGpuMilli: cluster.totalGpuMilli, fragmentedGpuMilli };
};

interface Choice {
  readonly node: number;
  readonly gpu: number;
}

/** Any node with room, and for a part any GPU with room. */
const randomChoice =
  (cluster: GpuCluster, random: RandomStream) =>
  (task: GpuTask): Choice => {
    const withRoom: number[] = [];
    for (let node = 0; node < cluster.nodeCount; node += 1) if (cluster.fits(node, task)) withRoom.push(node);
    if (withRoom.length === 0) return { node: -1, gpu: -1 };
    const node = withRoom[Math.floor(random.uniform() * withRoom.length)] as number;
    if (!isPartOfGpu(task)) return { node, gpu: -1 };
    const gpus: number[] = [];
    for (let gpu = cluster.firstGpu[node] as number; gpu < (cluster.firstGpu[node + 1] as number); gpu += 1)
      if ((cluster.freeGpuMilli[gpu] as number) >= task.gpuMilli) gpus.push(gpu);
    return { node, gpu: gpus[Math.floor(random.uniform() * gpus.length)] as number };
  };

/** What was found out about the nodes for one kind of task, and when. */
interface KnownScores {
  readonly scores: Int16Array;
  readonly gpus: Int32Array;
  /** Placements on the node when it was scored; -1: never. */
  readonly versions: Int32Array;
}

/**
 * The node with the highest score, the first in `order` among equals. A node is scored again for a kind of task only when
 * something was placed on it.
 */
const bestChoice = (cluster: GpuCluster, scoreNode: ScoreNode, order: Uint32Array) => {
  const known = new Map<string, KnownScores>();
  const versions = new Int32Array(cluster.nodeCount);
  const result: NodeScore = { score: -1, gpu: -1 };
  return (task: GpuTask): Choice => {
    const { scores, gpus, versions: seen } = knownScores(known, task, cluster.nodeCount);
    let best = -1;
    for (const node of order) {
      if (seen[node] !== versions[node]) {
        seen[node] = versions[node] as number;
        result.score = -1;
        if (cluster.fits(node, task)) scoreNode(cluster, node, task, result);
        scores[node] = result.score;
        gpus[node] = result.gpu;
      }
      const score = scores[node] as number;
      if (score >= 0 && (best < 0 || score > (scores[best] as number))) best = node;
    }
    if (best < 0) return { node: -1, gpu: -1 };
    versions[best] = (versions[best] as number) + 1;
    return { node: best, gpu: gpus[best] as number };
  };
};

const knownScores = (known: Map<string, KnownScores>, task: GpuTask, nodeCount: number): KnownScores => {
  const name = JSON.stringify(task);
  const found = known.get(name);
  if (found) return found;
  const scores = {
    scores: new Int16Array(nodeCount),
    gpus: new Int32Array(nodeCount),
    versions: new Int32Array(nodeCount).fill(-1),
  };
  known.set(name, scores);
  return scores;
};

/** The numbers from 0 in any order (Fisher and Yates). */
const shuffled = (count: number, random: RandomStream): Uint32Array => {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random.uniform() * (last + 1));
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
  return order;
};
