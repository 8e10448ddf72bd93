import type { IUnitRange } from '@univerjs/core';
import { splitCellKey } from '../functions/custom-call.ts';
import type { CellKey } from '../functions/custom-call.ts';

/** A calculation of nothing: what is to be calculated is added to it. */
export const nothingDirty = {
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
  forceCalculation: false,
};

/** Adjoining cells of a column go together: Univer tests every formula against every range. */
export function dirtyCells(unitId: string, cells: ReadonlySet<CellKey>): IUnitRange[] {
  const columns = new Map<string, { sheetId: string; column: number; rows: number[] }>();
  for (const cell of cells) {
    const { sheetId, row, column } = splitCellKey(cell);
    const key = `${sheetId}|${column}`;
    const entry = columns.get(key) ?? { sheetId, column, rows: [] };
    columns.set(key, entry);
    entry.rows.push(row);
  }
  return [...columns.values()].flatMap(({ sheetId, column, rows }) =>
    runs(rows).map(([startRow, endRow]) => ({
      unitId,
      sheetId,
      range: { startRow, endRow, startColumn: column, endColumn: column },
    })),
  );
}

function runs(rows: number[]): [first: number, last: number][] {
  rows.sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const row of rows) {
    const current = found.at(-1);
    if (current && row <= current[1] + 1) current[1] = row;
    else found.push([row, row]);
  }
  return found;
}
