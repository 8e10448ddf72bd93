import { ObjectKind } from '../interpreter/host-object.ts';
import type { HostObject } from '../interpreter/host-object.ts';
import { namedItemsKind } from './name/named-item.ts';
import type { NameStore } from './name/name-store.ts';
import type { LiveWorkbook } from './live-workbook.ts';
import type { ObjectFactory } from './object-factory.ts';
import { xmlPartsKind } from './part/xml-part.ts';
import { rangeKind } from './range/range.ts';
import { worksheetKind } from './sheet/worksheet.ts';
import { worksheetsKind } from './sheet/worksheets.ts';

interface WorkbookState {
  readonly live: LiveWorkbook;
  readonly application: HostObject;
}

const workbookKind = new ObjectKind<WorkbookState>('Workbook', {
  scalars: {
    Name: () => 'workbook.xlsx',
  },
  links: {
    Worksheets: ({ live }) => worksheetsKind.make(live),
    Names: ({ live }) => live.objects.names(null),
    Application: ({ application }) => application,
    CustomXmlParts: ({ live }) => xmlPartsKind.make(live),
  },
});

interface ApplicationPort {
  /** Recalculates everything; custom functions are asked anew. */
  recalculateAll(): void;
}

const applicationKind = new ObjectKind<ApplicationPort>('Application', {
  scalars: {
    CalculationMode: () => 'Automatic',
  },
  methods: {
    Calculate: (application) => application.recalculateAll(),
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
});

/** Puts the object model together over a live workbook; returns the workbook, the root of all paths. */
export function createObjectModel(live: LiveWorkbook, names: NameStore, application: ApplicationPort): HostObject {
  let nextReference = 1;
  const objects: ObjectFactory = {
    range: (sheetId, box) => rangeKind.make({ live, sheetId, box }, { referenceId: `range-${nextReference++}` }),
    worksheet: (sheetId) => worksheetKind.make({ live, sheetId }, { id: sheetId, name: live.sheet(sheetId).getSheetName() }),
    names: (sheetId) => namedItemsKind.make({ live, names, sheetId }),
  };
  live.objects = objects;
  return workbookKind.make({ live, application: applicationKind.make(application) });
}
