import type { Precision } from '../../catalog/accelerator.ts';
import type { Issue } from '../../issue/issue.ts';
import { quoteHoursPerMonth, secondsPerHour } from '../../quantity/conversion.ts';
import type { ScalingPoint } from '../../simulation/sizing/scaling-fit.ts';
import type { TrainingWork } from '../../simulation/training/training-time.ts';
import type { Ownership } from '../../workload/ownership.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { ownershipReader } from '../reading/read-ownership.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { modelTrainingTable, trainingRunsTable } from '../tables/training-tables.ts';

/** A training run, as stated. */
export interface PlannedTraining {
  readonly id: string;
  readonly tokens: number;
  readonly work: TrainingWork;
  readonly precision: Precision;
  readonly efficiency: number;
  readonly nodes: number;
  readonly mostNodes: number;
  readonly bytesPerSecond: number;
  readonly overlap: number;
  readonly memoryBytes: number;
  readonly failuresPerNodeHour: number;
  readonly checkpointSeconds: number;
  readonly restartSeconds: number;
  /** Seconds of a local clock; null: with the placement. */
  readonly localStart: number | null;
  /** Operations a second by node count, of a node type in small letters. */
  readonly measured: ReadonlyMap<string, readonly ScalingPoint[]>;
  readonly ownership: Ownership;
  readonly at: Locator;
}

const [billion, million, bitsPerByte, gradientBytes] = [1e9, 1e6, 8, 2];

/** Rows of ModelTraining by name, with what TrainingRuns measured of each. */
export const readTraining = (
  input: ModelInput,
): { readonly trainings: readonly PlannedTraining[]; readonly tables: readonly ReadTable[]; readonly issues: readonly Issue[] } => {
  const { table, issues } = readTable(input, modelTrainingTable);
  const runs = readTable(input, trainingRunsTable);
  const [ofTraining, nodeType] = [textColumn(runs.table, 'TrainingId'), textColumn(runs.table, 'NodeType')];
  const [runNodes, tokensPerSecond] = [numberColumn(runs.table, 'Nodes'), numberColumn(runs.table, 'TokensPerSecond')];
  const [id, precision] = [textColumn(table, 'TrainingId'), textColumn(table, 'Precision')];
  const columns = new Map(modelTrainingTable.columns.map(column => [column.id, numberColumn(table, column.id)]));
  const ownership = ownershipReader(table);
  const trainings = table.rows.flatMap((row): PlannedTraining[] => {
    if (row.isBroken) return [];
    const value = (columnId: string): number => columns.get(columnId)?.(row) ?? 0;
    const name = id(row) ?? '';
    const tokens = value('TokensBillion') * billion;
    const parameters = value('ParametersBillion') * billion;
    const flopsPerToken = value('FlopsPerParameter') * parameters;
    const measured = new Map<string, ScalingPoint[]>();
    for (const run of runs.table.rows) {
      if (run.isBroken || ofTraining(run)?.toLowerCase() !== name.toLowerCase()) continue;
      const type = (nodeType(run) ?? '').toLowerCase();
      const point = { nodeCount: runNodes(run) ?? 1, throughput: (tokensPerSecond(run) ?? 0) * flopsPerToken };
      measured.set(type, [...(measured.get(type) ?? []), point]);
    }
    const nodes = value('Nodes');
    return [{
      id: name,
      tokens,
      work: { flops: flopsPerToken * tokens, stepCount: tokens / (value('TokensPerStepMillion') * million), gradientBytes: parameters * gradientBytes },
      precision: (precision(row) ?? 'half') as Precision,
      efficiency: value('Efficiency'),
      nodes,
      mostNodes: columns.get('MostNodes')?.(row) ?? 4 * nodes,
      bytesPerSecond: (value('InterconnectGbps') * billion) / bitsPerByte,
      overlap: value('Overlap'),
      memoryBytes: value('MemoryPerParameter') * parameters,
      failuresPerNodeHour: value('FailuresPerNodeMonth') / quoteHoursPerMonth,
      checkpointSeconds: value('CheckpointSeconds'),
      restartSeconds: value('RestartSeconds'),
      localStart: columns.get('Start')?.(row) ?? null,
      measured,
      ownership: ownership(row),
      at: columnId => locate(table, row, columnId),
    }];
  });
  return { trainings: trainings.sort((a, b) => byName(a.id, b.id)), tables: [table, runs.table], issues: [...issues, ...runs.issues] };
};

/** Seconds of so many hours, whole: the last one begun is paid. */
export const paidSeconds = (hours: number): number => Math.ceil(hours * secondsPerHour - 1e-6);
