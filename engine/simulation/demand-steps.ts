import { secondsPerHour } from '../quantity/conversion.ts';

const { max, min } = Math;

/**
 * The steps of some hours of a service: what was wanted of it, what ran, and what became of the demand, a series for each.
 * Those who have a part in a step read and fill these series, so that a year of five-minute steps makes no garbage.
 */
export class DemandSteps {
  readonly stepsPerHour: number;
  /** Length of a step. */
  readonly seconds: number;
  /** Hour of the plan that the first step is in. */
  firstHour = 0;
  /** Steps in use. */
  count = 0;
  /** Mean over the step. */
  readonly demand: Float64Array;
  /** Demand that nodes are wanted for: with its part of what waits. */
  readonly planned: Float64Array;
  /** Nodes wanted for it. */
  readonly wantedNodes: Float64Array;
  /** Node-seconds paid for, and at work; most nodes paid for at one time. */
  readonly billedSeconds: Float64Array;
  readonly servingSeconds: Float64Array;
  readonly peakNodes: Float64Array;
  /** Demand the serving nodes could carry, fully used. */
  readonly capacity: Float64Array;
  /** Demand that waits, as what a whole step could have brought: before and after. */
  readonly backlogBefore: Float64Array;
  readonly backlog: Float64Array;
  readonly served: Float64Array;
  readonly unserved: Float64Array;
  /** What waits after the last step served. */
  lastBacklog = 0;

  constructor(mostHours: number, stepsPerHour: number) {
    this.stepsPerHour = stepsPerHour;
    this.seconds = secondsPerHour / stepsPerHour;
    const series = (): Float64Array => new Float64Array(mostHours * stepsPerHour);
    [this.demand, this.planned, this.wantedNodes] = [series(), series(), series()];
    [this.billedSeconds, this.servingSeconds, this.peakNodes] = [series(), series(), series()];
    [this.capacity, this.backlogBefore, this.backlog] = [series(), series(), series()];
    [this.served, this.unserved] = [series(), series()];
  }

  /** Hour of the plan a step is in. */
  hourOf(step: number): number {
    return this.firstHour + Math.floor(step / this.stepsPerHour);
  }
}

/**
 * Demand that nodes are wanted for in the steps `[from, end)`: what comes, and as much of what waits as must be done in a
 * step to be done in its time, D + B h / max(h, w). [EQ-CAP-7] Only the backlog before `from` is known, so that steps that
 * may put work off come here one by one.
 */
export const planSteps = (steps: DemandSteps, from: number, end: number, deferrableSeconds: number): void => {
  const { demand, planned, seconds, lastBacklog } = steps;
  const due = lastBacklog === 0 ? 0 : (lastBacklog * seconds) / max(seconds, deferrableSeconds);
  for (let step = from; step < end; step += 1) planned[step] = (demand[step] as number) + due;
};

/** What rounding leaves over is not unserved demand. */
const servedSlack = 1e-11;

/**
 * Serves what waits and what comes, up to the capacity; what is left waits as long as it may, and the rest is lost: S =
 * min(D + B, N c), B' = min(D + B - S, N c w / step), L = D + B - S - B'. [EQ-CAP-2] First come, first served: who comes
 * last would wait longest.
 */
export const serveSteps = (
  steps: DemandSteps, from: number, end: number, capacityPerNode: number, deferrableSeconds: number,
): void => {
  const { demand, servingSeconds, capacity, backlogBefore, backlog, served, unserved, seconds } = steps;
  let waiting = steps.lastBacklog;
  for (let step = from; step < end; step += 1) {
    const carried = ((servingSeconds[step] as number) / seconds) * capacityPerNode;
    const offered = (demand[step] as number) + waiting;
    const left = offered - carried;
    const isServed = left <= offered * servedSlack;
    backlogBefore[step] = waiting;
    waiting = isServed ? 0 : min(left, (carried * deferrableSeconds) / seconds);
    capacity[step] = carried;
    served[step] = isServed ? offered : carried;
    unserved[step] = isServed ? 0 : left - waiting;
    backlog[step] = waiting;
  }
  steps.lastBacklog = waiting;
};
