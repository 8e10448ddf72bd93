import { secondsPerHour } from '../quantity/conversion.ts';

/** Node-seconds of a stretch of hours, split by who pays them. Whole numbers. */
export interface CoveredUsage {
  /** Inside the commitment. */
  readonly used: number;
  /** Beyond it: on-demand. */
  readonly overflow: number;
}

export interface CoverInput {
  /** Whole node-seconds used in each hour of the plan. */
  readonly nodeSecondsByHour: Float64Array;
  readonly committedNodes: number;
  /** Hours of the plan, `[first, end)`. */
  readonly hours: readonly [first: number, end: number];
}

/** Each hour by itself: what is not used in one hour does not help another. [EQ-COM-1] */
export const coverByCommitment = ({
  nodeSecondsByHour,
  committedNodes,
  hours: [first, end],
}: CoverInput): CoveredUsage => {
  const committed = committedNodes * secondsPerHour;
  let used = 0;
  let overflow = 0;
  for (let hour = first; hour < end; hour += 1) {
    const seconds = nodeSecondsByHour[hour] as number;
    const covered = Math.min(seconds, committed);
    used += covered;
    overflow += seconds - covered;
  }
  return { used, overflow };
};
