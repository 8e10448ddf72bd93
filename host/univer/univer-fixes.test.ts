import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  BaseReferenceObject,
  CELL_INVERTED_INDEX_CACHE,
  CalculateFormulaService,
  ERROR_TYPE_SET,
  FORMULA_REF_TO_ARRAY_CACHE,
  LexerTreeBuilder,
  ReferenceNodeFactory,
  SuperTableService,
} from '@univerjs/engine-formula';
import { fixUniver } from './univer-fixes.ts';

interface Cache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  clear(): void;
}
const cache = FORMULA_REF_TO_ARRAY_CACHE as unknown as Cache;

/** Two formulas of more than 64 characters with the same 32-bit number. */
const collidingFormulas = [
  '=CLOUD.COST("aws","us-east-1","m7i.4xlarge",730,4,"on-demand","2026-01-01")',
  '=CLOUD.COST("aws","us-east-1","p4d.24xlarge",730,413380,"on-demand","2026-01-01")',
] as const;

function confusesLongFormulas(): boolean {
  const [one, other] = collidingFormulas;
  cache.clear();
  cache.set(one, 'one');
  const isConfused = cache.get(other) === 'one';
  cache.clear();
  return isConfused;
}

function forgetsFormulas(): boolean {
  cache.clear();
  for (let number = 0; number <= 10_000; number++) cache.set(`=A${number}`, number);
  const hasForgotten = cache.get('=A0') === undefined;
  cache.clear();
  return hasForgotten;
}

/** Whether putting one more row into the look-up index of a column visits the values of the others. */
function walksForFreshRows(): boolean {
  const index = CELL_INVERTED_INDEX_CACHE;
  index.clear();
  let visits = 0;
  for (let row = 0; row < 3; row++) index.set('unit', 'sheet', 0, `value ${row}`, row, true);
  for (const rows of index.getCellValuePositions('unit', 'sheet', 0)!.values()) {
    const has = rows.has.bind(rows);
    rows.has = (row) => {
      visits++;
      return has(row);
    };
  }
  index.set('unit', 'sheet', 0, 'one more', 3, true);
  index.clear();
  return visits > 0;
}

/** Node 22 has `some` for iterators itself; Node 20 and older browsers do not. */
const iterators = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) as { some?: unknown };
let isMended = false;

function stumblesOverTables(): boolean {
  const { some } = iterators;
  if (!isMended) delete iterators.some;
  const tables = new SuperTableService();
  tables.registerTable('unit', 'Plan', { range: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }, sheetId: 's', titleMap: new Map() });
  try {
    return !tables.hasTable('unit', 'PLAN');
  } catch {
    return true;
  } finally {
    if (!isMended && some) iterators.some = some;
  }
}

interface TableReferenceCheck {
  _checkTokenIsTableReference(token: string): boolean;
}

function overlooksTablesWithUnderscores(): boolean {
  const { _checkTokenIsTableReference: check } = ReferenceNodeFactory.prototype as unknown as TableReferenceCheck;
  return !['Cost_2026[total]', 'Cost.2026[[#Headers],[total]]', '_Costs[#All]'].every((token) => check(token));
}

const readsLiterally = (formula: string): boolean => JSON.stringify(new LexerTreeBuilder().treeBuilder(formula)).includes('@');

interface TableFactory {
  _getTableReferenceNode(token: string, isLexerNode: boolean, isPrepareMerge: boolean): { _tableReferenceObject: object } | undefined;
}

/** What the engine makes of a reference to a table `Jobs` whose first column is `Cost`. */
function tableReference(token: string): object | undefined {
  const tables = new SuperTableService();
  const range = { startRow: 0, endRow: 4, startColumn: 1, endColumn: 2 };
  tables.registerTable('unit', 'Jobs', { range, sheetId: 's', titleMap: new Map([['Cost', 0], ['Hours', 1]]) });
  const factory: TableFactory = Object.create(ReferenceNodeFactory.prototype, {
    _currentConfigService: { value: { getExecuteUnitId: () => 'unit' } },
    _formulaRuntimeService: { value: {} },
    _superTableService: { value: tables },
  });
  return factory._getTableReferenceNode(token, false, false)?._tableReferenceObject;
}

/** A formula shared by a filled-down column moves all but absolute references (3 in Univer) from row to row. */
const movesTablesDown = (): boolean => (tableReference('Jobs[Cost]') as { _rangeData: { startAbsoluteRefType?: number } })._rangeData.startAbsoluteRefType !== 3;

/** Whether what a second calculation is to work on is taken up before the first one has ended. */
async function mixesCalculations(): Promise<boolean> {
  const told: string[] = [];
  let queue = Promise.resolve();
  const nothing = (): void => {};
  const runtime = { setFormulaExecuteStage: nothing, setFormulaCycleIndex: nothing, isCycleDependency: nothing, getRuntimeState: nothing };
  const calculator = Object.create(CalculateFormulaService.prototype, {
    _runtimeService: { value: { ...runtime, getAllRuntimeData: nothing, reset: nothing } },
    _currentConfigService: { value: { load: () => told.push('taken up') } },
    _executionInProgressListener$: { value: { next: nothing } },
    _executionCompleteListener$: { value: { next: () => told.push('ended') } },
    _executeLock: { value: { acquire: (_: string, work: () => Promise<void>) => (queue = queue.then(work)) } },
    _executeStep: { value: () => new Promise((resolve) => setTimeout(resolve, 1)) },
  }) as { execute(config: object): Promise<void> };
  await Promise.all([calculator.execute({}), calculator.execute({})]);
  await queue;
  return told.join() !== 'taken up,ended,taken up,ended';
}

function losesTheSheetOfTableParts(): boolean {
  const part = new BaseReferenceObject('');
  part.setForcedUnitIdDirect('book');
  part.setForcedSheetIdDirect('results');
  part.setForcedSheetId({ book: { Results: 'results' } });
  return part.getForcedSheetId() !== 'results';
}

const faults = {
  'mixes two calculations up': mixesCalculations,
  'does not know [@Column]': () => readsLiterally('=Jobs[@Cost]') || readsLiterally('=[@[Unit price]]*2'),
  'tells cost from COST': () => tableReference('jobs[COST]') === undefined,
  'looks for the cells of a table further down in each row of a filled-down column': movesTablesDown,
  'does not know tables with underscores in their names': overlooksTablesWithUnderscores,
  'asks iterators of maps for something only new engines have': stumblesOverTables,
  'takes #BUSY! for a text': () => !(ERROR_TYPE_SET as Set<string>).has('#BUSY!'),
  'looks for parts of a table in the sheet of the formula': losesTheSheetOfTableParts,
  'may take one long formula for another': confusesLongFormulas,
  'parses anew what does not fit its small cache of formulas': forgetsFormulas,
  'walks over all values of a column for a row it has not seen yet': walksForFreshRows,
} as const;
type Fault = keyof typeof faults;
const names = Object.keys(faults) as Fault[];

describe('Univer as it comes', () => {
  // When one of these fails, Univer has repaired the fault: take the patch out.
  it.each(names)('%s', async (name) => {
    expect(await faults[name]()).toBe(true);
  });
});

describe('Univer mended', () => {
  beforeAll(() => {
    isMended = true;
    fixUniver();
  });

  it.each(names)('no longer %s', async (name) => {
    expect(await faults[name]()).toBe(false);
  });

  it('still takes a row out of its old place in the index when its value changes', () => {
    const index = CELL_INVERTED_INDEX_CACHE;
    index.clear();
    index.set('unit', 'sheet', 0, 'old', 5, true);
    index.set('unit', 'sheet', 0, 'new', 5, true);
    expect([...index.getCellValuePositions('unit', 'sheet', 0)!].map(([value, rows]) => [value, rows.size])).toEqual([
      ['old', 0],
      ['new', 1],
    ]);
    index.clear();
  });
});
