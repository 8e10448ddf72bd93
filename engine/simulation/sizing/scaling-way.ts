import { effectiveNodeCount } from '../scaling.ts';
import { remoteAccessNanoseconds, softwareDefinedSlowdown, treeLevels } from './software-defined-server.ts';
import { unitsFor } from './whole-units.ts';

/** Work that must get done at once, as far as it decides on what kind of machine. */
export interface WorkSize {
  /** Threads, workers or guests that are busy at the same time. */
  readonly tasks: number;
  /** Part of its time in which a task waits for something else than a processor, 0 to below 1. */
  readonly waitShare: number;
  /** Cores one process can use; Infinity: any number. */
  readonly mostCores: number;
  /** Of all of it together, GiB. */
  readonly memoryGib: number;
  /** Part of a core that layers below take, 0 to below 1. */
  readonly overhead: number;
}

/** A machine that could run it. */
export interface Machine {
  readonly cores: number;
  readonly memoryGib: number;
}

/** What machines of a kind get done; null: they cannot run it. */
export interface ScaledUp {
  readonly machines: number;
  /** Cores of all of them, and those of which the work makes use. */
  readonly cores: number;
  readonly usedCores: number;
  /** How many times as long it takes as on cores of its own. */
  readonly slowdown: number;
}

/** Cores the tasks keep busy: what waits needs none. A task that waits half of its time shares its core with another. [EQ-SIZ-13] */
export const busyCores = ({ tasks, waitShare, overhead }: WorkSize): number => (tasks * (1 - waitShare)) / (1 - overhead);

/** On one machine as large as need be: no more cores than its process can use do anything. [EQ-SIZ-14] */
export const onOneMachine = (work: WorkSize, { cores, memoryGib }: Machine): ScaledUp | null => {
  const needed = busyCores(work);
  if (memoryGib < work.memoryGib || cores < Math.min(needed, work.mostCores)) return null;
  const usedCores = Math.min(cores, needed, work.mostCores);
  return { machines: 1, cores, usedCores, slowdown: needed / usedCores };
};

const mostMachines = 100_000;

/** On many, each with a process of its own: the work is rewritten for it, and scales by the universal law. [EQ-SIZ-15] */
export const onMany = (work: WorkSize, { cores, memoryGib }: Machine, sigma: number, kappa: number): ScaledUp | null => {
  const needed = busyCores(work);
  const usable = Math.min(cores, work.mostCores);
  let machines = Math.max(unitsFor(work.memoryGib / memoryGib), unitsFor(needed / usable), 1);
  while (effectiveNodeCount(machines, sigma, kappa) * usable < needed * (1 - 1e-12)) {
    machines += Math.max(1, Math.floor(machines / 100));
    // Beyond its peak more machines get less done.
    if (machines > mostMachines || effectiveNodeCount(machines, sigma, kappa) < effectiveNodeCount(machines - 1, sigma, kappa)) return null;
  }
  return { machines, cores: machines * cores, usedCores: needed, slowdown: 1 };
};

/**
 * On equal ones that pass for a single one: nothing is rewritten, and what lies on another is slow to reach, over as many
 * switches as stand between. [EQ-SIZ-7], [EQ-SIZ-16], [EQ-SIZ-17]
 */
export const onOneOfMany = (
  work: WorkSize,
  { cores, memoryGib }: Machine,
  remoteShare: number,
  nodesPerSwitch = Infinity,
): ScaledUp | null => {
  const machinesFor = (needed: number): number => Math.max(unitsFor(work.memoryGib / memoryGib), unitsFor(needed / cores), 1);
  const needed = busyCores(work);
  const wanted = Math.min(needed, work.mostCores);
  const alone = machinesFor(wanted);
  const slowdownOf = (machines: number): number =>
    machines === 1 ? 1 : softwareDefinedSlowdown(remoteShare, remoteAccessNanoseconds * treeLevels(machines, nodesPerSwitch));
  let [machines, slowdown] = [alone, slowdownOf(alone)];
  // More machines may take one more level, which takes more machines: levels are few, so it soon ends.
  for (;;) {
    const asked = Math.max(alone, machinesFor(Math.min(needed * slowdown, work.mostCores)));
    if (asked <= machines) break;
    [machines, slowdown] = [asked, slowdownOf(asked)];
    if (machines > mostMachines) return null;
  }
  const usedCores = Math.min(needed * slowdown, work.mostCores, machines * cores);
  return { machines, cores: machines * cores, usedCores, slowdown: Math.max(1, (needed * slowdown) / usedCores) };
};
