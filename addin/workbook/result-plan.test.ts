import { describe, expect, it } from '@jest/globals';
import type { Report, ReportChart, ReportTable } from '../../engine/index.ts';
import { growthBoxes, planResults, type ResultPlan } from './result-plan.ts';
import type { TableState, WorkbookState } from './workbook-state.ts';

const table = (id: string, sheetName: string, rowCount: number, columns = ['Key', 'Cost']): ReportTable => ({
  id,
  sheetName,
  title: id,
  question: '?',
  answer: '!',
  columns: columns.map(column => ({ id: column, title: column, format: 'decimal' })),
  rows: Array.from({ length: rowCount }, (_, row) => columns.map(() => row)),
});
const chart = (tableId: string): ReportChart => ({
  id: `${tableId}Chart`, tableId, kind: 'line', title: '', categoryColumn: 'Key', valueColumns: ['Cost'], categoryAxisTitle: '', valueAxisTitle: '',
});
const report = (tables: ReportTable[], charts: ReportChart[] = []): Report => ({
  engineVersion: '', catalogDate: '', randomSeed: 1, inputHash: '', tableHashes: {}, runState: '', summary: [], tables, charts, warnings: [],
});
const stood = (name: string, sheetName: string, rowCount: number, headers = ['Key', 'Cost']): TableState => ({
  name, sheetName, headers, hasTotals: false,
  box: { row: 5, column: 1, rowCount: rowCount + 1, columnCount: headers.length },
});
const workbook = (parts: Partial<WorkbookState> = {}): WorkbookState =>
  ({ sheets: [], tables: [], isStructureProtected: false, ...parts });
const sheet = (name: string, isFilled = true, isProtected = false): WorkbookState['sheets'][number] => ({
  name, isProtected, usedBox: isFilled ? { row: 0, column: 0, rowCount: 20, columnCount: 3 } : null,
});

const planOf = (...given: Parameters<typeof planResults>): ResultPlan => {
  const outcome = planResults(...given);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join());
  return outcome.plan;
};
const codesOf = (...given: Parameters<typeof planResults>): string[] => {
  const outcome = planResults(...given);
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
};

describe('where a result table goes', () => {
  it('is a new sheet when there is none, the tables of a sheet side by side with their headers in one row', () => {
    const plan = planOf(report([table('OutA', 'Results', 3), table('OutB', 'Results', 1), table('OutC', 'Results C', 2)]), workbook());
    expect(plan.newSheets).toEqual(['Results', 'Results C']);
    expect(plan.tables.map(({ box }) => box)).toEqual([
      { row: 5, column: 1, rowCount: 4, columnCount: 2 },
      { row: 5, column: 4, rowCount: 2, columnCount: 2 },
      { row: 5, column: 1, rowCount: 3, columnCount: 2 },
    ]);
  });

  it('is below the charts of its sheet', () => {
    const plan = planOf(report([table('OutA', 'Results', 3), table('OutB', 'Results', 1)], [chart('OutB')]), workbook());
    expect(plan.tables.map(({ box }) => box.row)).toEqual([25, 25]);
  });

  it('is where the table stands, wherever the analyst moved it, with the analyst\'s columns kept', () => {
    const existing = stood('OutA', 'My view', 7, ['Note', 'Key', 'Cost', 'Share']);
    const plan = planOf(report([table('OutA', 'Results', 3)]), workbook({ sheets: [sheet('My view')], tables: [existing] }));
    expect(plan.newSheets).toEqual([]);
    expect(plan.tables[0]).toMatchObject({ sheetName: 'My view', existing, headers: ['Note', 'Key', 'Cost', 'Share'], box: { row: 5, column: 1, rowCount: 4, columnCount: 4 } });
  });

  it('gets a column at the right for what it did not have before', () => {
    const state = workbook({ sheets: [sheet('Results')], tables: [stood('OutA', 'Results', 3, ['Key', 'Mine'])] });
    const plan = planOf(report([table('OutA', 'Results', 3)]), state);
    expect(plan.tables[0]?.headers).toEqual(['Key', 'Mine', 'Cost']);
    const right = { row: 5, column: 3, rowCount: 4, columnCount: 1 };
    expect(growthBoxes(plan.tables[0]!)).toEqual({ below: null, right });
  });

  it('keeps one empty row when there is nothing to show', () => {
    expect(planOf(report([table('OutA', 'Results', 0)]), workbook()).tables[0]?.box.rowCount).toBe(2);
  });

  it('is beside what an earlier run left on the sheet', () => {
    const state = workbook({ sheets: [sheet('Results')], tables: [stood('OutA', 'Results', 3)] });
    const plan = planOf(report([table('OutA', 'Results', 3), table('OutB', 'Results', 1)]), state);
    expect(plan.tables[1]?.box).toEqual({ row: 5, column: 4, rowCount: 2, columnCount: 2 });
  });

  it('grows over the rows below', () => {
    const state = workbook({ sheets: [sheet('Results')], tables: [stood('OutA', 'Results', 3)] });
    const plan = planOf(report([table('OutA', 'Results', 5)]), state);
    expect(growthBoxes(plan.tables[0]!).below).toEqual({ row: 9, column: 1, rowCount: 2, columnCount: 2 });
  });
});

describe('what keeps results from being written', () => {
  const one = report([table('OutA', 'Results', 3)]);

  it('is a sheet of that name that holds something else', () => {
    expect(codesOf(one, workbook({ sheets: [sheet('RESULTS')] }))).toEqual(['result-sheet-taken']);
    expect(codesOf(one, workbook({ sheets: [sheet('Results', false)] }))).toEqual([]);
  });

  it('is a table of that name that is none of ours', () => {
    const tables = [stood('outa', 'Budget', 3, ['Month', 'Amount'])];
    expect(codesOf(one, workbook({ sheets: [sheet('Budget')], tables }))).toEqual(['result-table-taken']);
  });

  it('is protection of the sheet or of the workbook', () => {
    expect(codesOf(one, workbook({ sheets: [sheet('Results', false, true)] }))).toEqual(['result-sheet-protected']);
    expect(codesOf(one, workbook({ sheets: [sheet('Results', true, true)], tables: [stood('OutA', 'Results', 1)] }))).toEqual(['result-sheet-protected']);
    expect(codesOf(one, workbook({ isStructureProtected: true }))).toEqual(['workbook-protected']);
  });

  it('is more rows than a sheet has', () => {
    const long = { ...table('OutA', 'Results', 1), rows: { length: 1_048_570 } as unknown as ReportTable['rows'] };
    expect(codesOf(report([long]), workbook())).toEqual(['result-too-long']);
  });

  it('is told all at once', () => {
    const state = workbook({ sheets: [sheet('Results'), sheet('B', false, true)] });
    expect(codesOf(report([table('OutA', 'Results', 1), table('OutB', 'B', 1)]), state)).toEqual(['result-sheet-taken', 'result-sheet-protected']);
  });
});
