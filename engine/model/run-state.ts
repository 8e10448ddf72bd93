import { tableHashes } from './input-hash.ts';
import type { ModelInput } from './model-input.ts';
import { inputTables } from './tables/input-tables.ts';
import type { TableSpec } from './tables/table-spec.ts';

const catalogKey = 'catalog';
/** Enough to tell two states of a table apart, short enough for a formula. */
const hashLength = 8;

/** Excel hands a function 0 for a blank cell of a range, on some of its platforms: here both are nothing. */
const withoutZeros = (input: ModelInput): ModelInput => ({
  ...input,
  tables: input.tables.map(table => ({ ...table, rows: table.rows.map(row => row.map(cell => (cell === 0 ? null : cell))) })),
});

const shortHashes = (input: ModelInput, specs: readonly TableSpec[]): (readonly [name: string, hash: string])[] =>
  Object.entries(tableHashes(withoutZeros(input), specs)).map(([name, hash]) => [name, hash.slice(0, hashLength)]);

/** Of a table that is compared after each edit: a larger one would keep the analyst waiting. */
const mostCells = 100_000;

/**
 * What a run read, as its results carry it: `catalog:2026-10-01;Settings:0a1b2c3d`, a hash for each table there is but for
 * very large ones.
 */
export const runStateText = (input: ModelInput, specs: readonly TableSpec[], catalogDate: string): string => {
  const tables = input.tables.filter(({ rows, headers }) => rows.length * headers.length <= mostCells);
  return [[catalogKey, catalogDate], ...shortHashes({ ...input, tables }, specs)].map(pair => pair.join(':')).join(';');
};

const pairsOf = (text: string): (readonly [key: string, value: string])[] =>
  text.split(';').map(pair => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']);

/** The tables that a state names, in its order; those of another version of the engine are left out. */
export const tablesOfRunState = (text: string): TableSpec[] =>
  pairsOf(text).flatMap(([key]) => inputTables.find(({ id }) => id === key) ?? []);

/**
 * What has changed since a run: tables whose cells differ in what a run reads (a blank cell and 0 count as the same), and
 * whether the catalog is another one.
 */
export const changedSinceRun = (
  text: string,
  input: ModelInput,
  catalogDate: string,
): { readonly tables: readonly TableSpec[]; readonly isCatalogOther: boolean } => {
  const then = new Map(pairsOf(text));
  const specs = tablesOfRunState(text);
  const now = new Map(shortHashes(input, specs));
  return {
    tables: specs.filter(({ id }) => now.get(id) !== then.get(id)),
    isCatalogOther: (then.get(catalogKey) ?? catalogDate) !== catalogDate,
  };
};
