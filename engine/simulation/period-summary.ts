import type { DemandSteps } from './demand-steps.ts';
import { steadyWait, type Constraint, type NodePlanner } from './node-planner.ts';
import { WaitSpread } from './queueing/wait-spread.ts';
import type { ServiceSizing } from './service-sizing.ts';

/** How long demand waited in a month, or another part of the plan. */
export interface PeriodWaits {
  /** Wait that 50, 95 and 99 % of the demand do not exceed; null when more than the rest is not served. */
  readonly p50Seconds: number | null;
  readonly p95Seconds: number | null;
  readonly p99Seconds: number | null;
  /** Requests waiting in the mean of time; null when the line was without end at some time. */
  readonly meanWaiting: number | null;
}

export interface PeriodSummary {
  /** What set the nodes when demand was highest. */
  readonly constraint: Constraint;
  /** First hour in which demand was lost or put off; null: none. */
  readonly firstShortHour: number | null;
  /** Longest time that demand put off had to wait for its turn. */
  readonly longestDelaySeconds: number;
  /** Null when nothing is known of waiting. */
  readonly waits: PeriodWaits | null;
}

/** Gathers what one period of a service was like, step by step. */
export class PeriodLog {
  private readonly sizing: ServiceSizing;
  private readonly planner: NodePlanner;
  private readonly spread: WaitSpread | null;
  private peakDemand = -1;
  private peakPlanned = 0;
  private peakWanted = 0;
  private peakServing = 0;
  private firstShortHour: number | null = null;
  private longestDelaySeconds = 0;
  private waitingSeconds = 0;
  private seconds = 0;

  constructor(sizing: ServiceSizing, planner: NodePlanner) {
    this.sizing = sizing;
    this.planner = planner;
    this.spread = sizing.queueing ? new WaitSpread() : null;
  }

  note(steps: DemandSteps): void {
    const { demand, unserved, backlog } = steps;
    for (let step = 0; step < steps.count; step += 1) {
      if ((demand[step] as number) > this.peakDemand) this.notePeak(steps, step);
      if ((unserved[step] as number) > 0 || (backlog[step] as number) > 0) this.noteShort(steps, step);
      if (this.spread) this.noteWait(steps, step, this.spread);
    }
  }

  private notePeak(steps: DemandSteps, step: number): void {
    this.peakDemand = steps.demand[step] as number;
    this.peakPlanned = steps.planned[step] as number;
    this.peakWanted = steps.wantedNodes[step] as number;
    this.peakServing = (steps.servingSeconds[step] as number) / steps.seconds;
  }

  private noteShort(steps: DemandSteps, step: number): void {
    const capacity = steps.capacity[step] as number;
    this.firstShortHour ??= steps.hourOf(step);
    const delay = capacity > 0 ? ((steps.backlog[step] as number) / capacity) * steps.seconds : 0;
    if (delay > this.longestDelaySeconds) this.longestDelaySeconds = delay;
  }

  /**
   * Below capacity the wait is that of a steady state at the load of the step; what stands behind a backlog waits until
   * it is worked off; what is lost, or meets a full system that puts nothing off, waits without end.
   */
  private noteWait(steps: DemandSteps, step: number, spread: WaitSpread): void {
    const { queueing, capacityPerNode } = this.sizing;
    const { seconds } = steps;
    const demand = steps.demand[step] as number;
    this.seconds += seconds;
    if (!queueing || demand === 0) return;
    const capacity = steps.capacity[step] as number;
    const unserved = steps.unserved[step] as number;
    const backlogs = (steps.backlogBefore[step] as number) + (steps.backlog[step] as number);
    const weight = demand * seconds;
    const load = (demand / capacityPerNode) * queueing.slotsPerNode;
    if (capacity > 0 && backlogs > 0) {
      const lost = Math.min(unserved, demand) * seconds;
      const delay = (backlogs / 2 / capacity) * seconds;
      spread.addEndless(lost);
      spread.addDelay(weight - lost, delay);
      this.waitingSeconds += (load * delay * seconds) / queueing.serviceSeconds;
      return;
    }
    const slots = Math.floor(((steps.servingSeconds[step] as number) / seconds) * queueing.slotsPerNode);
    if (unserved > 0 || load >= slots) {
      spread.addEndless(weight);
      this.waitingSeconds = Infinity;
      return;
    }
    const { probability, perSecond } = steadyWait(slots, load, queueing);
    spread.addWaiting(weight, probability, perSecond);
    this.waitingSeconds += (load * probability * seconds) / perSecond / queueing.serviceSeconds;
  }

  private get constraint(): Constraint {
    if (this.peakDemand < 0) return 'none';
    if (this.peakServing < this.peakWanted) return 'scale-out lag';
    if (this.peakServing > this.peakWanted) return 'scale-in lag';
    return this.planner.constraintOf(this.peakPlanned);
  }

  summary(): PeriodSummary {
    const { constraint, firstShortHour, longestDelaySeconds, spread, waitingSeconds, seconds } = this;
    const waits = spread && {
      p50Seconds: spread.percentile(0.5),
      p95Seconds: spread.percentile(0.95),
      p99Seconds: spread.percentile(0.99),
      meanWaiting: seconds > 0 && Number.isFinite(waitingSeconds) ? waitingSeconds / seconds : null,
    };
    return { constraint, firstShortHour, longestDelaySeconds, waits };
  }
}
