import { runsOn, wholeGpu, type GpuNode, type GpuTask } from './gpu-task.ts';

/** What is free on each node, GPU by GPU. */
export class GpuCluster {
  readonly nodeCount: number;
  readonly freeCpuMilli: Float64Array;
  readonly freeMemoryMib: Float64Array;
  /** Thousandths free of each GPU of all nodes; those of a node stand between two entries of `firstGpu`. */
  readonly freeGpuMilli: Int32Array;
  readonly firstGpu: Int32Array;
  readonly totalGpuMilli: number;
  allocatedGpuMilli = 0;

  constructor(readonly nodes: readonly GpuNode[]) {
    this.nodeCount = nodes.length;
    this.freeCpuMilli = Float64Array.from(nodes, ({ cpuMilli }) => cpuMilli);
    this.freeMemoryMib = Float64Array.from(nodes, ({ memoryMib }) => memoryMib);
    this.firstGpu = new Int32Array(nodes.length + 1);
    nodes.forEach(({ gpuCount }, node) => (this.firstGpu[node + 1] = (this.firstGpu[node] as number) + gpuCount));
    const gpuCount = this.firstGpu[nodes.length] as number;
    this.freeGpuMilli = new Int32Array(gpuCount).fill(wholeGpu);
    this.totalGpuMilli = gpuCount * wholeGpu;
  }

  fits(node: number, task: GpuTask): boolean {
    if ((this.freeCpuMilli[node] as number) < task.cpuMilli || (this.freeMemoryMib[node] as number) < task.memoryMib) return false;
    if (task.gpuCount === 0) return true;
    if (!runsOn(task, (this.nodes[node] as GpuNode).model)) return false;
    let left = task.gpuCount;
    for (let gpu = this.firstGpu[node] as number; gpu < (this.firstGpu[node + 1] as number) && left > 0; gpu += 1)
      if ((this.freeGpuMilli[gpu] as number) >= task.gpuMilli) left -= 1;
    return left === 0;
  }

  freeGpuMilliOf(node: number): number {
    let sum = 0;
    for (let gpu = this.firstGpu[node] as number; gpu < (this.firstGpu[node + 1] as number); gpu += 1)
      sum += this.freeGpuMilli[gpu] as number;
    return sum;
  }

  /**
   * Places a task on a node that fits and answers its GPUs: the given one for a part, else the first that are whole.
   * @param gpu Of a part of a GPU, the GPU; ignored otherwise.
   */
  place(node: number, task: GpuTask, gpu: number): readonly number[] {
    this.freeCpuMilli[node] = (this.freeCpuMilli[node] as number) - task.cpuMilli;
    this.freeMemoryMib[node] = (this.freeMemoryMib[node] as number) - task.memoryMib;
    const taken: number[] = [];
    if (task.gpuCount === 1 && task.gpuMilli < wholeGpu) taken.push(gpu);
    else
      for (let each = this.firstGpu[node] as number; taken.length < task.gpuCount; each += 1)
        if (this.freeGpuMilli[each] === wholeGpu) taken.push(each);
    for (const each of taken) this.freeGpuMilli[each] = (this.freeGpuMilli[each] as number) - task.gpuMilli;
    this.allocatedGpuMilli += taken.length * task.gpuMilli;
    return taken;
  }
}
