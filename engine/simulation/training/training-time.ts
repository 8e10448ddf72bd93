import { billedPerUsefulHour } from '../../pricing/spot/checkpoint.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';

/** The work of a training run. */
export interface TrainingWork {
  /** All floating point operations. [EQ-TRN-1] */
  readonly flops: number;
  readonly stepCount: number;
  /** What the nodes exchange after every step, in bytes: the gradients. */
  readonly gradientBytes: number;
}

/** Nodes of one type, and what joins them. */
export interface TrainingNodes {
  /** Of all GPUs of a node, at the part of their peak that training reaches. */
  readonly flopsPerSecond: number;
  /** Bytes a second into and out of a node. */
  readonly bytesPerSecond: number;
  /** Part of the exchange that is hidden behind computing, 0 to 1. */
  readonly overlap: number;
  /** Nodes that fail or are taken back, of one in an hour; 0: none. */
  readonly failuresPerNodeHour: number;
  readonly checkpointSeconds: number;
  readonly restartSeconds: number;
}

export interface TrainingTime {
  readonly nodes: number;
  readonly hours: number;
  /** Parts of the hours; together 1. */
  readonly computeShare: number;
  readonly exchangeShare: number;
  readonly lostShare: number;
}

/** Seconds of a ring in which every node sends and receives all gradients: nothing for one node. */
const exchangeSeconds = ({ gradientBytes }: TrainingWork, { bytesPerSecond, overlap }: TrainingNodes, nodes: number): number =>
  (((2 * (nodes - 1)) / nodes) * gradientBytes * (1 - overlap)) / bytesPerSecond;

/** Hours paid for an hour of work, with checkpoints at Young's interval; Infinity when hardly any work is ever kept. [EQ-TRN-3] */
const slowdown = ({ failuresPerNodeHour, checkpointSeconds, restartSeconds }: TrainingNodes, nodes: number): number => {
  if (failuresPerNodeHour === 0) return 1;
  const mtbiHours = 1 / (failuresPerNodeHour * nodes);
  const interval = Math.sqrt(2 * checkpointSeconds * mtbiHours * secondsPerHour);
  return billedPerUsefulHour({ mtbiHours, checkpointSeconds, restartSeconds }, interval);
};

const told = (nodes: number, computeSeconds: number, exchange: number, factor: number): TrainingTime => {
  const useful = computeSeconds + exchange;
  return {
    nodes,
    hours: (useful * factor) / secondsPerHour,
    computeShare: computeSeconds / (useful * factor),
    exchangeShare: exchange / (useful * factor),
    lostShare: 1 - 1 / factor,
  };
};

/** Time of a run on so many nodes by what their GPUs can do: the roofline. [EQ-TRN-2], [EQ-TRN-3] */
export const trainingTime = (work: TrainingWork, on: TrainingNodes, nodes: number): TrainingTime =>
  told(nodes, work.flops / (nodes * on.flopsPerSecond), work.stepCount * exchangeSeconds(work, on, nodes), slowdown(on, nodes));

/** The same where it was measured how much so many nodes get done in a second: what they exchange is in it. [EQ-TRN-4] */
export const measuredTime = (flops: number, flopsPerSecond: number, on: TrainingNodes, nodes: number): TrainingTime =>
  told(nodes, flops / flopsPerSecond, 0, slowdown(on, nodes));
