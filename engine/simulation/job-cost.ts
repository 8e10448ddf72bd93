import { timesMoney, type Money } from '../money/money.ts';
import { decimal } from '../numeric/decimal.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { jobSeconds, type FarmWork } from './job-time.ts';

/** Relative slack for the division that led to a duration: an exact hour must not become a started second one. */
const divisionSlack = 1e-12;

/** Seconds billed per node: started steps of `quantumSeconds`, a whole number. [EQ-FARM-3] */
export const billedSeconds = (seconds: number, quantumSeconds: number): number => {
  if (!Number.isInteger(quantumSeconds) || quantumSeconds < 1)
    throw new RangeError(`no billing step: ${quantumSeconds} s`);
  return Math.ceil((seconds / quantumSeconds) * (1 - divisionSlack)) * quantumSeconds;
};

export interface JobCostInput {
  readonly work: FarmWork;
  readonly nodeCount: number;
  /** Price of one node for one hour; for a commitment its effective price. */
  readonly pricePerNodeHour: Money;
  /** Each node is billed in started steps; 1 s when absent. */
  readonly quantumSeconds?: number;
}

/** Node-seconds billed: all nodes start and end together. */
export const jobNodeSeconds = ({
  work,
  nodeCount,
  quantumSeconds = 1,
}: Omit<JobCostInput, 'pricePerNodeHour'>): number =>
  nodeCount * billedSeconds(jobSeconds(work, nodeCount), quantumSeconds);

/** What the job costs on `nodeCount` nodes, start-up included; exact. [EQ-FARM-4] */
export const jobCost = ({ pricePerNodeHour, ...job }: JobCostInput): Money =>
  timesMoney(pricePerNodeHour, decimal(jobNodeSeconds(job)).dividedBy(secondsPerHour));
