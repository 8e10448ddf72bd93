import type { Issue } from '../../issue/issue.ts';
import type { ServedModel } from '../../simulation/inference/replica.ts';
import type { Ownership } from '../../workload/ownership.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { ownershipReader } from '../reading/read-ownership.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { modelServingTable } from '../tables/serving-tables.ts';

/** A model that is served, as stated. */
export interface PlannedServing {
  readonly id: string;
  readonly requestsPerSecond: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly hasRandomLengths: boolean;
  readonly model: ServedModel;
  readonly gpusPerCopy: number;
  /** Null: the fewest that keep the target. */
  readonly copies: number | null;
  readonly targetSeconds: number;
  readonly ownership: Ownership;
  readonly at: Locator;
}

const [billion, bytesPerKib, millisecondsPerSecond] = [1e9, 1024, 1000];

/** Rows of ModelServing by name. */
export const readServing = (
  input: ModelInput,
): { readonly servings: readonly PlannedServing[]; readonly table: ReadTable; readonly issues: readonly Issue[] } => {
  const { table, issues } = readTable(input, modelServingTable);
  const [id, lengths] = [textColumn(table, 'ServingId'), textColumn(table, 'Lengths')];
  const number = (columnId: string) => numberColumn(table, columnId);
  const [rate, prompt, output, parameters, bytes, context, gpus, copies, target] = [
    number('RequestsPerSecond'), number('PromptTokens'), number('OutputTokens'), number('ParametersBillion'), number('BytesPerParameter'),
    number('KvKiBPerToken'), number('GpusPerCopy'), number('Copies'), number('TargetFirstTokenMs'),
  ];
  const ownership = ownershipReader(table);
  const servings = table.rows.flatMap((row): PlannedServing[] => {
    if (row.isBroken) return [];
    return [
      {
        id: id(row) ?? '',
        requestsPerSecond: rate(row) ?? 0,
        promptTokens: prompt(row) ?? 1,
        outputTokens: output(row) ?? 1,
        hasRandomLengths: lengths(row) !== 'even',
        model: {
          parameterCount: (parameters(row) ?? 0) * billion,
          bytesPerParameter: bytes(row) ?? 2,
          kvBytesPerToken: (context(row) ?? 0) * bytesPerKib,
        },
        gpusPerCopy: gpus(row) ?? 1,
        copies: copies(row),
        targetSeconds: (target(row) ?? 0) / millisecondsPerSecond,
        ownership: ownership(row),
        at: columnId => locate(table, row, columnId),
      },
    ];
  });
  return { servings: servings.sort((a, b) => byName(a.id, b.id)), table, issues };
};
