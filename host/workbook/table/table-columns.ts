import { invalidArgument, invalidOperation, itemNotFound } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { readValues, writeContent } from '../range/range-content.ts';
import type { RangeState } from '../range/range-state.ts';
import type { CellBox } from '../snapshot.ts';
import { bodyBox, checkOverlap, stored } from './table-state.ts';
import type { TableState } from './table-state.ts';

interface ColumnState {
  readonly table: TableState;
  readonly index: number;
}

const columnBox = ({ table, index }: ColumnState): CellBox => {
  const { box } = stored(table);
  if (index >= box.columnCount) throw itemNotFound('table column');
  return { ...box, column: box.column + index, columnCount: 1 };
};
const columnRange = (column: ColumnState, box: CellBox): RangeState => ({
  live: column.table.live,
  sheetId: stored(column.table).sheetId,
  box,
});
const range = (column: ColumnState, box: CellBox): HostObject =>
  column.table.live.objects.range(stored(column.table).sheetId, box);
const body = (column: ColumnState): CellBox => ({ ...bodyBox(stored(column.table)), column: columnBox(column).column, columnCount: 1 });

const tableColumnKind = new ObjectKind<ColumnState>('TableColumn', {
  scalars: {
    Index: ({ index }) => index,
    Name: ({ table, index }) => table.live.tables.columnNames(stored(table))[index],
    Values: (column) => readValues(columnRange(column, columnBox(column))),
  },
  setters: {
    Name: (column, args) => writeContent(columnRange(column, { ...columnBox(column), rowCount: 1 }), [[args.text(0)]]),
    Values: (column, args) => writeContent(columnRange(column, columnBox(column)), args.value(0)),
  },
  methods: {
    GetRange: (column) => range(column, columnBox(column)),
    GetHeaderRowRange: (column) => range(column, { ...columnBox(column), rowCount: 1 }),
    GetDataBodyRange: (column) => range(column, body(column)),
    Delete: (column) => remove(column),
  },
});

export const tableColumnsKind = collectionKind<TableState>(
  'TableColumnCollection',
  (table) =>
    table.live.tables
      .columnNames(stored(table))
      .map((name, index) => tableColumnKind.make({ table, index }, { id: index + 1, name })),
  { methods: { Add: add } },
);

/** Only at the right end: room is made by taking the cells beside the table, which must be free. */
function add(table: TableState, args: CallArguments): HostObject {
  const { box, sheetId } = stored(table);
  const index = args.isGiven(0) ? args.integer(0) : -1;
  if (index !== -1 && index !== box.columnCount) throw invalidOperation('This host adds table columns at the right end only.');
  const wider = { ...box, columnCount: box.columnCount + 1 };
  checkOverlap(table.live, sheetId, wider, table.id);
  const added: RangeState = { live: table.live, sheetId, box: { ...box, column: box.column + box.columnCount, columnCount: 1 } };
  const isFree = readValues(added).every(([value]) => value === '');
  if (!isFree) throw invalidOperation('The cells beside the table are not empty.');
  const values = args.isGiven(1) ? args.value(1) : null;
  if (args.isGiven(2)) writeContent({ ...added, box: { ...added.box, rowCount: 1 } }, [[args.text(2)]]);
  if (values !== null) writeContent(added, values);
  table.live.tables.resize(stored(table), wider);
  return tableColumnKind.make({ table, index: box.columnCount }, { id: box.columnCount + 1 });
}

/** Only the last column: others would have to move into its place. */
function remove(column: ColumnState): void {
  const { box, sheetId } = stored(column.table);
  if (box.columnCount === 1) throw invalidArgument('A table has at least one column.');
  if (column.index !== box.columnCount - 1) throw invalidOperation('This host deletes the last column of a table only.');
  const { live } = column.table;
  const { row, column: at, rowCount } = columnBox(column);
  live.tables.resize(stored(column.table), { ...box, columnCount: box.columnCount - 1 });
  live.sheet(sheetId).getRange(row, at, rowCount, 1).clear();
}
