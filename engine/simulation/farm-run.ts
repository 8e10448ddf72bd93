import type { EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { instantOfHour, planHours, type Horizon } from '../workload/horizon.ts';
import { billedSeconds } from './job-cost.ts';
import { jobSeconds, type FarmWork } from './job-time.ts';

export interface FarmRunInput {
  readonly work: FarmWork;
  readonly nodeCount: number;
  readonly quantumSeconds: number;
  /** When all nodes are started. */
  readonly start: EpochSeconds;
}

/** One run of a job: all nodes start together and end together. */
export interface FarmRun {
  readonly start: EpochSeconds;
  /** When the work is done. */
  readonly end: EpochSeconds;
  /** When the last started billing step ends. */
  readonly billedEnd: EpochSeconds;
  readonly nodeCount: number;
  /** Whole node-seconds billed, inside the plan or not. */
  readonly billedNodeSeconds: number;
  /** Whole node-seconds billed in each hour of the plan. */
  readonly nodeSecondsByHour: Float64Array;
}

/** Node-seconds of equal nodes from one instant to another in each hour of the plan; what lies outside it is left out. */
export const nodeSecondsByHour = (nodeCount: number, from: EpochSeconds, to: EpochSeconds, horizon: Horizon): Float64Array => {
  const byHour = new Float64Array(horizon.hourCount);
  const [first, end] = planHours(horizon, from, to);
  for (let hour = first; hour < end; hour += 1) {
    const begin = instantOfHour(horizon, hour);
    byHour[hour] = nodeCount * (Math.min(to, begin + secondsPerHour) - Math.max(from, begin));
  }
  return byHour;
};

/** One run, billed by the hours of the plan. */
export const farmRun = ({ work, nodeCount, quantumSeconds, start }: FarmRunInput, horizon: Horizon): FarmRun => {
  const seconds = jobSeconds(work, nodeCount);
  const billed = billedSeconds(seconds, quantumSeconds);
  const billedEnd = start + billed;
  return {
    start,
    end: start + seconds,
    billedEnd,
    nodeCount,
    billedNodeSeconds: nodeCount * billed,
    nodeSecondsByHour: nodeSecondsByHour(nodeCount, start, billedEnd, horizon),
  };
};
