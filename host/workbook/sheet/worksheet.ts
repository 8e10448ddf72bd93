import { invalidOperation, itemAlreadyExists, itemNotFound } from '../../interpreter/api-error.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { protectionKind } from '../application.ts';
import { maxColumnCount, maxRowCount, quoteSheetName } from '../address.ts';
import { chartsKind } from '../chart/chart.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { pageLayoutKind } from '../part/page-layout.ts';
import { rangeArgument } from '../range/range-argument.ts';
import type { EventName } from '../sheet-events.ts';
import { freezePanesKind } from './freeze-panes.ts';
import { checkSheetName } from './sheet-name-rules.ts';
import { usedBox } from './used-box.ts';

export interface WorksheetState {
  readonly live: LiveWorkbook;
  readonly sheetId: string;
}

const facade = ({ live, sheetId }: WorksheetState) => live.sheet(sheetId);
const topLeft = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
const wholeSheet = { row: 0, column: 0, rowCount: maxRowCount, columnCount: maxColumnCount };

export const worksheetKind: ObjectKind<WorksheetState> = new ObjectKind<WorksheetState>('Worksheet', {
  scalars: {
    Name: (sheet) => facade(sheet).getSheetName(),
    Position: (sheet) => facade(sheet).getIndex(),
    Visibility: (sheet) => (facade(sheet).isSheetHidden() ? 'Hidden' : 'Visible'),
    EnableCalculation: () => true,
    StandardWidth: () => standardWidth,
    StandardHeight: () => standardHeight,
    TabColor: (sheet) => facade(sheet).getTabColor() ?? '',
    ShowGridlines: (sheet) => !facade(sheet).hasHiddenGridLines(),
  },
  links: {
    Names: ({ live, sheetId }) => live.objects.names(sheetId),
    Charts: ({ live, sheetId }) => chartsKind.make({ live, sheetId }),
    PageLayout: ({ live, sheetId }) => pageLayoutKind.make({ live, sheetId }),
    Tables: ({ live, sheetId }) => live.objects.tables(sheetId),
    FreezePanes: (sheet) => freezePanesKind.make(sheet),
    Protection: () => protectionKind.make(null),
  },
  setters: {
    Name: (sheet, args) => rename(sheet, args.text(0)),
    Position: (sheet, args) => void sheet.live.facade.moveSheet(facade(sheet), args.count(0)),
    TabColor: (sheet, args) => void facade(sheet).setTabColor(args.text(0)),
    // office.js sends showGridlines under this name
    Gridlines: (sheet, args) => void facade(sheet).setHiddenGridlines(!args.boolean(0)),
    Visibility: (sheet, args) => setVisibility(sheet, args.choice(0, ['Visible', 'Hidden', 'VeryHidden'])),
  },
  methods: {
    GetRange: (sheet, args) => {
      if (!args.isGiven(0)) return sheet.live.objects.range(sheet.sheetId, wholeSheet);
      const range = rangeArgument(sheet.live, args, 0, sheet.sheetId);
      return sheet.live.objects.range(range.sheetId, range.box);
    },
    GetRangeByIndexes: ({ live, sheetId }, args) =>
      live.objects.range(sheetId, { row: args.count(0), column: args.count(1), rowCount: args.count(2, 1), columnCount: args.count(3, 1) }),
    GetCell: ({ live, sheetId }, args) => live.objects.range(sheetId, { ...topLeft, row: args.count(0), column: args.count(1) }),
    GetUsedRange: ({ live, sheetId }, args) => {
      const valuesOnly = args.optionalBoolean(0) ?? false;
      const box = usedBox(live, sheetId, valuesOnly);
      if (!box && valuesOnly) throw itemNotFound('the sheet is blank');
      return live.objects.range(sheetId, box ?? topLeft);
    },
    GetUsedRangeOrNullObject: ({ live, sheetId }, args) => {
      const box = usedBox(live, sheetId, args.optionalBoolean(0) ?? false);
      return box && live.objects.range(sheetId, box);
    },
    Activate: (sheet) => void sheet.live.facade.setActiveSheet(facade(sheet)),
    Calculate: () => null,
    Delete: (sheet) => remove(sheet),
    GetNext: (sheet, args) => neighbor(sheet, 1, args.optionalBoolean(0)) ?? lastSheet(),
    GetNextOrNullObject: (sheet, args) => neighbor(sheet, 1, args.optionalBoolean(0)),
    GetPrevious: (sheet, args) => neighbor(sheet, -1, args.optionalBoolean(0)) ?? lastSheet(),
    GetPreviousOrNullObject: (sheet, args) => neighbor(sheet, -1, args.optionalBoolean(0)),
    ...eventMethods<WorksheetState>(
      {
        DataChanged: 'changed',
        SelectionChanged: 'selectionChanged',
        Activated: 'activated',
        Deactivated: 'deactivated',
        Calculated: 'calculated',
      },
      ({ live }) => live,
      ({ sheetId }) => sheetId,
    ),
  },
});

/** Points; Excel's own for Calibri 11. */
const standardWidth = 48;
const standardHeight = 15;

/** `_RegisterDataChangedEvent` and its opposite, for each event of a kind of object. */
export function eventMethods<State>(
  events: Readonly<Record<string, EventName>>,
  live: (state: State) => LiveWorkbook,
  target: (state: State) => string,
): Record<string, (state: State) => null> {
  const methods: Record<string, (state: State) => null> = {};
  for (const [member, name] of Object.entries(events)) {
    methods[`_Register${member}Event`] = (state) => live(state).events.listen(name, target(state));
    methods[`_Unregister${member}Event`] = (state) => live(state).events.forget(name, target(state));
  }
  return methods;
}

function neighbor({ live, sheetId }: WorksheetState, step: 1 | -1, visibleOnly: boolean | null): HostObject | null {
  const sheets = live.facade.getSheets().filter((sheet) => sheet.getSheetId() === sheetId || !visibleOnly || !sheet.isSheetHidden());
  const found = sheets[sheets.findIndex((sheet) => sheet.getSheetId() === sheetId) + step];
  return found ? live.objects.worksheet(found.getSheetId()) : null;
}

function lastSheet(): never {
  throw itemNotFound('there is no further worksheet');
}

function rename(sheet: WorksheetState, name: string): void {
  checkSheetName(name);
  if (facade(sheet).getSheetName() !== name) sheet.live.fileSheets.refuse(sheet.sheetId, 'The name can not be changed');
  const taken = sheet.live.sheetByName(name);
  if (taken && taken.getSheetId() !== sheet.sheetId) throw itemAlreadyExists(name);
  const before = facade(sheet).getSheetName();
  if (before === name) return;
  facade(sheet).setName(name);
  const prefix = `${quoteSheetName(before)}!`;
  sheet.live.held.charts.rewriteReferences((reference) =>
    reference.startsWith(prefix) ? `${quoteSheetName(name)}!${reference.slice(prefix.length)}` : reference,
  );
}

const visibleSheets = ({ live }: WorksheetState) => live.facade.getSheets().filter((sheet) => !sheet.isSheetHidden());

function setVisibility(sheet: WorksheetState, visibility: string): void {
  if (visibility === 'Visible') return void facade(sheet).showSheet();
  const visible = visibleSheets(sheet);
  if (visible.length === 1 && visible[0]!.getSheetId() === sheet.sheetId) {
    throw invalidOperation('A workbook must have at least one visible sheet.');
  }
  facade(sheet).hideSheet();
}

function remove(sheet: WorksheetState): void {
  sheet.live.fileSheets.refuse(sheet.sheetId, 'A sheet can not be deleted when it is one');
  const others = visibleSheets(sheet).filter((other) => other.getSheetId() !== sheet.sheetId);
  if (others.length === 0) throw invalidOperation('A workbook must have at least one visible sheet.');
  sheet.live.facade.deleteSheet(facade(sheet));
}
