import { invalidArgument, itemNotFound } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { readValues, writeContent } from '../range/range-content.ts';
import type { RangeState } from '../range/range-state.ts';
import { deleteCells, insertCells } from '../range/shift-cells.ts';
import { usedBox } from '../sheet/used-box.ts';
import type { CellBox } from '../snapshot.ts';
import { bodyBox, checkOverlap, stored } from './table-state.ts';
import type { TableState } from './table-state.ts';

interface RowState {
  readonly table: TableState;
  readonly index: number;
}

const rowBox = ({ table, index }: RowState, count = 1): CellBox => {
  const body = bodyBox(stored(table));
  if (index + count > body.rowCount) throw itemNotFound(`table row ${index}`);
  return { ...body, row: body.row + index, rowCount: count };
};
const rowRange = (row: RowState): RangeState => ({ live: row.table.live, sheetId: stored(row.table).sheetId, box: rowBox(row) });

const tableRowKind = new ObjectKind<RowState>('TableRow', {
  scalars: {
    Index: ({ index }) => index,
    Values: (row) => readValues(rowRange(row)),
  },
  setters: {
    Values: (row, args) => writeContent(rowRange(row), args.value(0)),
  },
  methods: {
    GetRange: (row) => row.table.live.objects.range(stored(row.table).sheetId, rowBox(row)),
    Delete: ({ table, index }) => remove(table, index, 1),
  },
});

export const tableRowsKind = collectionKind<TableState>(
  'TableRowCollection',
  (table) => Array.from({ length: bodyBox(stored(table)).rowCount }, (_, index) => tableRowKind.make({ table, index })),
  {
    methods: {
      Add: add,
      DeleteRowsAt: (table, args) => remove(table, args.count(0), args.isGiven(1) ? args.count(1, 1) : 1),
    },
  },
);

/** At the end, or before the given row; what lies below the table moves down when it is in the way. */
async function add(table: TableState, args: CallArguments): Promise<HostObject> {
  const { live } = table;
  const before = stored(table);
  const body = bodyBox(before);
  const rows = rowsOf(args.value(1), before.box.columnCount);
  const at = args.isGiven(0) ? args.integer(0) : -1;
  const index = at === -1 ? body.rowCount : at;
  if (index < 0 || index > body.rowCount) throw invalidArgument('The table has no such row.');
  const added: CellBox = { ...body, row: body.row + index, rowCount: rows.length };
  const below: CellBox = { ...body, row: before.box.row + before.box.rowCount, rowCount: rows.length };
  const isAtEnd = index === body.rowCount && !before.look.showTotals;
  if (isAtEnd && !usedBox(live, before.sheetId, true, below)) checkOverlap(live, before.sheetId, below, table.id);
  else await insertCells(live, before.sheetId, added, 'Down', before.id);
  live.tables.resize(stored(table), { ...before.box, rowCount: before.box.rowCount + rows.length });
  writeContent({ live, sheetId: before.sheetId, box: added }, rows);
  return tableRowKind.make({ table, index });
}

function rowsOf(values: unknown, columnCount: number): unknown[][] {
  if (values === null) return [new Array<string>(columnCount).fill('')];
  if (!Array.isArray(values) || values.length === 0) throw invalidArgument('Rows are a list of lists.');
  const rows = (Array.isArray(values[0]) ? values : [values]) as unknown[][];
  if (rows.some((row) => !Array.isArray(row) || row.length !== columnCount)) {
    throw invalidArgument(`A row of this table has ${columnCount} values.`);
  }
  return rows;
}

async function remove(table: TableState, index: number, count: number): Promise<void> {
  const before = stored(table);
  const box = rowBox({ table, index }, count);
  if (bodyBox(before).rowCount === count) {
    // Excel keeps one empty row
    writeContent({ live: table.live, sheetId: before.sheetId, box: { ...box, rowCount: 1 } }, '');
    if (count > 1) await remove(table, 1, count - 1);
    return;
  }
  await deleteCells(table.live, before.sheetId, box, 'Up', before.id);
  table.live.tables.resize(stored(table), { ...before.box, rowCount: before.box.rowCount - count });
}
