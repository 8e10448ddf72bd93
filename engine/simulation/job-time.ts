import { secondsPerHour } from '../quantity/conversion.ts';
import { hours, type Hours } from '../quantity/quantity.ts';
import { effectiveNodeCount } from './scaling.ts';

/** A job any number of nodes can share. */
export interface FarmWork {
  /** Total work in physical-core-hours, or in GPU-hours: the same unit as `coresPerNode` counts. */
  readonly workHours: number;
  /** Physical cores of a node, or its GPUs when the work is in GPU-hours. */
  readonly coresPerNode: number;
  /** Time each node is billed before it works; 0 when absent. */
  readonly bootSeconds?: number;
  /** Share of a core that does useful work; 1 when absent. */
  readonly efficiency?: number;
  /** Contention and crosstalk of the universal scalability law; 0 when absent. */
  readonly sigma?: number;
  readonly kappa?: number;
}

const demandPositive = (name: string, value: number): void => {
  if (!(value > 0) || !Number.isFinite(value)) throw new RangeError(`${name} must be more than 0, not ${value}`);
};

/**
 * Seconds from starting the nodes to the end of the job. [EQ-FARM-2]
 * T = 3600 W / (C(N) c e) + b, with C(N) the effective node count, c cores per node, e the efficiency, b the start-up.
 * Throws a RangeError for no work, no nodes or no cores: nothing can be said then.
 */
export const jobSeconds = (work: FarmWork, nodeCount: number): number => {
  const { workHours, coresPerNode, bootSeconds = 0, efficiency = 1, sigma = 0, kappa = 0 } = work;
  demandPositive('workHours', workHours);
  demandPositive('coresPerNode', coresPerNode);
  demandPositive('efficiency', efficiency);
  demandPositive('nodeCount', nodeCount);
  const coreCount = effectiveNodeCount(nodeCount, sigma, kappa) * coresPerNode * efficiency;
  return (workHours * secondsPerHour) / coreCount + bootSeconds;
};

/** Hours from starting the nodes to the end of the job, start-up included: `jobSeconds` in hours. */
export const jobTime = (work: FarmWork, nodeCount: number): Hours =>
  hours(jobSeconds(work, nodeCount) / secondsPerHour);
