import { EventHeap } from '../../event-heap.ts';
import { NodePool, type ClusterNodeType } from './node-pool.ts';

/**
 * The pools of a cluster and how they grow and shrink: nodes are started while a job waits, in the first pool that can
 * take it and then the next, as many as the waiting work would fill; one without a task is stopped after its idle time, unless a job waits.
 * [EQ-BAT-9]
 */
export class ClusterFleet {
  readonly pools: readonly NodePool[];
  private readonly boots = new EventHeap();
  private readonly idleEnds = new EventHeap();
  private readonly stride: number;

  constructor(types: readonly ClusterNodeType[]) {
    this.pools = types.map(type => new NodePool(type));
    this.stride = Math.max(1, ...types.map(({ maxNodes }) => maxNodes));
  }

  get nextBoot(): number {
    return this.boots.firstTime;
  }

  get nextIdleEnd(): number {
    return this.idleEnds.firstTime;
  }

  /** The first pool that could ever take such a job; -1 when none could. */
  poolFor(tasks: number, cores: number, memoryMib: number, gpus: number, isTightlyCoupled: boolean): number {
    return this.pools.findIndex(pool => pool.capacityFor(cores, memoryMib, gpus) >= (isTightlyCoupled ? tasks : 1));
  }

  /**
   * Starts nodes for waiting work whose first job has found no room: in each pool that could take that job, as many as the
   * work would fill that nodes under way do not; at least one when none is under way.
   */
  grow(waiting: WaitingWork, now: number): void {
    const { tasks, cores, memoryMib, gpus, isTightlyCoupled } = waiting;
    const wanted = isTightlyCoupled ? tasks : 1;
    let { allCores, allMemoryMib, allGpus } = waiting;
    let underWay = 0;
    let firstWithRoom = -1;
    for (let index = 0; index < this.pools.length && (allCores > 0 || allMemoryMib > 0 || allGpus > 0); index += 1) {
      const pool = this.pools[index] as NodePool;
      if (pool.capacityFor(cores, memoryMib, gpus) < wanted) continue;
      const { type } = pool;
      const { gpus: ownGpus = 0 } = type;
      const shares = [allCores / type.cores, type.memoryMib > 0 ? allMemoryMib / type.memoryMib : 0, ownGpus > 0 ? allGpus / ownGpus : 0];
      const filled = Math.ceil(Math.max(...shares));
      this.start(index, Math.max(0, filled - pool.bootingCount), now);
      underWay += pool.bootingCount;
      allCores -= pool.bootingCount * type.cores;
      allMemoryMib -= pool.bootingCount * type.memoryMib;
      allGpus -= pool.bootingCount * ownGpus;
      if (firstWithRoom < 0 && pool.running.level < type.maxNodes) firstWithRoom = index;
    }
    if (underWay === 0 && firstWithRoom >= 0) this.start(firstWithRoom, 1, now);
  }

  private start(index: number, count: number, now: number): void {
    const pool = this.pools[index] as NodePool;
    const { maxNodes, bootSeconds = 0 } = pool.type;
    for (let left = Math.min(count, maxNodes - pool.running.level); left > 0; left -= 1)
      this.boots.push(now + bootSeconds, index * this.stride + pool.boot());
  }

  bootNext(now: number): void {
    const subject = this.boots.pop();
    const index = Math.floor(subject / this.stride);
    const pool = this.pools[index] as NodePool;
    pool.booted(subject % this.stride, now);
    this.watch(index, subject % this.stride, now);
  }

  /** Remembers a node that has no task, to stop it when that stays so. */
  watch(index: number, node: number, now: number): void {
    const { type } = this.pools[index] as NodePool;
    if (type.maxNodes > type.minNodes) this.idleEnds.push(now + (type.idleSeconds ?? 0), index * this.stride + node);
  }

  /** Looks at the node whose idle time ends next: it is stopped, or watched on while a job waits. */
  endNextIdleTime(isAnybodyWaiting: boolean, now: number): void {
    const subject = this.idleEnds.pop();
    const index = Math.floor(subject / this.stride);
    const node = subject % this.stride;
    const pool = this.pools[index] as NodePool;
    const { idleSeconds = 0, minNodes } = pool.type;
    if (!pool.isIdleFor(node, idleSeconds, now)) return;
    if (isAnybodyWaiting) this.idleEnds.push(now + Math.max(1, idleSeconds), subject);
    else if (pool.running.level > minNodes) pool.stop(node);
  }
}

/** The first waiting job's tasks that have not started, and all that wait. */
export interface WaitingWork {
  readonly tasks: number;
  readonly cores: number;
  readonly memoryMib: number;
  readonly gpus: number;
  readonly isTightlyCoupled: boolean;
  readonly allCores: number;
  readonly allMemoryMib: number;
  readonly allGpus: number;
}
