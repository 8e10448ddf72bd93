import { describe, expect, it } from '@jest/globals';
import { changedSinceRun, runStateText, tablesOfRunState } from './run-state.ts';
import type { InputCell, ModelInput } from './model-input.ts';
import { inputTables } from './tables/input-tables.ts';

const table = (tableName: string, headers: readonly string[], rows: readonly (readonly InputCell[])[]) =>
  ({ tableName, sheetName: 's', headerRowIndex: 4, firstColumnIndex: 1, headers, rows });
const settings = (rows: readonly (readonly InputCell[])[]) => table('Settings', ['Setting', 'Value'], rows);
const prices = (rows: readonly (readonly InputCell[])[]) => table('PriceSheet', ['PriceId', 'UnitPrice', 'mine'], rows);
const input = (...tables: ModelInput['tables'][number][]): ModelInput => ({ tables, dateSystem: 1900 });
const before = input(settings([['BaseCurrency', 'USD'], ['HorizonMonths', 12]]), prices([['p', 0, 'note']]));
const text = runStateText(before, inputTables, '2026-10-01');
const changes = (now: ModelInput, date = '2026-10-01') => {
  const { tables, isCatalogOther } = changedSinceRun(text, now, date);
  return [tables.map(({ id }) => id), isCatalogOther];
};

describe('the state of a run', () => {
  it('names what it read', () => {
    expect(text).toMatch(/^catalog:2026-10-01;/);
    expect(tablesOfRunState(text).map(({ id }) => id).sort()).toEqual(['PriceSheet', 'Settings']);
  });

  it('is the same whatever no result depends on: order, blank rows, notes, and whether nothing is blank, empty text or 0', () => {
    expect(changes(before)).toEqual([[], false]);
    const moved = input(settings([['HorizonMonths', 12], ['', ''], ['BaseCurrency', 'USD']]), prices([['p', null, 'another note']]));
    expect(changes(moved)).toEqual([[], false]);
  });

  it('tells each table that changed or is gone, and another catalog', () => {
    expect(changes(input(settings([['BaseCurrency', 'EUR'], ['HorizonMonths', 12]]), prices([['p', 0, null]])))).toEqual([['Settings'], false]);
    expect(changes(input(...before.tables.slice(0, 1)))).toEqual([['PriceSheet'], false]);
    expect(changes(before, '2027-01-01')).toEqual([[], true]);
  });

  it('leaves out tables too large to be compared after each edit', () => {
    const many = Array.from({ length: 40_000 }, (_, index) => [`p${index}`, index, null]);
    expect(tablesOfRunState(runStateText(input(settings([]), prices(many)), inputTables, '2026-10-01')).map(({ id }) => id)).toEqual(['Settings']);
  });

  it('says nothing of tables it does not know', () => {
    expect(changedSinceRun('Settings2:0;catalog:x', before, 'x')).toEqual({ tables: [], isCatalogOther: false });
  });
});
