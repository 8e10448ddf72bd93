import type { ClusterJob } from '../../simulation/batch/cluster/cluster-jobs.ts';
import type { ClusterNodeType } from '../../simulation/batch/cluster/node-pool.ts';

/**
 * A second implementation of the cluster, second by second: every node is looked at in every second, nothing is counted but
 * what is there at that moment. For runs of some hundred seconds.
 */
export interface PlainCluster {
  readonly start: number[];
  readonly end: number[];
  /** Node-seconds on, busy node-seconds and core-seconds of each node type. */
  readonly used: { on: number; busy: number; cores: number }[];
}

interface Node {
  readonly type: number;
  readonly tasks: { job: number; end: number }[];
  state: 'off' | 'booting' | 'on';
  readyAt: number;
  idleSince: number;
  /** Looked at again then, after somebody waited at the end of its idle time. */
  lookAt: number;
}

export const plainCluster = (jobs: readonly ClusterJob[], types: readonly ClusterNodeType[], seconds: number): PlainCluster => {
  const nodes = types.flatMap(({ minNodes, maxNodes, idleSeconds = 0 }, type) =>
    Array.from({ length: maxNodes }, (_, index): Node => ({
      type, tasks: [], state: index < minNodes ? 'on' : 'off', readyAt: 0, idleSince: -Infinity, lookAt: index < minNodes ? NaN : idleSeconds,
    })),
  );
  const start = jobs.map(() => NaN);
  const end = jobs.map(() => NaN);
  const used = types.map(() => ({ on: 0, busy: 0, cores: 0 }));
  const startedTasks = jobs.map(() => 0);
  const tasksOf = (job: number): number => jobs[job]!.tasks ?? 1;
  const memoryOf = (job: number): number => jobs[job]!.memoryMib ?? 0;
  const gpusOf = (job: number): number => jobs[job]!.gpus ?? 0;
  const gpusIn = (type: number): number => types[type]!.gpus ?? 0;
  const freeGpus = ({ type, tasks }: Node): number => gpusIn(type) - tasks.reduce((sum, { job }) => sum + gpusOf(job), 0);
  const freeCores = ({ type, tasks }: Node): number => types[type]!.cores - tasks.reduce((sum, { job }) => sum + jobs[job]!.cores, 0);
  const freeMemory = ({ type, tasks }: Node): number => types[type]!.memoryMib - tasks.reduce((sum, { job }) => sum + memoryOf(job), 0);
  const fits = (node: Node, job: number): boolean =>
    freeCores(node) >= jobs[job]!.cores && freeMemory(node) >= memoryOf(job) && freeGpus(node) >= gpusOf(job);
  const most = (type: number, job: number): number => {
    const { cores, memoryMib, maxNodes } = types[type]!;
    let count = 0;
    const isRoomFor = (times: number): boolean =>
      times * jobs[job]!.cores <= cores && times * memoryOf(job) <= memoryMib && times * gpusOf(job) <= gpusIn(type);
    while (isRoomFor(count + 1)) count += 1;
    return count * maxNodes;
  };
  const isPossible = (type: number, job: number): boolean => most(type, job) >= (jobs[job]!.isTightlyCoupled ? tasksOf(job) : 1);
  const rejected = jobs.map((_, job) => !types.some((_type, type) => isPossible(type, job)));

  const place = (job: number, now: number): void => {
    const { runSeconds, isTightlyCoupled } = jobs[job]!;
    for (const type of types.keys()) {
      const own = nodes.filter(node => node.type === type && node.state === 'on');
      const before = own.map(({ tasks }) => tasks.length);
      const placedBefore = startedTasks[job]!;
      while (startedTasks[job]! < tasksOf(job)) {
        const best = own.filter(node => fits(node, job)).sort((a, b) => freeCores(a) - freeCores(b))[0];
        if (!best) break;
        best.tasks.push({ job, end: now + runSeconds });
        startedTasks[job]! += 1;
      }
      if (isTightlyCoupled && startedTasks[job]! < tasksOf(job)) {
        own.forEach(({ tasks }, index) => tasks.splice(before[index]!));
        startedTasks[job] = placedBefore;
      }
    }
    if (startedTasks[job]! > 0 && Number.isNaN(start[job])) start[job] = now;
  };
  const bootFor = (waiting: readonly number[], now: number): void => {
    const of = (type: number, state: Node['state']): Node[] => nodes.filter(node => node.type === type && node.state === state);
    const boot = (node: Node): unknown => Object.assign(node, { state: 'booting', readyAt: now + (types[node.type]!.bootSeconds ?? 0) });
    const left = (amount: (job: number) => number): number =>
      waiting.reduce((total, job) => total + (tasksOf(job) - startedTasks[job]!) * amount(job), 0);
    let cores = left(job => jobs[job]!.cores);
    let memory = left(memoryOf);
    let gpus = left(gpusOf);
    const possible = [...types.keys()].filter(type => isPossible(type, waiting[0]!));
    for (const type of possible) {
      const byGpus = gpusIn(type) > 0 ? gpus / gpusIn(type) : 0;
      const wanted = Math.ceil(Math.max(cores / types[type]!.cores, memory / types[type]!.memoryMib, byGpus, 0));
      of(type, 'off').slice(0, Math.max(0, wanted - of(type, 'booting').length)).forEach(boot);
      cores -= of(type, 'booting').length * types[type]!.cores;
      memory -= of(type, 'booting').length * types[type]!.memoryMib;
      gpus -= of(type, 'booting').length * gpusIn(type);
      if (cores <= 0 && memory <= 0 && gpus <= 0) break;
    }
    if (possible.every(type => of(type, 'booting').length === 0)) possible.flatMap(type => of(type, 'off')).slice(0, 1).forEach(boot);
  };

  for (let now = 0; now < seconds; now += 1) {
    for (const node of nodes) {
      const ending = node.tasks.filter(task => task.end === now);
      if (ending.length === 0) continue;
      node.tasks.splice(0, node.tasks.length, ...node.tasks.filter(task => task.end !== now));
      if (node.tasks.length === 0) Object.assign(node, { idleSince: now, lookAt: now + (types[node.type]!.idleSeconds ?? 0) });
    }
    jobs.forEach((_, job) => {
      const isOver = startedTasks[job] === tasksOf(job) && !nodes.some(({ tasks }) => tasks.some(task => task.job === job));
      if (isOver && Number.isNaN(end[job])) end[job] = now;
    });
    let waiting: number[] = [];
    // a node that boots in no time is ready in the same second
    for (let isMore = true; isMore; ) {
      for (const node of nodes)
        if (node.state === 'booting' && node.readyAt === now)
          Object.assign(node, { state: 'on', idleSince: now, lookAt: now + (types[node.type]!.idleSeconds ?? 0) });
      waiting = [...jobs.keys()].filter(job => jobs[job]!.submit <= now && !rejected[job] && startedTasks[job]! < tasksOf(job));
      while (waiting.length > 0) {
        place(waiting[0]!, now);
        if (startedTasks[waiting[0]!]! < tasksOf(waiting[0]!)) break;
        waiting.shift();
      }
      if (waiting.length > 0) bootFor(waiting, now);
      isMore = nodes.some(node => node.state === 'booting' && node.readyAt === now);
    }
    for (const node of nodes) {
      const { minNodes, idleSeconds = 0 } = types[node.type]!;
      if (node.state !== 'on' || node.tasks.length > 0 || node.lookAt !== now) continue;
      const on = nodes.filter(({ type, state }) => type === node.type && state !== 'off').length;
      if (waiting.length > 0) node.lookAt = now + Math.max(1, idleSeconds);
      else if (on > minNodes) node.state = 'off';
    }
    for (const node of nodes) {
      if (node.state === 'off') continue;
      const use = used[node.type]!;
      use.on += 1;
      use.busy += node.tasks.length > 0 ? 1 : 0;
      use.cores += types[node.type]!.cores - freeCores(node);
    }
  }
  return { start, end, used };
};
