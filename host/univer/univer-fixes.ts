/** Faults of Univer 0.25.1 that matter here, mended from outside. Each has a test that fails once Univer repairs it. */
import { CELL_INVERTED_INDEX_CACHE, ERROR_TYPE_SET } from '@univerjs/engine-formula';

/** The text of a cell whose custom function has not answered yet. */
export const busyText = '#BUSY!';

let isFixed = false;

/** Call before the first workbook is made. */
export function fixUniver(): void {
  if (isFixed) return;
  isFixed = true;
  addIteratorSome();
  indexFreshRowsWithoutWalking();
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

type IndexCache = typeof CELL_INVERTED_INDEX_CACHE;

/**
 * For every calculated cell Univer walks over all distinct values of the column in its look-up index, to take the row out
 * of its old place: quadratic. A row that was never put in has no old place.
 */
export function indexFreshRowsWithoutWalking(index: IndexCache = CELL_INVERTED_INDEX_CACHE): void {
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
