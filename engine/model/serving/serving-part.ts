import { findAccelerator } from '../../catalog/accelerator.ts';
import type { NodeType } from '../../catalog/node-type.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PlacedServing, ServingOutcome } from '../../report/serving-outcome.ts';
import { buildServing, servingChecks } from '../../report/tables/serving.ts';
import { replicaOf } from '../../simulation/inference/replica.ts';
import { instantOfHour, planHours } from '../../workload/horizon.ts';
import type { ModelPart } from '../parts/model-part.ts';
import type { PartWorkload, Placement } from '../plan.ts';
import { modelServingTable, requestsTable } from '../tables/serving-tables.ts';
import { readServing, type PlannedServing } from './read-serving.ts';
import { gpusOf, simulateServing } from './simulate-serving.ts';

/** Serves an hour on GPUs of a node type. Reports a GPU that is not known, a model that does not fit, a target nobody keeps. */
const serveOn = (serving: PlannedServing, placement: Placement, node: NodeType, seed: number): Result<ServingOutcome> => {
  const { id, model, gpusPerCopy, promptTokens, outputTokens, at } = serving;
  const accelerator = findAccelerator(node.gpuModel, node.gpuMemoryGib);
  if (!accelerator || node.gpuCount === 0) {
    const values = { nodeType: node.name, gpu: node.gpuModel ?? '' };
    return fail(makeIssue('gpu-speed-unknown', values, { location: placement.at('NodeType') }));
  }
  const copiesPerNode = Math.floor(node.gpuCount / gpusPerCopy);
  if (copiesPerNode === 0) {
    const values = { serving: id, gpus: gpusPerCopy, nodeType: node.name, available: node.gpuCount };
    return fail(makeIssue('copy-larger-than-node', values, { location: at('GpusPerCopy') }));
  }
  const { contextTokens } = replicaOf(model, gpusOf(accelerator, gpusPerCopy));
  if (contextTokens < promptTokens + outputTokens) {
    const weightsGb = (model.parameterCount * model.bytesPerParameter) / 1e9;
    const values = { serving: id, weightsGb, gpus: gpusPerCopy, memoryGb: accelerator.memoryGb, tokens: Math.max(0, contextTokens) };
    return fail(makeIssue('model-too-large', values, { location: at('ParametersBillion') }));
  }
  const outcome = simulateServing(serving, accelerator, copiesPerNode, seed);
  return outcome ? ok(outcome) : fail(makeIssue('first-token-too-late', { serving: id, target: serving.targetSeconds * 1000 }, { location: at('TargetFirstTokenMs') }));
};

/** More came than the copies can do: the queue grows without end, and the percentiles are those of an hour of it. */
const overload = ({ id, at }: PlannedServing, placement: Placement, { load, copies }: ServingOutcome): Issue[] =>
  load <= 1 ? [] : [makeIssue('serving-overloaded', { serving: id, placement: placement.id, load, copies }, { severity: 'warning', location: at('Copies') })];

/** How many GPUs answer the requests of a language model in time: asked by the table ModelServing. */
export const servingPart: ModelPart = {
  id: 'serving',
  specs: [modelServingTable, requestsTable],
  ask({ input, settings, horizon }) {
    const { servings, tables, issues } = readServing(input);
    const placed = new Map<string, PlacedServing>();
    const known = new Map<string, Result<ServingOutcome>>();
    const workloads = servings.map((serving): PartWorkload => ({
      kind: 'part',
      id: serving.id,
      keyColumn: 'ServingId',
      ownership: serving.ownership,
      at: serving.at,
      use(placement, node) {
        if (placement.share !== 1) {
          return fail(makeIssue('queue-not-shared', { queue: serving.id, share: placement.share }, { location: placement.at('Share') }));
        }
        // Scenarios that differ in price alone share the work.
        const key = JSON.stringify([serving.id, node.gpuModel, node.gpuMemoryGib, node.gpuCount]);
        const outcome = known.get(key) ?? serveOn(serving, placement, node, settings.randomSeed);
        known.set(key, outcome);
        if (!outcome.ok) return outcome;
        const { requestsPerSecond, outputTokens } = serving;
        placed.set(placement.id, { servingId: serving.id, requestsPerSecond, outputTokens, outcome: outcome.value });
        const [first, end] = planHours(horizon, placement.from, placement.to);
        const nodeSecondsByHour = new Float64Array(horizon.hourCount).fill(outcome.value.nodes * secondsPerHour, first, end);
        const period = { start: instantOfHour(horizon, first), end: instantOfHour(horizon, end) };
        return ok({ nodeSecondsByHour, period, warnings: overload(serving, placement, outcome.value) });
      },
    }));
    return {
      issues,
      tables,
      workloads,
      answer: () => ({
        issues: [],
        makeReport(results, ledger) {
          const { table: serving, charts } = buildServing(placed, results, ledger);
          return { tables: [serving], charts, checks: servingChecks(placed, results) };
        },
      }),
    };
  },
};
