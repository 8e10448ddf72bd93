import { compensatedSum } from '../numeric/sum.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { emptyStep, planStep, serveStep, type DemandStep } from './demand-step.ts';
import { NodeFleet } from './node-fleet.ts';
import { NodePlanner } from './node-planner.ts';
import { PeriodLog, type PeriodSummary } from './period-summary.ts';
import type { ServiceScaling, ServiceSizing } from './service-sizing.ts';

export interface CapacityInput {
  readonly sizing: ServiceSizing;
  /** Demand of each hour of the plan. */
  readonly demandByHour: Float64Array;
  /** Part of the demand taken here. */
  readonly share: number;
  /** Hours of the plan in which anything runs, `[first, end)`. */
  readonly activeHours: readonly [first: number, end: number];
  /** Parts of the plan to be summed up, such as months, in their order; the active hours when absent. */
  readonly periods?: readonly (readonly [first: number, end: number])[];
}

/** What ran in each hour of the plan; zero outside the active hours. */
export interface ServiceCapacity {
  /** Nodes paid for, in the mean of the hour, and at most. */
  readonly nodesByHour: Float64Array;
  readonly peakNodesByHour: Float64Array;
  /** The same as whole node-seconds. */
  readonly nodeSecondsByHour: Float64Array;
  /** Nodes that serve, in the mean of the hour: those paid for, less those that warm up. */
  readonly servingNodesByHour: Float64Array;
  readonly demandByHour: Float64Array;
  readonly servedByHour: Float64Array;
  /** Demand the nodes could not carry even fully used, nor put off. */
  readonly unservedByHour: Float64Array;
  /** Demand that still waits at the end, in demand times hours. */
  readonly leftOver: number;
  readonly periods: readonly PeriodSummary[];
}

/** Nodes that start and stop slowly are looked at in steps of this length. */
const scalingStepSeconds = 300;

/** The smaller of two slopes of one sign; 0 where they turn. */
const limitedSlope = (before: number, after: number): number =>
  before * after <= 0 ? 0 : Math.abs(before) < Math.abs(after) ? before : after;

/** Hours being filled, with the step at hand. */
class CapacityRecord {
  readonly nodeSeconds: Float64Array;
  readonly servingSeconds: Float64Array;
  readonly peakNodes: Float64Array | null;
  readonly demand: Float64Array;
  readonly served: Float64Array;
  readonly unserved: Float64Array;

  /** Nodes without lags all serve: their series is kept once. */
  constructor(hourCount: number, hasLags: boolean) {
    const hours = (): Float64Array => new Float64Array(hourCount);
    this.nodeSeconds = hours();
    this.servingSeconds = hasLags ? hours() : this.nodeSeconds;
    this.peakNodes = hasLags ? hours() : null;
    [this.demand, this.served, this.unserved] = [hours(), hours(), hours()];
  }

  set(hour: number, { nodeSeconds, servingSeconds, peakNodes, served, unserved }: HourSums): void {
    this.nodeSeconds[hour] = nodeSeconds;
    this.servingSeconds[hour] = servingSeconds;
    if (this.peakNodes) this.peakNodes[hour] = peakNodes;
    this.served[hour] = served;
    this.unserved[hour] = unserved;
  }
}

interface HourSums {
  readonly nodeSeconds: number;
  readonly servingSeconds: number;
  readonly peakNodes: number;
  /** In the mean of the hour. */
  readonly served: number;
  readonly unserved: number;
}

/**
 * Nodes, served and unserved demand of each hour. A node carries up to its full capacity before demand goes unserved, so
 * the targets are headroom, not limits. Without lags nodes follow demand hour by hour; with them in steps of five minutes,
 * in which demand rises and falls evenly and keeps the mean of its hour. Throws when served, unserved and left-over demand
 * do not add up to what was demanded.
 */
export const serviceCapacity = (input: CapacityInput): ServiceCapacity => {
  const { sizing, demandByHour, share, activeHours } = input;
  const [first, end] = activeHours;
  const record = new CapacityRecord(demandByHour.length, sizing.scaling !== undefined);
  const planner = new NodePlanner(sizing);
  const periods = input.periods ?? [activeHours];
  const logs = periods.map(() => new PeriodLog(sizing, planner));
  const run = sizing.scaling ? slowHour(sizing, sizing.scaling, planner) : promptHour(sizing, planner);
  let place = 0;
  for (let hour = first; hour < end; hour += 1) {
    while (hour >= (periods[place]?.[1] ?? Infinity)) place += 1;
    const log = hour >= (periods[place]?.[0] ?? Infinity) ? logs[place] : undefined;
    const at = (index: number): number => (demandByHour[index] as number) * share;
    const demand = at(hour);
    const slope = limitedSlope(hour > first ? demand - at(hour - 1) : 0, hour + 1 < end ? at(hour + 1) - demand : 0);
    record.demand[hour] = demand;
    run.hour(hour, demand, slope, record, log);
  }

  const leftOver = (run.step.backlog * run.step.seconds) / secondsPerHour;
  const total = compensatedSum(record.demand);
  const accounted = compensatedSum(record.served) + compensatedSum(record.unserved) + leftOver;
  if (Math.abs(total - accounted) > 1e-9 * Math.max(1, total))
    throw new Error(`${total} demanded, ${accounted} accounted for`);
  const meanOf = (seconds: Float64Array): Float64Array => seconds.map(each => each / secondsPerHour);
  const nodesByHour = meanOf(record.nodeSeconds);
  return {
    nodesByHour,
    peakNodesByHour: record.peakNodes ?? nodesByHour,
    nodeSecondsByHour: record.nodeSeconds,
    servingNodesByHour: record.servingSeconds === record.nodeSeconds ? nodesByHour : meanOf(record.servingSeconds),
    demandByHour: record.demand,
    servedByHour: record.served,
    unservedByHour: record.unserved,
    leftOver,
    periods: logs.map(log => log.summary()),
  };
};

interface HourRun {
  readonly step: DemandStep;
  /** Runs one hour of mean `demand`, rising by `slope` from its start to its end. */
  hour(hour: number, demand: number, slope: number, record: CapacityRecord, log: PeriodLog | undefined): void;
}

/** Nodes that are there when they are wanted: one step to the hour. */
const promptHour = (sizing: ServiceSizing, planner: NodePlanner): HourRun => {
  const step = emptyStep(secondsPerHour);
  const { capacityPerNode, deferrableSeconds = 0 } = sizing;
  return {
    step,
    hour(hour, demand, _slope, record, log) {
      step.hour = hour;
      step.demand = demand;
      planStep(step, deferrableSeconds);
      planner.plan(step);
      const nodes = step.wantedNodes;
      const nodeSeconds = nodes * secondsPerHour;
      step.servingSeconds = nodeSeconds;
      step.capacity = nodes * capacityPerNode;
      serveStep(step, deferrableSeconds);
      const { served, unserved } = step;
      record.set(hour, { nodeSeconds, servingSeconds: nodeSeconds, peakNodes: nodes, served, unserved });
      log?.note(step);
    },
  };
};

/** Serving nodes grow to what is wanted, as far as they may, and are paid by their size: whole seconds. [EQ-CAP-8] */
const growNodes = (step: DemandStep, growth: number): void => {
  const { servingSeconds, wantedNodes, seconds } = step;
  const grown = Math.ceil(Math.min(wantedNodes * seconds, servingSeconds * growth) - servingSeconds - 1e-9);
  if (grown <= 0) return;
  step.servingSeconds += grown;
  step.billedSeconds += grown;
  step.peakNodes = Math.max(step.peakNodes, step.servingSeconds / seconds);
};

/** Nodes that come and go with lags, in balance when the plan begins. */
const slowHour = (sizing: ServiceSizing, scaling: ServiceScaling, planner: NodePlanner): HourRun => {
  const step = emptyStep(scalingStepSeconds);
  const { capacityPerNode, deferrableSeconds = 0 } = sizing;
  const { growth } = scaling;
  const stepCount = secondsPerHour / scalingStepSeconds;
  let fleet: NodeFleet | null = null;
  return {
    step,
    hour(hour, mean, slope, record, log) {
      let [nodeSeconds, servingSeconds, peakNodes, served, unserved] = [0, 0, 0, 0, 0];
      step.hour = hour;
      for (let index = 0; index < stepCount; index += 1) {
        step.demand = mean + slope * ((index + 0.5) / stepCount - 0.5);
        planStep(step, deferrableSeconds);
        planner.plan(step);
        fleet ??= new NodeFleet(scaling, scalingStepSeconds, step.wantedNodes);
        fleet.run(step);
        if (growth > 1) growNodes(step, growth);
        step.capacity = (step.servingSeconds / scalingStepSeconds) * capacityPerNode;
        serveStep(step, deferrableSeconds);
        nodeSeconds += step.billedSeconds;
        servingSeconds += step.servingSeconds;
        if (step.peakNodes > peakNodes) peakNodes = step.peakNodes;
        served += step.served;
        unserved += step.unserved;
        log?.note(step);
      }
      served /= stepCount;
      unserved /= stepCount;
      record.set(hour, { nodeSeconds, servingSeconds, peakNodes, served, unserved });
    },
  };
};
