import { inputTables, tableTemplate, type InputCell, type TableTemplate } from '../../engine/index.ts';
import { blockRows } from './block-rows.ts';
import { addressOf, bottomOf } from './cell-box.ts';
import { inWorkbook } from './in-workbook.ts';
import { addMissingTables, validate } from './insert-template.ts';
import { resultProblem } from './result-problem.ts';
import { maxSheetRows } from './sheet-layout.ts';
import { bodyPart } from './table-body.ts';
import { readWorkbookState, type TableState } from './workbook-state.ts';
import { WriteBlocked, writeSession, type WriteSession } from './write-session.ts';

/** Rows for an input table: cells are in the order of `columns`, headers of the table. Other columns are the analyst's. */
export interface TableChange {
  readonly columns: readonly string[];
  readonly updates: readonly { readonly rowIndex: number; readonly cells: readonly InputCell[] }[];
  readonly additions: readonly (readonly InputCell[])[];
  /** Row of the body the additions begin at: the first after which all rows are blank. */
  readonly firstFreeRow: number;
}

/**
 * Changes and adds rows of an input table in place, inserting the table from its declaration when the workbook has none;
 * the name of its sheet. Rows that are not named, columns of the analyst's, and formulas beside them stay as they are;
 * their formulas are filled down into new rows. Throws `WriteBlocked` where Excel would refuse.
 */
export const changeTable = (tableId: string, change: TableChange): Promise<string> =>
  inWorkbook(async context => {
    await addMissingTables(context, [tableId]);
    const state = await readWorkbookState(context);
    const found = state.tables.find(({ name }) => name.toLowerCase() === tableId.toLowerCase());
    if (!found) throw new Error(`no table ${tableId}`);
    const { updates, additions } = change;
    if (updates.length + additions.length === 0) return found.sheetName;
    const place = { sheetName: found.sheetName, tableName: tableId };
    if (state.sheets.find(({ name }) => name === found.sheetName)?.isProtected) {
      throw new WriteBlocked([resultProblem('result-sheet-protected', place, { sheet: found.sheetName })]);
    }
    const table = context.workbook.tables.getItem(found.name);
    const session = writeSession(context, { cellCount: (updates.length + additions.length) * change.columns.length });
    const runs = columnRuns(found.headers, change.columns, tableId);
    const bodyRows = found.box.rowCount - 1;
    const newRows = Math.max(0, change.firstFreeRow + additions.length - bodyRows);
    if (bottomOf(found.box) + newRows > maxSheetRows) {
      throw new WriteBlocked([resultProblem('result-too-long', place, { table: tableId, count: bodyRows + newRows })]);
    }
    if (newRows > 0) await grow(session, table, found, newRows);
    for (const { rowIndex, cells } of updates) await write(session, table, runs, rowIndex, [cells]);
    await write(session, table, runs, change.firstFreeRow, additions);
    await session.send();
    return found.sheetName;
  });

/** Neighboring columns of the table, each with the index of its cell in a row of the change. */
interface ColumnRun {
  readonly column: number;
  readonly cells: readonly number[];
  /** Number formats that decide what a cell takes its content for; null where any will do. */
  readonly formats: readonly (string | null)[];
}

/** Text stays text and a date a date, also in a table the analyst made. */
function decidingFormats(tableId: string): ReadonlyMap<string, string> {
  const deciding = templateColumns(tableId).filter(({ numberFormat }) => numberFormat !== 'General');
  return new Map(deciding.map(column => [column.header.toLowerCase(), column.numberFormat]));
}

function templateColumns(tableName: string): TableTemplate['columns'] {
  const spec = inputTables.find(({ id }) => id.toLowerCase() === tableName.toLowerCase());
  return spec ? tableTemplate(spec).columns : [];
}

function columnRuns(headers: readonly string[], columns: readonly string[], tableId: string): ColumnRun[] {
  const formats = decidingFormats(tableId);
  const names = columns.map(name => name.toLowerCase());
  const runs: { column: number; cells: number[]; formats: (string | null)[] }[] = [];
  headers.forEach((header, column) => {
    const cell = names.indexOf(header.trim().toLowerCase());
    if (cell < 0) return;
    const format = formats.get(header.trim().toLowerCase()) ?? null;
    const last = runs.at(-1);
    if (last && last.column + last.cells.length === column) {
      last.cells.push(cell);
      last.formats.push(format);
    } else runs.push({ column, cells: [cell], formats: [format] });
  });
  return runs;
}

async function write(
  session: WriteSession,
  table: Excel.Table,
  runs: readonly ColumnRun[],
  firstRow: number,
  rows: readonly (readonly InputCell[])[],
): Promise<void> {
  for (const { column, cells, formats } of runs) {
    const written = rows.map(row => cells.map(cell => row[cell] ?? ''));
    formats.forEach((format, index) => {
      if (format === null || rows.length === 0) return;
      bodyPart(table, firstRow, column + index, rows.length, 1).numberFormat = format as unknown as string[][];
    });
    for (const { from, to, bytes } of blockRows(written)) {
      const part = bodyPart(table, firstRow + from, column, to - from, cells.length);
      part.values = written.slice(from, to);
      part.untrack();
      await session.asked({ cells: (to - from) * cells.length, bytes });
    }
  }
}

/**
 * New rows at the end, like the first: its formats, and the formulas of its calculated columns. Excel moves down what lies
 * below the table, and says only by refusing where it cannot.
 */
async function grow(session: WriteSession, table: Excel.Table, state: TableState, count: number): Promise<void> {
  const { name, headers, box, sheetName } = state;
  const firstRow = bodyPart(table, 0, 0, 1, headers.length);
  const first = firstRow.load('formulas');
  // Excel adds no rows to a table of which some are hidden.
  table.clearFilters();
  for (let added = 0; added < count; added += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - added) }, () => headers.map(() => ''));
    table.rows.add(undefined, rows);
  }
  try {
    await session.send();
  } catch {
    const address = addressOf({ ...box, row: bottomOf(box), rowCount: count });
    const place = { sheetName, tableName: name, cellAddress: address };
    throw new WriteBlocked([resultProblem('result-in-the-way', place, { table: name, address })]);
  }
  const oldRows = box.rowCount - 1;
  bodyPart(table, oldRows, 0, count, headers.length).copyFrom(firstRow, 'Formats');
  // Excel extends the rules of a table's columns to new rows by itself; not every host does.
  for (const column of templateColumns(name)) {
    const place = headers.findIndex(header => header.trim().toLowerCase() === column.header.toLowerCase());
    if (place >= 0) validate(bodyPart(table, oldRows, place, count, 1).dataValidation, column);
  }
  first.formulas[0]?.forEach((formula: unknown, column: number) => {
    if (!String(formula).startsWith('=')) return;
    bodyPart(table, oldRows, column, count, 1).copyFrom(bodyPart(table, 0, column, 1, 1), 'Formulas');
  });
}

/** Empty cells of fourteen columns: well under a megabyte. */
const rowsAtOnce = 10_000;
