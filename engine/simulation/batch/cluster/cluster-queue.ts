import { jobState } from '../outcome/job-state.ts';
import type { ClusterFleet } from './cluster-fleet.ts';
import type { ClusterJobs } from './cluster-jobs.ts';
import type { ReleaseOrder } from './release-order.ts';
import type { RunningTasks } from './running-tasks.ts';

/** First come, first served, best fit: the first job's tasks go to nodes until one finds no room; then all later jobs wait. */
export class ClusterQueue {
  /** Second a job's first task starts, and its last one ends; NaN until then. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly state: Uint8Array;
  readonly release: Float64Array;
  /** Jobs released of which nothing has started. */
  waitingCount = 0;
  /** Next in release order to be released, and first that still has tasks to start. */
  private released = 0;
  private first = 0;
  private firstStartedTasks = 0;
  private readonly unendedTasks: Int32Array;
  private waitingCores = 0;
  private waitingMemoryMib = 0;
  private waitingGpus = 0;

  constructor(
    private readonly jobs: ClusterJobs,
    private readonly releases: ReleaseOrder,
    private readonly fleet: ClusterFleet,
    private readonly running: RunningTasks,
  ) {
    this.start = new Float64Array(jobs.count).fill(NaN);
    this.end = new Float64Array(jobs.count).fill(NaN);
    this.state = new Uint8Array(jobs.count);
    this.release = releases.release;
    this.unendedTasks = jobs.tasks.slice();
  }

  get nextRelease(): number {
    return this.released < this.jobs.count ? (this.releases.release[this.jobAt(this.released)] as number) : Infinity;
  }

  /** True while any task waits for a node. */
  get isAnybodyWaiting(): boolean {
    return this.first < this.released;
  }

  releaseNext(): void {
    const job = this.jobAt(this.released);
    this.released += 1;
    const { tasks, cores, memoryMib, gpus, isTightlyCoupled } = this.jobs;
    const [count, size, memory, cards] = [tasks[job] as number, cores[job] as number, memoryMib[job] as number, gpus[job] as number];
    if (this.fleet.poolFor(count, size, memory, cards, isTightlyCoupled[job] === 1) < 0) {
      this.state[job] = jobState.rejected;
      return;
    }
    this.state[job] = jobState.queued;
    this.waitingCount += 1;
    this.waitingCores += count * size;
    this.waitingMemoryMib += count * memory;
    this.waitingGpus += count * cards;
  }

  /** Starts all that has room, and nodes for what has not. */
  pass(now: number): void {
    for (; this.first < this.released; this.first += 1) {
      const job = this.jobAt(this.first);
      if (this.state[job] !== jobState.rejected && !this.startTasks(job, now)) {
        this.growFor(job, now);
        return;
      }
      this.firstStartedTasks = 0;
    }
  }

  /** Core-seconds all started tasks of each job take to their end. */
  startedCoreSecondsByJob(): Float64Array {
    const { cores, runSeconds, tasks } = this.jobs;
    const taken = new Float64Array(this.jobs.count);
    const of = (job: number, count: number): number => count * (cores[job] as number) * (runSeconds[job] as number);
    // Before the first in line all tasks have started, after it none.
    for (let place = 0; place < this.first; place += 1) {
      const job = this.jobAt(place);
      if (this.state[job] !== jobState.rejected) taken[job] = of(job, tasks[job] as number);
    }
    if (this.first < this.released) taken[this.jobAt(this.first)] = of(this.jobAt(this.first), this.firstStartedTasks);
    return taken;
  }

  /** Books the end of a task, and of its job when it was the last. */
  taskEnded(job: number, now: number): void {
    const left = (this.unendedTasks[job] as number) - 1;
    this.unendedTasks[job] = left;
    if (left > 0) return;
    this.end[job] = now;
    this.state[job] = jobState.finished;
  }

  /** The job at a place of the release order. */
  private jobAt(place: number): number {
    const { order } = this.releases;
    return order === null ? place : (order[place] as number);
  }

  private startTasks(job: number, now: number): boolean {
    const { tasks, cores, memoryMib, gpus, isTightlyCoupled, runSeconds } = this.jobs;
    const [count, size, memory, cards] = [tasks[job] as number, cores[job] as number, memoryMib[job] as number, gpus[job] as number];
    const { pools } = this.fleet;
    const isCoupled = isTightlyCoupled[job] === 1;
    for (let index = 0; index < pools.length; index += 1) {
      const pool = pools[index] as (typeof pools)[number];
      if (isCoupled && !pool.hasRoomFor(count, size, memory, cards)) continue;
      for (; this.firstStartedTasks < count; this.firstStartedTasks += 1) {
        const node = pool.bestFit(size, memory, cards);
        if (node < 0) break;
        if (this.firstStartedTasks === 0) this.book(job, now);
        pool.place(node, size, memory, cards);
        this.waitingCores -= size;
        this.waitingMemoryMib -= memory;
        this.waitingGpus -= cards;
        this.running.add(job, index, node, now + (runSeconds[job] as number));
      }
      if (this.firstStartedTasks === count) return true;
    }
    return false;
  }

  private book(job: number, now: number): void {
    this.start[job] = now;
    this.state[job] = jobState.running;
    this.waitingCount -= 1;
  }

  private growFor(job: number, now: number): void {
    const { tasks, cores, memoryMib, gpus, isTightlyCoupled } = this.jobs;
    this.fleet.grow(
      {
        tasks: (tasks[job] as number) - this.firstStartedTasks,
        cores: cores[job] as number,
        memoryMib: memoryMib[job] as number,
        gpus: gpus[job] as number,
        isTightlyCoupled: isTightlyCoupled[job] === 1,
        allCores: this.waitingCores,
        allMemoryMib: this.waitingMemoryMib,
        allGpus: this.waitingGpus,
      },
      now,
    );
  }
}
