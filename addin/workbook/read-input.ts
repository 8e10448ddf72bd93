import type { InputCell, InputTable, ModelInput } from '../../engine/index.ts';
import { readDateSystem } from './date-system.ts';
import { inWorkbook } from './in-workbook.ts';

/** Cells of one answer: mixed columns stay well under the 5 MB an answer of Excel on the web may hold. */
const cellsPerRequest = 100_000;

interface FoundTable {
  readonly tableName: string;
  readonly table: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
}

/**
 * The tables of these names as they stand now, in that order; a name the workbook has no table for is left out. Names
 * match as in Excel, in any letter case, and are answered as asked.
 */
export const readInput = (tableNames: readonly string[]): Promise<ModelInput> =>
  inWorkbook(async context => {
    const { workbook } = context;
    const dateSystem = await readDateSystem(context);
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
      dateSystem,
    };
  });

function locate(tableName: string, table: Excel.Table): FoundTable {
  const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex');
  const body = table.getDataBodyRange().load('rowCount,columnCount');
  return { tableName, table, header, body };
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

const inputTable = ({ tableName, table, header }: FoundTable, rows: readonly (readonly InputCell[])[]): InputTable => ({
  tableName,
  sheetName: table.worksheet.name,
  headerRowIndex: header.rowIndex,
  firstColumnIndex: header.columnIndex,
  headers: (header.values[0] ?? []).map(value => String(value).trim()),
  // A table without data holds one empty row in Excel.
  rows: rows.filter((row, index) => rows.length > 1 || index > 0 || row.some(cell => cell !== null)),
});
