import { collectionKind } from '../../interpreter/collection.ts';
import { itemAlreadyExists } from '../../interpreter/api-error.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { wholeWorkbook } from '../sheet-events.ts';
import { checkSheetName } from './sheet-name-rules.ts';
import { eventMethods } from './worksheet.ts';

/** A new sheet's grid; it grows as it is written. */
const newSheetSize = { rowCount: 200, columnCount: 26 };

export const worksheetsKind = collectionKind<LiveWorkbook>(
  'WorksheetCollection',
  (live) => live.facade.getSheets().map((sheet) => live.objects.worksheet(sheet.getSheetId())),
  {
    methods: {
      Add: (live, args) => add(live, args.optionalText(0)),
      GetActiveWorksheet: (live) => live.objects.worksheet(live.facade.getActiveSheet().getSheetId()),
      ...eventMethods<LiveWorkbook>(
        {
          DataChanged: 'changed',
          SelectionChanged: 'selectionChanged',
          Activated: 'activated',
          Deactivated: 'deactivated',
          Added: 'added',
          Deleted: 'deleted',
          Calculated: 'calculated',
        },
        (live) => live,
        () => wholeWorkbook,
      ),
    },
  },
);

/** At the end, as Excel does; the active sheet stays. */
function add(live: LiveWorkbook, wanted: string | null): HostObject {
  const name = wanted ?? freeName(live);
  checkSheetName(name);
  if (live.sheetByName(name)) throw itemAlreadyExists(name);
  const active = live.facade.getActiveSheet();
  const sheet = live.facade.create(name, newSheetSize.rowCount, newSheetSize.columnCount);
  live.facade.setActiveSheet(active);
  return live.objects.worksheet(sheet.getSheetId());
}

function freeName(live: LiveWorkbook): string {
  let number = 1;
  while (live.sheetByName(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}
