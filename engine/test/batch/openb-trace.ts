import type { GpuNode, GpuTask } from '../../simulation/batch/gpu/gpu-task.ts';
import { traceText } from './reference-logs.ts';
import { seeded } from './random-jobs.ts';

/** The public trace of a GPU cluster and its published experiments (Weng et al., USENIX ATC 2023); used where it is. */
const rows = (name: string): string[][] =>
  traceText(`openb-2023/${name}`).trim().split('\n').slice(1).map(line => line.trim().split(','));

export const openbNodes = (): GpuNode[] =>
  rows('openb_node_list_gpu_node.csv').map(([, cpu, memory, gpus, model = '']) =>
    ({ cpuMilli: Number(cpu), memoryMib: Number(memory), gpuCount: Number(gpus), model }));

export const openbTasks = (workload: string): GpuTask[] =>
  rows(`openb_pod_list_${workload}.csv`).map(([, cpu, memory, gpus, milli, models = '']) => ({
    cpuMilli: Number(cpu),
    memoryMib: Number(memory),
    gpuCount: Number(gpus),
    gpuMilli: Number(gpus) === 0 ? 0 : Number(milli),
    models: models === '' ? [] : models.split('|'),
  }));

/** The experiments' load: all tasks in any order, then others drawn from them until they ask for `ratio` of all GPUs. */
export const inflated = (tasks: readonly GpuTask[], totalGpuMilli: number, ratio: number, seed: number): GpuTask[] => {
  const random = seeded(seed);
  const load = [...tasks];
  for (let last = load.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [load[last], load[other]] = [load[other]!, load[last]!];
  }
  let asked = tasks.reduce((sum, { gpuCount, gpuMilli }) => sum + gpuCount * gpuMilli, 0);
  while (asked > ratio * totalGpuMilli) {
    const [removed] = load.splice(Math.floor(random() * load.length), 1);
    asked -= removed!.gpuCount * removed!.gpuMilli;
  }
  for (;;) {
    const drawn = tasks[Math.floor(random() * tasks.length)]!;
    if (asked + drawn.gpuMilli > ratio * totalGpuMilli) return load;
    asked += drawn.gpuCount * drawn.gpuMilli;
    load.push(drawn);
  }
};
