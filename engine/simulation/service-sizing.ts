import { unitsFor } from './sizing/whole-units.ts';

const { max, min } = Math;

/** How long demand may wait for a node, and what that follows from. */
export interface ServiceQueueing {
  /** Requests a node works on at the same time. */
  readonly slotsPerNode: number;
  /** Mean time a request takes once it is worked on. */
  readonly serviceSeconds: number;
  /** Squared coefficients of variation of the time between requests, and of their service. */
  readonly arrivalScv: number;
  readonly serviceScv: number;
  /** Null: waits are told, but nodes follow the utilization alone. */
  readonly target: WaitLimit | null;
}

/** A wait that must be kept in the mean, or by a part of the requests. */
export interface WaitLimit {
  readonly seconds: number;
  /** Null: in the mean. */
  readonly part: number | null;
}

/** How slowly nodes follow demand. Whole seconds. */
export interface ServiceScaling {
  /** From the need for a node to its start: noticing, deciding, provisioning. */
  readonly scaleOutSeconds: number;
  /** From its start, when it is billed, until it serves. */
  readonly warmUpSeconds: number;
  /** How long fewer nodes must have been enough before any is stopped. */
  readonly scaleInSeconds: number;
  /** Least time between two changes. */
  readonly cooldownSeconds: number;
  /** Times its size a node may grow to at once, without a restart (hot add); 1: it stays as it is. */
  readonly growth: number;
}

/** How a service turns demand into nodes. */
export interface ServiceSizing {
  /** Demand one fully used node carries. */
  readonly capacityPerNode: number;
  /** Share of a node that may be used in the mean of an hour, above 0 up to 1. */
  readonly targetUtilization: number;
  readonly minNodes: number;
  /** Infinity: no limit. */
  readonly maxNodes: number;
  /** How long demand that finds no room may wait before it is lost; 0 when absent. */
  readonly deferrableSeconds?: number;
  /** Absent: nothing is known of waiting. */
  readonly queueing?: ServiceQueueing;
  /** Absent: nodes follow demand at once. */
  readonly scaling?: ServiceScaling;
}

/** Demand a node carries in the mean: c u. */
export const usablePerNode = ({ capacityPerNode, targetUtilization }: ServiceSizing): number => capacityPerNode * targetUtilization;

/** Whole nodes for so many nodes' worth of demand, within the limits. */
export const nodesWithin = (quotient: number, least: number, most: number): number => min(most, max(least, unitsFor(quotient)));

/** Nodes the utilization asks for, within the limits: N = min(max(ceil(D / (c u)), least), most). [EQ-CAP-1] */
export const nodesForDemand = (demand: number, sizing: ServiceSizing): number =>
  nodesWithin(demand / usablePerNode(sizing), sizing.minNodes, sizing.maxNodes);
