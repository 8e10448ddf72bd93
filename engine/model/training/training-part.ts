import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { PlacedTraining } from '../../report/training-outcome.ts';
import { buildTraining } from '../../report/tables/training.ts';
import { nodeSecondsByHour } from '../../simulation/farm-run.ts';
import type { ModelPart } from '../parts/model-part.ts';
import type { PartUse, PartWorkload, Placement } from '../plan.ts';
import { isoDayOf } from '../rating/meter-rates.ts';
import { modelTrainingTable, trainingRunsTable } from '../tables/training-tables.ts';
import { paidSeconds, readTraining, type PlannedTraining } from './read-training.ts';
import { trainOn, type Trained } from './train-on.ts';

interface Placed {
  readonly training: PlannedTraining;
  readonly placement: Placement;
  readonly trained: Trained;
  readonly gpusPerNode: number;
  readonly start: number;
}

/** How long models train on how many GPUs: asked by the table ModelTraining. */
export const trainingPart: ModelPart = {
  id: 'training',
  specs: [modelTrainingTable, trainingRunsTable],
  ask({ input, settings, horizon }) {
    const { trainings, tables, issues } = readTraining(input);
    const placed = new Map<string, Placed>();
    const workloads = trainings.map((training): PartWorkload => ({
      kind: 'part',
      id: training.id,
      keyColumn: 'TrainingId',
      ownership: training.ownership,
      at: training.at,
      use(placement, node): Result<PartUse> {
        if (placement.share !== 1) {
          return fail(makeIssue('queue-not-shared', { queue: training.id, share: placement.share }, { location: placement.at('Share') }));
        }
        const trained = trainOn(training, placement, node);
        if (!trained.ok) return trained;
        const earliest = Math.max(placement.from, horizon.start);
        const start = training.localStart === null ? earliest : settings.timeZone.instantOf(training.localStart);
        const end = start + paidSeconds(trained.value.planned.hours);
        const latest = Math.min(placement.to, horizon.end);
        if (start < earliest || start >= latest) {
          const values = { job: training.id, start: isoOfInstant(start), from: isoOfInstant(earliest), to: isoOfInstant(latest) };
          return fail(makeIssue('job-outside-placement', values, { location: training.at('Start') }));
        }
        placed.set(placement.id, { training, placement, trained: trained.value, gpusPerNode: node.gpuCount, start });
        const late = { job: training.id, end: isoOfInstant(end), limit: isoOfInstant(latest) };
        return ok({
          nodeSecondsByHour: nodeSecondsByHour(training.nodes, start, end, horizon),
          period: { start, end: Math.min(end, horizon.end) },
          warnings: end > latest ? [makeIssue('job-ends-late', late, { severity: 'warning', location: training.at('Nodes') })] : [],
        });
      },
    }));
    return {
      issues,
      tables,
      workloads,
      answer({ charge: { prices } }) {
        const outcomeOf = ({ training, placement, trained, gpusPerNode, start }: Placed): PlacedTraining => {
          const { key, purchase, workload, from } = placement;
          const day = isoDayOf(purchase.kind === 'reserved' ? from : start);
          const price = prices.find(key, purchase, day, workload.ownership.account);
          const perHour = price.ok ? price.value.converted.effectivePerHour.amount.toNumber() : null;
          const tried = trained.tried.map(time => ({ ...time, cost: perHour === null ? null : perHour * time.nodes * time.hours }));
          const { basis, grade } = trained;
          return { trainingId: training.id, basis, grade, tokens: training.tokens, gpusPerNode, nodes: training.nodes, tried };
        };
        const outcomes = new Map([...placed].map(([placementId, each]) => [placementId, outcomeOf(each)]));
        return {
          issues: [],
          makeReport(results, ledger) {
            const { table, charts } = buildTraining(outcomes, results, ledger);
            return { tables: [table], charts };
          },
        };
      },
    };
  },
};
