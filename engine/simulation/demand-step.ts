/**
 * One step of a service: what was wanted of it, what ran, and what became of the demand. Those who have a part in a step
 * read and fill this one record, so that a year of five-minute steps makes no garbage.
 */
export interface DemandStep {
  /** Hour of the plan. */
  hour: number;
  /** Length of the step. */
  seconds: number;
  /** Mean over the step. */
  demand: number;
  /** Demand that nodes are wanted for: with its part of what waits. */
  planned: number;
  /** Nodes wanted for it. */
  wantedNodes: number;
  /** Node-seconds paid for, and at work; most nodes paid for at one time. */
  billedSeconds: number;
  servingSeconds: number;
  peakNodes: number;
  /** Demand the serving nodes could carry, fully used. */
  capacity: number;
  /** Demand that waits, as what a whole step could have brought: before and after. */
  backlogBefore: number;
  backlog: number;
  served: number;
  unserved: number;
}

export const emptyStep = (seconds: number): DemandStep => ({
  hour: 0,
  seconds,
  demand: 0,
  planned: 0,
  wantedNodes: 0,
  billedSeconds: 0,
  servingSeconds: 0,
  peakNodes: 0,
  capacity: 0,
  backlogBefore: 0,
  backlog: 0,
  served: 0,
  unserved: 0,
});

/**
 * Demand that nodes are wanted for: what comes, and as much of what waits as must be done in this step to be done in its
 * time, D + B h / max(h, w). [EQ-CAP-7]
 */
export const planStep = (step: DemandStep, deferrableSeconds: number): void => {
  const { demand, backlog, seconds } = step;
  step.planned = backlog === 0 ? demand : demand + (backlog * seconds) / Math.max(seconds, deferrableSeconds);
};

/** What rounding leaves over is not unserved demand. */
const servedSlack = 1e-11;

/**
 * Serves what waits and what comes, up to the capacity; what is left waits as long as it may, and the rest is lost: S =
 * min(D + B, N c), B' = min(D + B - S, N c w / step), L = D + B - S - B'. [EQ-CAP-2] First come, first served: who comes
 * last would wait longest.
 */
export const serveStep = (step: DemandStep, deferrableSeconds: number): void => {
  const offered = step.demand + step.backlog;
  const left = offered - step.capacity;
  step.backlogBefore = step.backlog;
  if (left <= offered * servedSlack) {
    step.served = offered;
    step.unserved = 0;
    step.backlog = 0;
    return;
  }
  const kept = Math.min(left, (step.capacity * deferrableSeconds) / step.seconds);
  step.served = step.capacity;
  step.unserved = left - kept;
  step.backlog = kept;
};
