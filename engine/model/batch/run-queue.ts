import { clusterJobs } from '../../simulation/batch/cluster/cluster-jobs.ts';
import { simulateCluster } from '../../simulation/batch/cluster/simulate-cluster.ts';
import { JobBuilder } from '../../simulation/batch/jobs/job-builder.ts';
import { simulateBatch } from '../../simulation/batch/simulate-batch.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { BatchPolicyName } from '../../simulation/batch/policies/batch-policy.ts';
import type { QueuedJob } from './queued-jobs.ts';
import type { FleetNodes } from './queue-fleet.ts';
import type { Queue } from './read-queues.ts';

/** What became of each job of a queue, and what its nodes did. Seconds and hours from the start of the run. */
export interface QueueRun {
  /** Second each job started, and ended or would; NaN for what did not. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** A `jobState` for each job. */
  readonly state: Uint8Array;
  /** Used by each job until the run stopped. */
  readonly coreSeconds: Float64Array;
  /** Whole node-seconds paid in each hour, of each node type of the fleet. */
  readonly nodeSecondsByHour: readonly Float64Array[];
}

const mibPerGib = 1024;
/** Memory that is not known does not limit. */
const memoryMibOf = (gib: number | null): number => (gib === null ? 2 ** 31 - 1 : Math.floor(gib * mibPerGib));

/** Runs the jobs of a queue on its fleet for so many hours; what then waits or runs stays so. */
export const runQueue = (
  queue: Queue,
  jobs: readonly QueuedJob[],
  fleet: readonly FleetNodes[],
  hourCount: number,
  preferredHours: ArrayLike<number>,
  shares: ReadonlyMap<string, number>,
): QueueRun => (queue.policy === 'best-fit' ? runOnNodes(queue, jobs, fleet, hourCount, preferredHours) : runOnCores(queue, jobs, fleet, hourCount, shares));

const runOnNodes = (
  { streams }: Queue,
  jobs: readonly QueuedJob[],
  fleet: readonly FleetNodes[],
  hourCount: number,
  preferredHours: ArrayLike<number>,
): QueueRun => {
  const list = jobs.map(({ stream, submit, runSeconds }) => {
    const { cores: asked, tasks, isCoupled, memoryGib: memory, gpus, deadlineSeconds, deferrableSeconds } = streams[stream] as Queue['streams'][number];
    return {
      submit, runSeconds, tasks, cores: asked, gpus, isTightlyCoupled: isCoupled,
      memoryMib: Math.ceil((memory ?? 0) * mibPerGib), deadlineSeconds: deadlineSeconds ?? 0, deferrableSeconds,
    };
  });
  const until = hourCount * secondsPerHour;
  const nodeTypes = fleet.map(({ cores, memoryGib, gpus, minNodes, maxNodes, bootSeconds, idleSeconds }) =>
    ({ cores, memoryMib: memoryMibOf(memoryGib), gpus, minNodes, maxNodes, bootSeconds, idleSeconds }));
  const { start, end, state, coreSeconds, pools } = simulateCluster(clusterJobs(list), { nodeTypes, until, preferredHours });
  const nodeSecondsByHour = pools.map(pool => {
    const byHour = new Float64Array(hourCount);
    byHour.set(pool.nodeSecondsByHour.subarray(0, hourCount));
    return byHour;
  });
  return { start, end, state, coreSeconds, nodeSecondsByHour };
};

/** The fleet as one machine of cores: jobs are told apart by how many they ask for, not by where they fit. */
const runOnCores = (
  { streams, policy, halfLifeSeconds }: Queue,
  jobs: readonly QueuedJob[],
  fleet: readonly FleetNodes[],
  hourCount: number,
  shares: ReadonlyMap<string, number>,
): QueueRun => {
  const departments = [...new Set(streams.map(({ department }) => department.toLowerCase()))];
  const builder = new JobBuilder();
  for (const { stream, submit, runSeconds } of jobs) {
    const { cores: asked, tasks, estimateSeconds, department } = streams[stream] as Queue['streams'][number];
    const estimate = estimateSeconds === null ? runSeconds : Math.round(estimateSeconds);
    const processors = asked * tasks;
    builder.add({ submit, runSeconds, estimateSeconds: estimate, processors, department: departments.indexOf(department.toLowerCase()) });
  }
  const built = builder.finish();
  const { start, state } = simulateBatch(built, {
    processorCount: fleet.reduce((sum, { maxNodes, cores }) => sum + maxNodes * cores, 0),
    policy: policy as BatchPolicyName,
    until: hourCount * secondsPerHour,
    fairShare: { halfLifeSeconds, shares: new Map(departments.map((name, index) => [index, shares.get(name) ?? 1])) },
  });
  const end = start.map((second, job) => second + (built.runSeconds[job] as number));
  const stop = hourCount * secondsPerHour;
  const coreSeconds = start.map((second, job) =>
    Number.isNaN(second) ? 0 : Math.min(built.runSeconds[job] as number, Math.max(0, stop - second)) * (built.processors[job] as number));
  const nodeSecondsByHour = fleet.map(({ maxNodes }) => new Float64Array(hourCount).fill(maxNodes * secondsPerHour));
  return { start, end, state, coreSeconds, nodeSecondsByHour };
};
