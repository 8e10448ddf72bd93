import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { groupBy } from '../../report/group-by.ts';
import type { ServedModel } from '../../simulation/inference/replica.ts';
import type { Requests } from '../../simulation/inference/serve-requests.ts';
import type { Ownership } from '../../workload/ownership.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { ownershipReader } from '../reading/read-ownership.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { modelServingTable, requestsTable } from '../tables/serving-tables.ts';

/** A model that is served, as stated. */
export interface PlannedServing {
  readonly id: string;
  readonly requestsPerSecond: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly hasRandomLengths: boolean;
  /** As measured, in the order they came; null: drawn at random. */
  readonly trace: Requests | null;
  readonly model: ServedModel;
  readonly gpusPerCopy: number;
  /** Null: the fewest that keep the target. */
  readonly copies: number | null;
  readonly targetSeconds: number;
  readonly ownership: Ownership;
  readonly at: Locator;
}

/** Requests of a model by time: the rates and lengths of a trace are its own. */
const readTraces = (table: ReadTable): ReadonlyMap<string, Requests> => {
  const id = textColumn(table, 'ServingId');
  const [second, prompt, output] = [numberColumn(table, 'Second'), numberColumn(table, 'PromptTokens'), numberColumn(table, 'OutputTokens')];
  const rows = table.rows.filter(row => !row.isBroken).map(row => ({
    id: (id(row) ?? '').toLowerCase(), second: second(row) ?? 0, prompt: prompt(row) ?? 1, output: output(row) ?? 1,
  }));
  const byId = groupBy(rows.sort((a, b) => a.second - b.second), row => row.id);
  return new Map([...byId].map(([name, own]) => [name, {
    arrival: Float64Array.from(own, row => row.second - (own[0]?.second ?? 0)),
    promptTokens: Int32Array.from(own, row => row.prompt),
    outputTokens: Int32Array.from(own, row => row.output),
  }]));
};

const mean = (values: Int32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A trace of one request has no rate: it counts as one a second. */
const rateOf = ({ arrival }: Requests): number => {
  const span = arrival.at(-1) ?? 0;
  return span > 0 ? (arrival.length - 1) / span : arrival.length;
};

const [billion, bytesPerKib, millisecondsPerSecond] = [1e9, 1024, 1000];

/** Rows of ModelServing by name, with their Requests. Reports `blank-cell` where neither says how much is asked. */
export const readServing = (
  input: ModelInput,
): { readonly servings: readonly PlannedServing[]; readonly tables: readonly ReadTable[]; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, modelServingTable);
  const requests = readTable(input, requestsTable);
  const traces = readTraces(requests.table);
  const issues = [...tableIssues, ...requests.issues];
  const [id, lengths] = [textColumn(table, 'ServingId'), textColumn(table, 'Lengths')];
  const number = (columnId: string) => numberColumn(table, columnId);
  const [rate, prompt, output, parameters, bytes, context, gpus, copies, target] = [
    number('RequestsPerSecond'), number('PromptTokens'), number('OutputTokens'), number('ParametersBillion'), number('BytesPerParameter'),
    number('KvKiBPerToken'), number('GpusPerCopy'), number('Copies'), number('TargetFirstTokenMs'),
  ];
  const ownership = ownershipReader(table);
  const servings = table.rows.flatMap((row): PlannedServing[] => {
    if (row.isBroken) return [];
    const trace = traces.get((id(row) ?? '').toLowerCase()) ?? null;
    const stated = { RequestsPerSecond: rate(row), PromptTokens: prompt(row), OutputTokens: output(row) };
    const blanks = trace ? [] : Object.entries(stated).filter(([, value]) => value === null);
    issues.push(...blanks.map(([column]) => makeIssue('blank-cell', { column }, { location: locate(table, row, column) })));
    if (blanks.length > 0) return [];
    return [
      {
        id: id(row) ?? '',
        requestsPerSecond: trace ? rateOf(trace) : (stated.RequestsPerSecond ?? 0),
        promptTokens: trace ? mean(trace.promptTokens) : (stated.PromptTokens ?? 1),
        outputTokens: trace ? mean(trace.outputTokens) : (stated.OutputTokens ?? 1),
        trace,
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
  return { servings: servings.sort((a, b) => byName(a.id, b.id)), tables: [table, requests.table], issues };
};
