import type { IRange } from '@univerjs/core';
import { collectionKind } from '../interpreter/collection.ts';
import { ObjectKind } from '../interpreter/host-object.ts';
import type { HostObject } from '../interpreter/host-object.ts';
import { intersectBoxes } from './address.ts';
import { applicationKind, functionsKind, protectionKind, runtimeKind } from './application.ts';
import type { ApplicationState } from './application.ts';
import { namedItemsKind } from './name/named-item.ts';
import type { LiveWorkbook } from './live-workbook.ts';
import type { ObjectFactory } from './object-factory.ts';
import { xmlPartsKind } from './part/xml-part.ts';
import { boxOfRange } from './open-snapshot.ts';
import { rangeKind } from './range/range.ts';
import { conditionalFormatsKind } from './rule/conditional-format.ts';
import { dataValidationKind } from './rule/data-validation.ts';
import { settingsKind } from './setting.ts';
import { worksheetKind } from './sheet/worksheet.ts';
import { worksheetsKind } from './sheet/worksheets.ts';
import { isSameBox } from './rule/subtract-box.ts';
import type { CellBox } from './snapshot.ts';
import { tableKind } from './table/table.ts';
import { tablesKind } from './table/tables.ts';

interface WorkbookState {
  readonly live: LiveWorkbook;
  readonly application: HostObject;
}

const workbookKind = new ObjectKind<WorkbookState>('Workbook', {
  scalars: {
    Name: () => 'workbook.xlsx',
    ReadOnly: () => false,
    Use1904DateSystem: ({ live }) => live.held.date1904,
  },
  links: {
    Functions: ({ live }) => functionsKind.make(live),
    Protection: () => protectionKind.make(null),
    Settings: ({ live }) => settingsKind.make(live),
    Tables: ({ live }) => live.objects.tables(null),
    _Runtime: ({ live }) => runtimeKind.make(live),
    Worksheets: ({ live }) => worksheetsKind.make(live),
    Names: ({ live }) => live.objects.names(null),
    Application: ({ application }) => application,
    CustomXmlParts: ({ live }) => xmlPartsKind.make(live),
  },
  methods: {
    GetSelectedRange: ({ live }) => selection(live, live.facade.getActiveRange()?.getRange()),
    GetActiveCell: ({ live }) => selection(live, live.facade.getActiveCell()?.getRange()),
  },
});

/** A1 of the active sheet before anything has been selected. */
function selection(live: LiveWorkbook, range: IRange | undefined): HostObject {
  const box = range ? boxOfRange(range) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  return live.objects.range(live.facade.getActiveSheet().getSheetId(), box);
}

interface TablesInState {
  readonly live: LiveWorkbook;
  readonly sheetId: string;
  readonly box: CellBox;
  readonly fullyContained: boolean;
}

const tablesInKind = collectionKind<TablesInState>('TableScopedCollection', ({ live, sheetId, box, fullyContained }) =>
  live.tables
    .onSheet(sheetId)
    .filter((table) => {
      const common = intersectBoxes(table.box, box);
      return common !== null && (!fullyContained || isSameBox(common, table.box));
    })
    .map(({ id }) => live.objects.table(id)),
);

/** Puts the object model together over a live workbook; returns the workbook, the root of all paths. */
export function createObjectModel(live: LiveWorkbook, application: Omit<ApplicationState, 'live'>): HostObject {
  let nextReference = 1;
  const objects: ObjectFactory = {
    range: (sheetId, box) => rangeKind.make({ live, sheetId, box }, { referenceId: `range-${nextReference++}` }),
    rangeState: (value) => rangeKind.stateOf(value),
    worksheet: (sheetId) => worksheetKind.make({ live, sheetId }, { id: sheetId, name: live.sheet(sheetId).getSheetName() }),
    table: (id) => tableKind.make({ live, id }, { id, name: live.tables.byId(id)?.name ?? '' }),
    tables: (sheetId) => tablesKind.make({ live, sheetId }),
    tablesIn: (sheetId, box, fullyContained) => tablesInKind.make({ live, sheetId, box, fullyContained }),
    names: (sheetId) => namedItemsKind.make({ live, names: live.names, sheetId }),
    dataValidation: (sheetId, box) => dataValidationKind.make({ live, sheetId, box }),
    conditionalFormats: (sheetId, box) => conditionalFormatsKind.make({ live, sheetId, box }),
    clearRules(sheetId, box) {
      live.validations.clear(sheetId, box);
      live.conditionalFormats.clear(sheetId, box);
    },
  };
  live.objects = objects;
  return workbookKind.make({ live, application: applicationKind.make({ live, ...application }) });
}
