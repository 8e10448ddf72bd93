import type { InputCell, InputTable, ModelInput } from '../../engine/index.ts';
import { askDateSystem } from './date-system.ts';
import { inWorkbook } from './in-workbook.ts';

/** Cells of one answer: mixed columns stay well under the 5 MB an answer of Excel on the web may hold. */
const cellsPerRequest = 100_000;

interface FoundTable {
  readonly tableName: string;
  readonly table: Excel.Table;
  readonly columns: Excel.TableColumnCollection;
  readonly body: Excel.Range;
}

/**
 * The tables of these names as they stand now, in that order; a name the workbook has no table for is left out. Names
 * match as in Excel, in any letter case, and are answered as asked.
 */
export const readInput = (tableNames: readonly string[]): Promise<ModelInput> =>
  inWorkbook(async context => {
    const { workbook } = context;
    const dateSystem = askDateSystem(context);
    const tables = workbook.tables.load('items/name,items/worksheet/name');
    await context.sync();
    const tableByName = new Map(tables.items.map(table => [table.name.toLowerCase(), table]));
    const found = tableNames.flatMap(tableName => {
      const table = tableByName.get(tableName.toLowerCase());
      return table ? [locate(tableName, table)] : [];
    });
    await context.sync();
    const bodies = await readBodies(context, found);
    return {
      tables: found.map((each, index) => inputTable(each, bodies[index] ?? [])),
      dateSystem: dateSystem(),
    };
  });

function locate(tableName: string, table: Excel.Table): FoundTable {
  // Not the header row itself: an analyst may have hidden it.
  const columns = table.columns.load('items/name');
  const body = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
  return { tableName, table, columns, body };
}

/** Bodies in as few answers as their size allows: small tables together, a large one in spans of rows. */
async function readBodies(context: Excel.RequestContext, found: readonly FoundTable[]): Promise<InputCell[][][]> {
  const bodies: InputCell[][][] = found.map(() => []);
  let pending: (() => void)[] = [];
  let pendingCells = 0;
  const send = async (): Promise<void> => {
    await context.sync();
    pending.forEach(take => take());
    pending = [];
    pendingCells = 0;
  };
  for (const [index, { body }] of found.entries()) {
    const rowsAtOnce = Math.max(1, Math.floor(cellsPerRequest / body.columnCount));
    for (let from = 0; from < body.rowCount; from += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, body.rowCount - from);
      if (pendingCells > 0 && pendingCells + count * body.columnCount > cellsPerRequest) await send();
      const span = body.getCell(from, 0).getResizedRange(count - 1, body.columnCount - 1).load('values');
      pendingCells += count * body.columnCount;
      pending.push(() => {
        for (const row of span.values as unknown[][]) bodies[index]?.push(row.map(inputCell));
        span.untrack();
      });
    }
  }
  if (pending.length > 0) await send();
  return bodies;
}

/** Excel answers an empty cell as empty text, an error as its text. */
const inputCell = (value: unknown): InputCell =>
  value === '' || value === null || value === undefined ? null : typeof value === 'number' || typeof value === 'boolean' ? value : String(value);

type InputRows = readonly (readonly InputCell[])[];

const inputTable = ({ tableName, table, columns, body }: FoundTable, rows: InputRows): InputTable => ({
  tableName,
  sheetName: table.worksheet.name,
  headerRowIndex: body.rowIndex - 1,
  firstColumnIndex: body.columnIndex,
  headers: columns.items.map(({ name }) => name.trim()),
  // A table without data holds one empty row in Excel.
  rows: rows.filter((row, index) => rows.length > 1 || index > 0 || row.some(cell => cell !== null)),
});
