import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue, IssueLocation } from '../../issue/issue.ts';
import { readCell, type CellValue } from './cell-value.ts';
import type { InputTable, ModelInput } from '../model-input.ts';
import type { ColumnSpec, TableSpec } from '../tables/table-spec.ts';

/** Most rows an input table may have. */
export const maximumRowCount = 100_000;

/** One filled row of the body, cells in the order of the spec's columns. */
export interface BodyRow {
  /** Zero-based in the body. */
  readonly index: number;
  readonly values: readonly CellValue[];
  /** A cell of it could not be read: what depends on the row is not told again. */
  readonly isBroken: boolean;
}

/** An input table as read by its spec. Columns are asked for once, cells row by row. */
export interface ReadTable {
  readonly spec: TableSpec;
  /** Null when the workbook does not have it. */
  readonly source: InputTable | null;
  /** Blank rows left out; none when the table itself cannot be read. */
  readonly rows: readonly BodyRow[];
  /** Some key may be missing from `rows`, so that nothing can be said about what refers to it. */
  readonly isIncomplete: boolean;
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const columnLetters = (columnIndex: number): string => {
  let letters = '';
  for (let rest = columnIndex; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
};

export const tableLocation = (source: InputTable): IssueLocation => ({
  sheetName: source.sheetName,
  tableName: source.tableName,
});

/** The cell of a body row under a header of the source; the table when it has no such column. */
export const cellLocation = (source: InputTable, rowIndex: number, header: string): IssueLocation => {
  const column = source.headers.findIndex(candidate => sameName(candidate, header));
  if (column < 0) return tableLocation(source);
  const address = `${columnLetters(source.firstColumnIndex + column)}${source.headerRowIndex + rowIndex + 2}`;
  return { ...tableLocation(source), cellAddress: address, columnName: header };
};

const findTable = (input: ModelInput, tableId: string): InputTable | null =>
  input.tables.find(table => sameName(table.tableName, tableId)) ?? null;

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

interface Reading {
  readonly table: ReadTable;
  readonly issues: readonly Issue[];
}

/**
 * Reads a table by its spec, every cell, and reports every problem with its cell: missing columns, too many rows,
 * whatever `readCell` reports, blank required cells, keys stated twice. Columns the spec does not know are ignored.
 */
export const readTable = (input: ModelInput, spec: TableSpec): Reading => {
  const source = findTable(input, spec.id);
  if (!source) return { table: { spec, source: null, rows: [], isIncomplete: false }, issues: [] };
  const unreadable = (issues: readonly Issue[]): Reading => ({
    table: { spec, source, rows: [], isIncomplete: true },
    issues,
  });

  const columnIndex = spec.columns.map(column => source.headers.findIndex(header => sameName(header, column.id)));
  const missing = spec.columns.filter((column, place) => column.isRequired && columnIndex[place] === -1);
  if (missing.length > 0) {
    return unreadable(
      missing.map(({ id }) =>
        makeIssue('missing-column', { table: spec.id, column: id }, { location: tableLocation(source) }),
      ),
    );
  }
  const filled = source.rows.flatMap((cells, index) => (cells.every(isBlank) ? [] : [{ cells, index }]));
  if (filled.length > maximumRowCount) {
    const values = { table: spec.id, rowCount: filled.length, maximum: maximumRowCount };
    return unreadable([makeIssue('too-many-rows', values, { location: tableLocation(source) })]);
  }

  const issues: Issue[] = [];
  const rows = filled.map(({ cells, index }): BodyRow => {
    let isBroken = false;
    const values = spec.columns.map((column, place): CellValue => {
      const found = columnIndex[place] as number;
      const read = readCell(found < 0 ? null : (cells[found] ?? null), column, input.dateSystem);
      const problems = read.ok ? blankProblems(read.value, column) : read.issues;
      if (problems.length > 0) {
        isBroken = true;
        const location = cellLocation(source, index, column.id);
        issues.push(...problems.map(issue => ({ ...issue, location })));
      }
      return (read.ok ? read.value : null) ?? column.default?.value ?? null;
    });
    return { index, values, isBroken };
  });
  const table = { spec, source, rows, isIncomplete: rows.some(row => row.isBroken) };
  return { table, issues: [...issues, ...duplicateKeys(spec, source, rows)] };
};

const blankProblems = (value: CellValue, { id, isRequired }: ColumnSpec): Issue[] =>
  value === null && isRequired ? [makeIssue('blank-cell', { column: id })] : [];

const keyText = (value: CellValue | undefined): string => String(value ?? '').toLowerCase();

const duplicateKeys = (spec: TableSpec, source: InputTable, rows: readonly BodyRow[]): Issue[] => {
  const places = spec.key.map(id => spec.columns.findIndex(column => column.id === id));
  if (places.length === 0) return [];
  const firstRow = new Map<string, number>();
  const issues: Issue[] = [];
  const keyColumn = spec.key[0] as string;
  for (const row of rows) {
    if (row.isBroken) continue;
    const key = places.map(place => keyText(row.values[place])).join('|');
    const other = firstRow.get(key);
    if (other === undefined) {
      firstRow.set(key, row.index);
      continue;
    }
    const shown = spec.key.map(id =>
      String(source.rows[row.index]?.[source.headers.findIndex(header => sameName(header, id))] ?? ''),
    );
    const otherCell = cellLocation(source, other, keyColumn).cellAddress ?? '';
    const location = cellLocation(source, row.index, keyColumn);
    issues.push(makeIssue('duplicate-key', { key: shown.filter(Boolean).join(', '), otherCell }, { location }));
  }
  return issues;
};

const placeOf = (table: ReadTable, columnId: string): number => {
  const place = table.spec.columns.findIndex(column => column.id === columnId);
  if (place < 0) throw new Error(`${table.spec.id} has no column ${columnId}`);
  return place;
};

/** Reads a column of text; null where the cell is blank or broken. */
export const textColumn = (table: ReadTable, columnId: string): ((row: BodyRow) => string | null) => {
  const place = placeOf(table, columnId);
  return ({ values }) => (values[place] === null || values[place] === undefined ? null : String(values[place]));
};

/** Reads a column of numbers or dates; null where the cell is blank or broken. */
export const numberColumn = (table: ReadTable, columnId: string): ((row: BodyRow) => number | null) => {
  const place = placeOf(table, columnId);
  return ({ values }) => {
    const value = values[place];
    return typeof value === 'number' ? value : null;
  };
};

/** Where a cell of a row stands. */
export const locate = (table: ReadTable, row: BodyRow, columnId: string): IssueLocation => {
  if (!table.source) throw new Error(`${table.spec.id} is not in the workbook`);
  return cellLocation(table.source, row.index, columnId);
};
