import { HourMeter } from './hour-meter.ts';

/** Nodes of one type: how large, how many, and how they come and go. */
export interface ClusterNodeType {
  readonly cores: number;
  readonly memoryMib: number;
  /** None when left out. */
  readonly gpus?: number;
  /** Nodes that always run. */
  readonly minNodes: number;
  /** With as many as `minNodes` the fleet is fixed. */
  readonly maxNodes: number;
  /** Seconds from starting a node, from when it is paid, to its first task. */
  readonly bootSeconds?: number;
  /** Seconds without a task after which a node beyond the minimum is stopped. */
  readonly idleSeconds?: number;
}

const bitsPerWord = 32;

/** How often a need goes into what there is; what is not needed goes without end. */
const timesIn = (there: number, need: number): number => (need === 0 ? Infinity : Math.floor(there / need));

/**
 * The nodes of one type and what is free on them. Nodes that run stand in a set of bits for each number of free cores, so
 * that the best fit - fewest free cores, then lowest number - is found without looking at every node.
 */
export class NodePool {
  readonly running = new HourMeter();
  readonly busy = new HourMeter();
  readonly coresInUse = new HourMeter();
  bootingCount = 0;
  private readonly wordCount: number;
  private readonly sets: Int32Array;
  /** Nodes in each set, and a word before which the set is empty. */
  private readonly sizes: Int32Array;
  private readonly firstWords: Int32Array;
  private readonly freeCores: Int32Array;
  private readonly freeMemory: Int32Array;
  private readonly freeGpus: Uint8Array;
  /** Second since which a node has no task; NaN while it is busy or off. */
  private readonly idleSince: Float64Array;
  /** Paid, and able to take tasks. */
  private readonly isOn: Uint8Array;
  private readonly isReady: Uint8Array;

  constructor(readonly type: ClusterNodeType) {
    const { cores, memoryMib, gpus = 0, minNodes, maxNodes } = type;
    if (!(minNodes >= 0 && maxNodes >= minNodes && cores >= 1))
      throw new RangeError(`a pool of ${minNodes} to ${maxNodes} nodes of ${cores} cores`);
    this.wordCount = Math.ceil(maxNodes / bitsPerWord);
    this.sets = new Int32Array((cores + 1) * this.wordCount);
    this.sizes = new Int32Array(cores + 1);
    this.firstWords = new Int32Array(cores + 1);
    this.freeCores = new Int32Array(maxNodes).fill(cores);
    this.freeMemory = new Int32Array(maxNodes).fill(memoryMib);
    this.freeGpus = new Uint8Array(maxNodes).fill(gpus);
    this.idleSince = new Float64Array(maxNodes).fill(NaN);
    this.isOn = new Uint8Array(maxNodes);
    this.isReady = new Uint8Array(maxNodes);
    for (let node = 0; node < minNodes; node += 1) {
      this.isOn[node] = 1;
      this.ready(node, -Infinity);
    }
    this.running.level = minNodes;
  }

  /** The node a task goes to; -1 when none has room. */
  bestFit(cores: number, memoryMib: number, gpus: number): number {
    for (let free = cores; free <= this.type.cores; free += 1) {
      if (this.sizes[free] === 0) continue;
      const node = this.firstWith(free, memoryMib, gpus);
      if (node >= 0) return node;
    }
    return -1;
  }

  /** True when so many equal tasks find room at once. */
  hasRoomFor(tasks: number, cores: number, memoryMib: number, gpus: number): boolean {
    let room = 0;
    for (let node = 0; node < this.isOn.length && room < tasks; node += 1) {
      if (this.isReady[node] === 0) continue;
      room += Math.min(
        timesIn(this.freeCores[node] as number, cores),
        timesIn(this.freeMemory[node] as number, memoryMib),
        timesIn(this.freeGpus[node] as number, gpus),
      );
    }
    return room >= tasks;
  }

  /** Tasks of this size that the pool holds at most, with all its nodes and nothing else on them. */
  capacityFor(cores: number, memoryMib: number, gpus: number): number {
    const { type } = this;
    return type.maxNodes * Math.min(timesIn(type.cores, cores), timesIn(type.memoryMib, memoryMib), timesIn(type.gpus ?? 0, gpus));
  }

  place(node: number, cores: number, memoryMib: number, gpus: number): void {
    const free = this.freeCores[node] as number;
    if (free === this.type.cores) {
      this.busy.level += 1;
      this.idleSince[node] = NaN;
    }
    this.move(node, free, free - cores);
    this.freeMemory[node] = (this.freeMemory[node] as number) - memoryMib;
    this.freeGpus[node] = (this.freeGpus[node] as number) - gpus;
    this.coresInUse.level += cores;
  }

  /** Frees what a task held; true when the node has no task left. */
  release(node: number, cores: number, memoryMib: number, gpus: number, now: number): boolean {
    const free = this.freeCores[node] as number;
    this.move(node, free, free + cores);
    this.freeMemory[node] = (this.freeMemory[node] as number) + memoryMib;
    this.freeGpus[node] = (this.freeGpus[node] as number) + gpus;
    this.coresInUse.level -= cores;
    if (free + cores < this.type.cores) return false;
    this.busy.level -= 1;
    this.idleSince[node] = now;
    return true;
  }

  /** Starts the lowest node that is off and answers it; it is paid from now on. */
  boot(): number {
    const node = this.isOn.indexOf(0);
    if (node < 0) throw new Error('every node of the pool runs');
    this.isOn[node] = 1;
    this.running.level += 1;
    this.bootingCount += 1;
    return node;
  }

  booted(node: number, now: number): void {
    this.bootingCount -= 1;
    this.ready(node, now);
  }

  /** True when the node has had no task for its idle time and may stop. */
  isIdleFor(node: number, seconds: number, now: number): boolean {
    return now - (this.idleSince[node] as number) >= seconds;
  }

  stop(node: number): void {
    this.take(node, this.type.cores);
    this.isOn[node] = 0;
    this.isReady[node] = 0;
    this.idleSince[node] = NaN;
    this.running.level -= 1;
  }

  private ready(node: number, now: number): void {
    this.put(node, this.type.cores);
    this.isReady[node] = 1;
    this.idleSince[node] = now;
  }

  private firstWith(free: number, memoryMib: number, gpus: number): number {
    const base = free * this.wordCount;
    let isFirst = true;
    for (let word = this.firstWords[free] as number; word < this.wordCount; word += 1) {
      let bits = this.sets[base + word] as number;
      if (bits === 0) continue;
      if (isFirst) this.firstWords[free] = word;
      isFirst = false;
      for (; bits !== 0; bits &= bits - 1) {
        const node = word * bitsPerWord + 31 - Math.clz32(bits & -bits);
        if ((this.freeMemory[node] as number) >= memoryMib && (this.freeGpus[node] as number) >= gpus) return node;
      }
    }
    return -1;
  }

  private move(node: number, from: number, to: number): void {
    this.take(node, from);
    this.put(node, to);
    this.freeCores[node] = to;
  }

  private put(node: number, free: number): void {
    const word = node >>> 5;
    const index = free * this.wordCount + word;
    this.sets[index] = (this.sets[index] as number) | (1 << (node & 31));
    this.sizes[free] = (this.sizes[free] as number) + 1;
    if (word < (this.firstWords[free] as number)) this.firstWords[free] = word;
  }

  private take(node: number, free: number): void {
    const index = free * this.wordCount + (node >>> 5);
    this.sets[index] = (this.sets[index] as number) & ~(1 << (node & 31));
    this.sizes[free] = (this.sizes[free] as number) - 1;
  }
}
