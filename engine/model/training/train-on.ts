import { findAccelerator, precisions, type Accelerator } from '../../catalog/accelerator.ts';
import type { NodeType } from '../../catalog/node-type.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import { effectiveNodeCount } from '../../simulation/scaling.ts';
import { fitScaling } from '../../simulation/sizing/scaling-fit.ts';
import { measuredTime, trainingTime, type TrainingNodes, type TrainingTime } from '../../simulation/training/training-time.ts';
import type { TrainingBasis } from '../../report/training-outcome.ts';
import type { Placement } from '../plan.ts';
import type { PlannedTraining } from './read-training.ts';

export interface Trained {
  readonly basis: TrainingBasis;
  readonly grade: string;
  readonly planned: TrainingTime;
  /** Ascending by node count, those that hold the model. */
  readonly tried: readonly TrainingTime[];
}

const [flopsPerTflop, bytesPerGb, bytesPerGib] = [1e12, 1e9, 2 ** 30];

const nodesOf = (training: PlannedTraining, flopsPerSecond: number): TrainingNodes => {
  const { bytesPerSecond, overlap, failuresPerNodeHour, checkpointSeconds, restartSeconds } = training;
  return { flopsPerSecond, bytesPerSecond, overlap, failuresPerNodeHour, checkpointSeconds, restartSeconds };
};

interface Clock {
  readonly basis: TrainingBasis;
  timeOf(nodes: number): TrainingTime;
}

/** Measured first: a curve through three node counts or more; from fewer the model's own curve, moved to go through them. */
const clockOf = (training: PlannedTraining, node: NodeType, peak: number | null): Clock | null => {
  const { work, efficiency, measured } = training;
  const points = measured.get(node.name.toLowerCase()) ?? [];
  const fit = fitScaling(points);
  if (fit.ok) {
    const { perNode, sigma, kappa } = fit.value;
    const throughputOf = (nodes: number): number => perNode * effectiveNodeCount(nodes, sigma, kappa);
    return { basis: 'measured', timeOf: nodes => measuredTime(work.flops, throughputOf(nodes), nodesOf(training, 0), nodes) };
  }
  if (peak === null) return null;
  const on = nodesOf(training, node.gpuCount * peak * flopsPerTflop * efficiency);
  const modelled = (nodes: number): number => {
    const { hours } = trainingTime(work, { ...on, failuresPerNodeHour: 0 }, nodes);
    return work.flops / (hours * secondsPerHour);
  };
  if (points.length === 0) return { basis: 'roofline', timeOf: nodes => trainingTime(work, on, nodes) };
  const ratio = points.reduce((sum, { nodeCount, throughput }) => sum + throughput / modelled(nodeCount), 0) / points.length;
  return { basis: 'scaled', timeOf: nodes => measuredTime(work.flops, modelled(nodes) * ratio, on, nodes) };
};

/** Far fewer nodes than planned would take years, and hide the others in a chart. */
const leastPart = 1 / 8;

const triedCounts = ({ nodes, mostNodes }: PlannedTraining): number[] => {
  const counts = new Set([nodes]);
  for (let count = 1; count <= mostNodes; count *= 2) if (count >= nodes * leastPart) counts.add(count);
  return [...counts].sort((a, b) => a - b);
};

/**
 * A run on nodes of a type. Reports a GPU or a precision whose peak is not known, memory that is too small, and failures that
 * let nothing be finished.
 */
export const trainOn = (training: PlannedTraining, placement: Placement, node: NodeType): Result<Trained> => {
  const { id, precision, nodes, memoryBytes, at } = training;
  const accelerator: Accelerator | null = findAccelerator(node.gpuModel, node.gpuMemoryGib);
  const names = { nodeType: node.name, gpu: node.gpuModel ?? '' };
  const clock = clockOf(training, node, accelerator && node.gpuCount > 0 ? accelerator.tflops[precision] : null);
  if (!clock && (!accelerator || node.gpuCount === 0)) return fail(makeIssue('gpu-speed-unknown', names, { location: placement.at('NodeType') }));
  if (!clock) {
    const offered = precisions.filter(each => accelerator?.tflops[each] !== null).join(', ');
    return fail(makeIssue('precision-not-offered', { ...names, precision, offered }, { location: at('Precision') }));
  }
  const memoryGb = accelerator?.memoryGb ?? ((node.gpuMemoryGib ?? Infinity) * bytesPerGib) / bytesPerGb;
  const nodeBytes = memoryGb * bytesPerGb * node.gpuCount;
  const least = Math.ceil(memoryBytes / nodeBytes);
  if (nodes < least) {
    const values = { training: id, neededGb: memoryBytes / bytesPerGb, nodes, memoryGb: (nodeBytes * nodes) / bytesPerGb, least };
    return fail(makeIssue('training-too-large', values, { location: at('Nodes') }));
  }
  const planned = clock.timeOf(nodes);
  if (!Number.isFinite(planned.hours)) {
    return fail(makeIssue('training-never-ends', { training: id, nodes }, { location: at('FailuresPerNodeMonth') }));
  }
  const tried = triedCounts(training).filter(count => count >= least).map(clock.timeOf).filter(({ hours }) => Number.isFinite(hours));
  return ok({ basis: clock.basis, grade: accelerator?.grade ?? '', planned, tried });
};
