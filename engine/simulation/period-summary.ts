import type { DemandStep } from './demand-step.ts';
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

  note(step: DemandStep): void {
    if (step.demand > this.peakDemand) {
      this.peakDemand = step.demand;
      this.peakPlanned = step.planned;
      this.peakWanted = step.wantedNodes;
      this.peakServing = step.servingSeconds / step.seconds;
    }
    if (step.unserved > 0 || step.backlog > 0) {
      this.firstShortHour ??= step.hour;
      const delay = step.capacity > 0 ? (step.backlog / step.capacity) * step.seconds : 0;
      if (delay > this.longestDelaySeconds) this.longestDelaySeconds = delay;
    }
    if (this.spread) this.noteWait(step, this.spread);
  }

  /**
   * Below capacity the wait is that of a steady state at the load of the step; what stands behind a backlog waits until
   * it is worked off; what is lost, or meets a full system that puts nothing off, waits without end.
   */
  private noteWait(step: DemandStep, spread: WaitSpread): void {
    const { queueing, capacityPerNode } = this.sizing;
    this.seconds += step.seconds;
    if (!queueing || step.demand === 0) return;
    const weight = step.demand * step.seconds;
    const load = (step.demand / capacityPerNode) * queueing.slotsPerNode;
    if (step.capacity > 0 && (step.backlogBefore > 0 || step.backlog > 0)) {
      const lost = Math.min(step.unserved, step.demand) * step.seconds;
      const delay = ((step.backlogBefore + step.backlog) / 2 / step.capacity) * step.seconds;
      spread.addEndless(lost);
      spread.addDelay(weight - lost, delay);
      this.waitingSeconds += (load * delay * step.seconds) / queueing.serviceSeconds;
      return;
    }
    const slots = Math.floor((step.servingSeconds / step.seconds) * queueing.slotsPerNode);
    if (step.unserved > 0 || load >= slots) {
      spread.addEndless(weight);
      this.waitingSeconds = Infinity;
      return;
    }
    const { probability, perSecond } = steadyWait(slots, load, queueing);
    spread.addWaiting(weight, probability, perSecond);
    this.waitingSeconds += (load * probability * step.seconds) / perSecond / queueing.serviceSeconds;
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
