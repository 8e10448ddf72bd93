import { invalidArgument, invalidOperation, itemAlreadyExists } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { boxesOverlap } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { checkDefinedName } from '../name/name-rules.ts';
import { rangeArgument } from '../range/range-argument.ts';
import type { CellBox } from '../snapshot.ts';
import { tableColumnsKind } from './table-columns.ts';
import { tableRowsKind } from './table-rows.ts';
import { bodyBox, checkOverlap, stored } from './table-state.ts';
import type { TableState } from './table-state.ts';
import type { TableLook } from './table-store.ts';

const flag = (name: keyof TableLook) => ({
  get: (table: TableState) => stored(table).look[name],
  set: (table: TableState, args: CallArguments) => table.live.tables.setLook(stored(table), { [name]: args.boolean(0) }),
});
const bandedRows = flag('showBandedRows');
const bandedColumns = flag('showBandedColumns');
const filterButton = flag('showFilterButton');
const firstColumn = flag('highlightFirstColumn');
const lastColumn = flag('highlightLastColumn');

export const tableKind: ObjectKind<TableState> = new ObjectKind<TableState>('Table', {
  scalars: {
    Name: (table) => stored(table).name,
    Style: (table) => stored(table).look.style,
    ShowHeaders: () => true,
    ShowTotals: (table) => stored(table).look.showTotals,
    ShowBandedRows: bandedRows.get,
    ShowBandedColumns: bandedColumns.get,
    ShowFilterButton: filterButton.get,
    HighlightFirstColumn: firstColumn.get,
    HighlightLastColumn: lastColumn.get,
  },
  links: {
    Worksheet: (table) => table.live.objects.worksheet(stored(table).sheetId),
    Columns: (table) => tableColumnsKind.make(table),
    Rows: (table) => tableRowsKind.make(table),
  },
  setters: {
    Name: (table, args) => rename(table, args.text(0)),
    Style: (table, args) => table.live.tables.setLook(stored(table), { style: args.text(0) }),
    ShowBandedRows: bandedRows.set,
    ShowBandedColumns: bandedColumns.set,
    ShowFilterButton: filterButton.set,
    HighlightFirstColumn: firstColumn.set,
    HighlightLastColumn: lastColumn.set,
    ShowTotals: (table, args) => {
      if (args.boolean(0) !== stored(table).look.showTotals) throw invalidOperation('This host adds and removes no totals rows.');
    },
  },
  methods: {
    GetRange: (table) => rangeOf(table, stored(table).box),
    GetHeaderRowRange: (table) => rangeOf(table, { ...stored(table).box, rowCount: 1 }),
    GetDataBodyRange: (table) => rangeOf(table, bodyBox(stored(table))),
    Resize: (table, args) => resize(table, args),
    ClearFilters: (table) => clearFilters(table),
    ReapplyFilters: () => null,
    Delete: (table) => {
      const { sheetId, box } = stored(table);
      table.live.tables.remove(stored(table));
      table.live.sheet(sheetId).getRange(box.row, box.column, box.rowCount, box.columnCount).clear();
    },
    ConvertToRange: (table) => {
      const range = rangeOf(table, stored(table).box);
      table.live.tables.remove(stored(table));
      return range;
    },
    _RegisterDataChangedEvent: ({ live, id }) => live.events.listen('tableChanged', id),
    _UnregisterDataChangedEvent: ({ live, id }) => live.events.forget('tableChanged', id),
    _RegisterSelectionChangedEvent: ({ live, id }) => live.events.listen('tableSelectionChanged', id),
    _UnregisterSelectionChangedEvent: ({ live, id }) => live.events.forget('tableSelectionChanged', id),
  },
});

const rangeOf = (table: TableState, box: CellBox): HostObject => table.live.objects.range(stored(table).sheetId, box);

/** Excel keeps table names and the workbook's own names in one list. */
function checkTableName(live: LiveWorkbook, name: string, ownId: string | null): void {
  checkDefinedName(name);
  const same = live.tables.byName(name);
  if ((same && same.id !== ownId) || live.names.find(name, null)) throw itemAlreadyExists(name);
}

async function rename(table: TableState, name: string): Promise<void> {
  if (stored(table).name === name) return;
  checkTableName(table.live, name, table.id);
  await table.live.tables.rename(stored(table), name);
}

function resize(table: TableState, args: CallArguments): void {
  const { live } = table;
  const current = stored(table);
  const range = rangeArgument(live, args, 0, current.sheetId);
  if (range.sheetId !== current.sheetId) throw invalidArgument('A table stays on its sheet.');
  if (range.box.row !== current.box.row) throw invalidArgument('The headers of a table must remain in the same row.');
  if (!boxesOverlap(range.box, current.box)) throw invalidArgument('The resulting table must overlap the original one.');
  if (range.box.rowCount < 2) throw invalidArgument('A table has at least one row below its headers.');
  checkOverlap(live, range.sheetId, range.box, table.id);
  live.tables.resize(current, range.box);
}


async function clearFilters(table: TableState): Promise<void> {
  const { sheetId, box, id } = stored(table);
  for (let column = 0; column < box.columnCount; column++) await table.live.sheet(sheetId).resetFilter(id, column);
}
