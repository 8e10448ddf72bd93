import { compensatedSum } from '../numeric/sum.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { DemandSteps, planSteps, serveSteps } from './demand-steps.ts';
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

const { max, min } = Math;

/** Nodes that start and stop slowly are looked at in steps of this length. */
const scalingStepSeconds = 300;
/** Hours worked on together: few enough that their series stay at hand. */
const hoursAtOnce = 24;

/** The smaller of two slopes of one sign; 0 where they turn. */
const limitedSlope = (before: number, after: number): number =>
  before * after <= 0 ? 0 : Math.abs(before) < Math.abs(after) ? before : after;

/** Hours being filled. */
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

  /** Sums up the steps of each hour. */
  add({ firstHour, stepsPerHour, count, billedSeconds, servingSeconds, peakNodes, served, unserved }: DemandSteps): void {
    for (let from = 0, hour = firstHour; from < count; from += stepsPerHour, hour += 1) {
      let [billed, serving, peak, met, lost] = [0, 0, 0, 0, 0];
      for (let step = from; step < from + stepsPerHour; step += 1) {
        billed += billedSeconds[step] as number;
        serving += servingSeconds[step] as number;
        peak = max(peak, peakNodes[step] as number);
        met += served[step] as number;
        lost += unserved[step] as number;
      }
      this.nodeSeconds[hour] = billed;
      this.servingSeconds[hour] = serving;
      if (this.peakNodes) this.peakNodes[hour] = peak;
      this.served[hour] = met / stepsPerHour;
      this.unserved[hour] = lost / stepsPerHour;
    }
  }
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
  for (let hour = first; hour < end; hour += 1) record.demand[hour] = (demandByHour[hour] as number) * share;
  const planner = new NodePlanner(sizing);
  const periods = input.periods ?? [activeHours];
  const logs = periods.map(() => new PeriodLog(sizing, planner));
  const steps = new DemandSteps(hoursAtOnce, sizing.scaling ? secondsPerHour / scalingStepSeconds : 1);
  const supply = sizing.scaling ? slowNodes(sizing.scaling) : promptNodes;
  let place = 0;
  for (let hour = first, next; hour < end; hour = next) {
    while (hour >= (periods[place]?.[1] ?? Infinity)) place += 1;
    const [from, to] = periods[place] ?? [Infinity, Infinity];
    next = min(hour + hoursAtOnce, end, hour < from ? from : to);
    setDemand(steps, record.demand, hour, next, activeHours);
    runSteps(steps, sizing, planner, supply);
    record.add(steps);
    if (hour >= from) logs[place]?.note(steps);
  }

  const leftOver = (steps.lastBacklog * steps.seconds) / secondsPerHour;
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

/** Demand of the steps of the hours `[first, end)`: it rises and falls evenly, and keeps the mean of its hour. */
const setDemand = (
  steps: DemandSteps, demandByHour: Float64Array, first: number, end: number, activeHours: readonly [number, number],
): void => {
  const { demand, stepsPerHour } = steps;
  steps.firstHour = first;
  steps.count = (end - first) * stepsPerHour;
  for (let hour = first, from = 0; hour < end; hour += 1, from += stepsPerHour) {
    const mean = demandByHour[hour] as number;
    if (stepsPerHour === 1) {
      demand[from] = mean;
      continue;
    }
    const rise = hour > activeHours[0] ? mean - (demandByHour[hour - 1] as number) : 0;
    const slope = limitedSlope(rise, hour + 1 < activeHours[1] ? (demandByHour[hour + 1] as number) - mean : 0);
    for (let step = 0; step < stepsPerHour; step += 1) demand[from + step] = mean + slope * ((step + 0.5) / stepsPerHour - 0.5);
  }
};

/** Fills in the nodes of the steps `[from, end)`, for those wanted. */
type Supply = (steps: DemandSteps, from: number, end: number) => void;

/**
 * Runs the steps at hand. Where nothing is put off, no step waits for what the one before it left, and all go through each
 * stage together; else one by one.
 */
const runSteps = (steps: DemandSteps, sizing: ServiceSizing, planner: NodePlanner, supply: Supply): void => {
  const { capacityPerNode, deferrableSeconds = 0 } = sizing;
  const stride = deferrableSeconds > 0 ? 1 : steps.count;
  for (let from = 0; from < steps.count; from += stride) {
    const end = from + stride;
    planSteps(steps, from, end, deferrableSeconds);
    planner.plan(steps, from, end);
    supply(steps, from, end);
    serveSteps(steps, from, end, capacityPerNode, deferrableSeconds);
  }
};

/** Nodes that are there when they are wanted. */
const promptNodes: Supply = ({ wantedNodes, peakNodes, billedSeconds, servingSeconds, seconds }, from, end) => {
  for (let step = from; step < end; step += 1) {
    const nodes = wantedNodes[step] as number;
    peakNodes[step] = nodes;
    billedSeconds[step] = nodes * seconds;
    servingSeconds[step] = nodes * seconds;
  }
};

/** Serving nodes grow to what is wanted, as far as they may, and are paid by their size: whole seconds. [EQ-CAP-8] */
const growNodes = (steps: DemandSteps, from: number, end: number, growth: number): void => {
  const { servingSeconds, billedSeconds, peakNodes, wantedNodes, seconds } = steps;
  for (let step = from; step < end; step += 1) {
    const serving = servingSeconds[step] as number;
    const grown = Math.ceil(min((wantedNodes[step] as number) * seconds, serving * growth) - serving - 1e-9);
    if (grown <= 0) continue;
    servingSeconds[step] = serving + grown;
    billedSeconds[step]! += grown;
    peakNodes[step] = max(peakNodes[step] as number, (serving + grown) / seconds);
  }
};

/** Nodes that come and go with lags, in balance when the plan begins. */
const slowNodes = (scaling: ServiceScaling): Supply => {
  const { growth } = scaling;
  let fleet: NodeFleet | null = null;
  return (steps, from, end) => {
    fleet ??= new NodeFleet(scaling, steps.seconds, steps.wantedNodes[0] as number);
    fleet.run(steps, from, end);
    if (growth > 1) growNodes(steps, from, end, growth);
  };
};
