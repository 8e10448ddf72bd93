import { secondsPerHour } from '../../../quantity/conversion.ts';
import { checkClusterAccounts, type ClusterCounts } from './cluster-accounts.ts';
import { ClusterFleet } from './cluster-fleet.ts';
import type { ClusterJobs } from './cluster-jobs.ts';
import { ClusterQueue } from './cluster-queue.ts';
import { HourMeter } from './hour-meter.ts';
import type { ClusterNodeType } from './node-pool.ts';
import { releaseOrder } from './release-order.ts';
import { RunningTasks } from './running-tasks.ts';

export interface ClusterOptions {
  /** Node types in the order in which they are filled. */
  readonly nodeTypes: readonly ClusterNodeType[];
  /** 1 for each hour that deferrable work prefers, in a cycle that begins at second 0; none: nothing is held back. */
  readonly preferredHours?: ArrayLike<number>;
  /** Second after which nothing happens any more. Without it the run ends when all jobs have and idle nodes are stopped. */
  readonly until?: number;
  onProgress?(fraction: number): void;
}

/** What the nodes of one type did in each hour from second 0; whole node-seconds and core-seconds, ready to be rated. */
export interface PoolUsage {
  /** From start to stop, boot and idle time included: what is paid. */
  readonly nodeSecondsByHour: Float64Array;
  /** With at least one task. */
  readonly busyNodeSecondsByHour: Float64Array;
  readonly coreSecondsByHour: Float64Array;
}

export interface ClusterOutcome {
  /** Second the first task of each job starts, and the last one ends; NaN for what never happened. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly state: Uint8Array;
  /** Used by each job until the run stopped. */
  readonly coreSeconds: Float64Array;
  readonly counts: ClusterCounts;
  readonly pools: readonly PoolUsage[];
  /** Seconds waited by all jobs in each hour. */
  readonly waitingSecondsByHour: Float64Array;
}

const progressSteps = 200;

/**
 * Runs jobs through a cluster of nodes with cores, memory and GPUs, first come first served, best fit. Order of events in a
 * second: ends of tasks, nodes that are ready, jobs released, then starts; last, idle nodes are stopped. Throws when jobs
 * or time are not accounted for.
 */
export const simulateCluster = (jobs: ClusterJobs, options: ClusterOptions): ClusterOutcome => {
  const { nodeTypes, preferredHours = [], until = Infinity, onProgress } = options;
  const fleet = new ClusterFleet(nodeTypes);
  const running = new RunningTasks();
  const queue = new ClusterQueue(jobs, releaseOrder(jobs, preferredHours), fleet, running);
  const waiting = new HourMeter();
  const step = Math.ceil(jobs.count / progressSteps);
  let clock = 0;
  let endedCount = 0;

  const passTimeTo = (now: number): void => {
    if (now === clock) return;
    waiting.level = queue.waitingCount;
    waiting.pass(clock, now);
    for (const pool of fleet.pools) {
      pool.running.pass(clock, now);
      pool.busy.pass(clock, now);
      pool.coresInUse.pass(clock, now);
    }
    clock = now;
  };
  const ended = (job: number, index: number, node: number): void => {
    const pool = fleet.pools[index] as (typeof fleet.pools)[number];
    const isIdle = pool.release(node, jobs.cores[job] as number, jobs.memoryMib[job] as number, jobs.gpus[job] as number, clock);
    if (isIdle) fleet.watch(index, node, clock);
    queue.taskEnded(job, clock);
  };

  for (;;) {
    const now = Math.min(running.nextEnd, fleet.nextBoot, queue.nextRelease, fleet.nextIdleEnd);
    if (now > until || now === Infinity) break;
    passTimeTo(now);
    while (running.nextEnd === now) {
      running.endNext(ended);
      endedCount += 1;
      if (endedCount % step === 0) onProgress?.(Math.min(1, endedCount / jobs.count));
    }
    while (fleet.nextBoot === now) fleet.bootNext(now);
    while (queue.nextRelease === now) queue.releaseNext();
    queue.pass(now);
    while (fleet.nextIdleEnd === now) fleet.endNextIdleTime(queue.isAnybodyWaiting, now);
  }
  if (until < Infinity && until > clock) passTimeTo(until);

  const coreSeconds = queue.startedCoreSecondsByJob();
  running.takeAll((job, end) => {
    coreSeconds[job] = (coreSeconds[job] as number) - (end - clock) * (jobs.cores[job] as number);
  });
  const counts = checkClusterAccounts(jobs, queue, {
    waitedSeconds: waiting.total,
    coreSeconds: fleet.pools.reduce((sum, { coresInUse }) => sum + coresInUse.total, 0),
    taskCoreSeconds: coreSeconds.reduce((sum, seconds) => sum + seconds, 0),
    stop: clock,
  });
  const hourCount = Math.ceil(clock / secondsPerHour);
  return {
    start: queue.start,
    end: queue.end,
    state: queue.state,
    coreSeconds,
    counts,
    pools: fleet.pools.map(pool => ({
      nodeSecondsByHour: pool.running.byHour(hourCount),
      busyNodeSecondsByHour: pool.busy.byHour(hourCount),
      coreSecondsByHour: pool.coresInUse.byHour(hourCount),
    })),
    waitingSecondsByHour: waiting.byHour(hourCount),
  };
};
