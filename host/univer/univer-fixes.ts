/** Faults of Univer 0.25.1 that matter here, mended from outside. Each has a test that fails once Univer repairs it. */
import {
  BaseReferenceObject,
  CELL_INVERTED_INDEX_CACHE,
  CalculateFormulaService,
  ERROR_TYPE_SET,
  FORMULA_REF_TO_ARRAY_CACHE,
  ReferenceNodeFactory,
} from '@univerjs/engine-formula';
import { readStructuredReferences } from './structured-references.ts';

/** The text of a cell whose custom function has not answered yet. */
export const busyText = '#BUSY!';

let isFixed = false;

/** Call before the first workbook is made. */
export function fixUniver(): void {
  if (isFixed) return;
  isFixed = true;
  addIteratorSome();
  calculateOneAfterAnother();
  indexFreshRowsWithoutWalking();
  widenFormulaCaches();
  readTableNamesWithUnderscores();
  readStructuredReferences();
  keepSheetsOfTableParts();
  (ERROR_TYPE_SET as Set<string>).add(busyText); // otherwise dependents take it for a text
}

/** Univer calls `Map.keys().some()`, which Node 20 and older Safari do not have. */
function addIteratorSome(): void {
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) as Record<string, unknown>;
  iterator['some'] ??= function some(this: Iterable<unknown>, test: (value: unknown) => unknown): boolean {
    for (const value of this) if (test(value)) return true;
    return false;
  };
}

interface Calculator {
  readonly _executeLock: { acquire(key: string, work: () => Promise<void>): Promise<void> };
  execute(config: unknown): Promise<void>;
}

/**
 * Univer takes up what a calculation is to work on before the calculation under way has ended, and wipes the results that
 * one has so far. It happens when the machine is slow: a calculation that begins late meets the next one.
 */
function calculateOneAfterAnother(): void {
  const prototype = CalculateFormulaService.prototype as unknown as Calculator;
  const execute = prototype.execute;
  const underWay = new WeakMap<Calculator, Promise<void>>();

  async function calculate(calculator: Calculator, config: unknown): Promise<void> {
    await execute.call(calculator, config);
    await calculator._executeLock.acquire('FORMULA_EXECUTION_LOCK', () => Promise.resolve()); // when it is free, all is done
  }

  prototype.execute = function (config) {
    const before = underWay.get(this);
    const calculation = (before ? before.then(() => calculate(this, config)) : calculate(this, config)).finally(() => {
      if (underWay.get(this) === calculation) underWay.delete(this);
    });
    underWay.set(this, calculation);
    return calculation;
  };
}

type IndexCache = typeof CELL_INVERTED_INDEX_CACHE;

/**
 * For every calculated cell Univer walks over all distinct values of the column in its look-up index, to take the row out
 * of its old place: quadratic. A row that was never put in has no old place.
 */
function indexFreshRowsWithoutWalking(index: IndexCache = CELL_INVERTED_INDEX_CACHE): void {
  const set = index.set.bind(index);
  const clear = index.clear.bind(index);
  const seen = new Map<string, Set<number>>();
  index.set = (unitId, sheetId, column, value, row, isForceUpdate) => {
    const key = `${unitId} ${sheetId} ${column}`;
    const rows = seen.get(key) ?? new Set();
    seen.set(key, rows);
    const isFresh = !rows.has(row) && index.shouldContinueBuildingCache(unitId, sheetId, column, row);
    rows.add(row);
    set(unitId, sheetId, column, value, row, isFresh ? false : isForceUpdate);
  };
  index.clear = () => {
    seen.clear();
    clear();
  };
}

/** Parsed formulas kept: a sheet with more different ones parses all of them anew, twice in every calculation. */
const maxCachedFormulas = 40_000;

interface FormulaCache {
  readonly _cache: { limit: number };
  set(key: string, value: unknown): void;
  clear(): void;
  _hash(formula: string): string;
}

const formulaCaches = new Set<FormulaCache>();

/**
 * Univer means to read formulas anew when a name in them changes, but does not remember which names they hold. To be
 * called when what a name stands for changes.
 */
export function forgetParsedFormulas(): void {
  for (const cache of formulaCaches) cache.clear();
}

/**
 * Univer keeps 5,000 parsed formulas; and it finds formulas of more than 64 characters by a 32-bit number only, so that of
 * ten thousand long ones two may be taken for each other. Its caches are not exported, their class is, by one instance.
 */
function widenFormulaCaches(sample: object = FORMULA_REF_TO_ARRAY_CACHE): void {
  const prototype = Object.getPrototypeOf(sample) as FormulaCache;
  const set = prototype.set;
  prototype._hash = (formula) => formula;
  prototype.set = function (this: FormulaCache, key, value) {
    if (this._cache.limit < maxCachedFormulas) this._cache.limit = maxCachedFormulas;
    formulaCaches.add(this);
    set.call(this, key, value);
  };
}

interface TableReferenceCheck {
  _checkTokenIsTableReference(token: string): boolean;
}

/** `Cost_2026[total]`: Univer's pattern for the name of a table knows neither underscores nor periods. */
function readTableNamesWithUnderscores(): void {
  const prototype = ReferenceNodeFactory.prototype as unknown as TableReferenceCheck;
  const check = prototype._checkTokenIsTableReference;
  prototype._checkTokenIsTableReference = function (this: TableReferenceCheck, token) {
    const bracket = token.indexOf('[');
    if (bracket < 1 || check.call(this, token)) return check.call(this, token);
    return check.call(this, token.slice(0, bracket).replace(/[_.]/g, 'x') + token.slice(bracket));
  };
}

interface SheetOfReference {
  readonly _forcedSheetName?: string;
  setForcedSheetId(sheetIds: unknown): void;
}

/**
 * What `INDEX`, `OFFSET` or `TAKE` find in a table of another sheet knows that sheet by its id alone; Univer looks the id up
 * again by a name that is not there, and reads the same address of the formula's own sheet.
 */
function keepSheetsOfTableParts(): void {
  const prototype = BaseReferenceObject.prototype as unknown as SheetOfReference;
  const setForcedSheetId = prototype.setForcedSheetId;
  prototype.setForcedSheetId = function (this: SheetOfReference, sheetIds) {
    if (this._forcedSheetName) setForcedSheetId.call(this, sheetIds);
  };
}
