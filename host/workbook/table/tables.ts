import { invalidArgument } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { rangeArgument } from '../range/range-argument.ts';
import { insertCells } from '../range/shift-cells.ts';
import { checkOverlap } from './table-state.ts';

interface TablesState {
  readonly live: LiveWorkbook;
  /** Null: all tables of the workbook. */
  readonly sheetId: string | null;
}

const inScope = ({ live, sheetId }: TablesState) => (sheetId === null ? live.tables.list() : live.tables.onSheet(sheetId));
const targetOf = ({ sheetId }: TablesState): string => sheetId ?? 'Workbook';

export const tablesKind = collectionKind<TablesState>(
  'TableCollection',
  (state) => inScope(state).map(({ id }) => state.live.objects.table(id)),
  {
    scalars: { _EventTargetId: targetOf },
    methods: {
      Add: add,
      _RegisterDataChangedEvent: (state) => state.live.events.listen('tableChanged', targetOf(state)),
      _UnregisterDataChangedEvent: (state) => state.live.events.forget('tableChanged', targetOf(state)),
      _RegisterAddedEvent: (state) => state.live.events.listen('tableAdded', targetOf(state)),
      _UnregisterAddedEvent: (state) => state.live.events.forget('tableAdded', targetOf(state)),
      _RegisterDeletedEvent: (state) => state.live.events.listen('tableDeleted', targetOf(state)),
      _UnregisterDeletedEvent: (state) => state.live.events.forget('tableDeleted', targetOf(state)),
    },
  },
);

async function add(state: TablesState, args: CallArguments): Promise<HostObject> {
  const { live } = state;
  const range = rangeArgument(live, args, 0, state.sheetId ?? live.facade.getActiveSheet().getSheetId());
  if (state.sheetId !== null && range.sheetId !== state.sheetId) throw invalidArgument('The range lies on another sheet.');
  const hasHeaders = args.boolean(1);
  const rowCount = Math.max(range.box.rowCount + (hasHeaders ? 0 : 1), 2); // Excel adds an empty row below a bare header
  const box = { ...range.box, rowCount };
  checkOverlap(live, range.sheetId, box, null);
  live.grow(range.sheetId, box.row + box.rowCount, box.column + box.columnCount);
  if (!hasHeaders) await insertCells(live, range.sheetId, { ...box, rowCount: 1 }, 'Down');
  const table = live.tables.add(range.sheetId, box, freeName(live));
  return live.objects.table(table.id);
}

function freeName(live: LiveWorkbook): string {
  let number = 1;
  while (live.tables.byName(`Table${number}`) || live.names.find(`Table${number}`, null)) number++;
  return `Table${number}`;
}
