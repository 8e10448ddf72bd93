import type { ICellData, IRange } from '@univerjs/core';
import { SetSelectionsOperation } from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams, ISetSelectionsOperationParams } from '@univerjs/sheets';
import { formatAddress, intersectBoxes } from './address.ts';
import type { LiveWorkbook } from './live-workbook.ts';
import { boxOfRange } from './open-snapshot.ts';
import type { CellBox } from './snapshot.ts';

interface Subscription {
  dispose(): void;
}

/** Tells the add-in what happens to the workbook, whoever does it, and tidies up after deleted sheets. */
export function followWorkbook(live: LiveWorkbook, onCalculated: (callback: (isStopped: boolean) => void) => void): Subscription {
  const { events } = live;
  const { api } = live.parts;
  const { Event } = api;
  let activeId = live.facade.getActiveSheet().getSheetId();
  const isOurs = (workbook: { getId(): string }): boolean => workbook.getId() === live.unitId;

  const subscriptions: Subscription[] = [
    // SheetValueChanged would also tell of calculated results, which Excel does not
    live.followCells((sheetId, cells) => {
      const box = events.isWanted('changed', 'tableChanged') ? changedBox(cells) : null;
      if (box) tellChange(live, sheetId, box);
    }),
    api.addEvent(Event.CommandExecuted, ({ id, params }) => {
      if (id !== SetSelectionsOperation.id || !events.isWanted('selectionChanged', 'tableSelectionChanged')) return;
      const { unitId, subUnitId, selections } = params as ISetSelectionsOperationParams;
      const range = selections[0]?.range;
      if (unitId === live.unitId && range) tellSelection(live, subUnitId, range);
    }),
    api.addEvent(Event.ActiveSheetChanged, ({ workbook, activeSheet }) => {
      const id = activeSheet.getSheetId();
      if (!isOurs(workbook) || id === activeId) return;
      events.emit('deactivated', activeId, { worksheetId: activeId });
      activeId = id;
      events.emit('activated', id, { worksheetId: id });
    }),
    api.addEvent(Event.SheetCreated, ({ workbook, worksheet }) => {
      const worksheetId = worksheet.getSheetId();
      if (isOurs(workbook)) events.emit('added', worksheetId, { worksheetId, source: 'Local' });
    }),
    api.addEvent(Event.SheetDeleted, ({ workbook, sheetId }) => {
      if (!isOurs(workbook)) return;
      live.held.sheetDeleted(sheetId);
      live.validations.sheetDeleted(sheetId);
      live.conditionalFormats.sheetDeleted(sheetId);
      events.emit('deleted', sheetId, { worksheetId: sheetId, source: 'Local' });
    }),
  ];
  onCalculated((isStopped) => {
    if (isStopped || !events.isWanted('calculated')) return;
    for (const sheet of live.facade.getSheets()) {
      events.emit('calculated', sheet.getSheetId(), { worksheetId: sheet.getSheetId(), address: '' });
    }
  });
  return { dispose: () => subscriptions.forEach((subscription) => subscription.dispose()) };
}

/** Around all cells whose content was set; null when only formats were. */
function changedBox(cells: NonNullable<ISetRangeValuesMutationParams['cellValue']>): CellBox | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, columns] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(columns as Record<string, ICellData | null>)) {
      if (cell && cell.v === undefined && cell.f === undefined && cell.si === undefined && cell.p === undefined) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function tellChange(live: LiveWorkbook, worksheetId: string, box: CellBox): void {
  const triggerSource = live.events.isAddinActing ? 'ThisLocalAddin' : 'Unknown';
  const details = { address: formatAddress(box), changeType: 'RangeEdited', source: 'Local', worksheetId, triggerSource };
  live.events.emit('changed', worksheetId, details);
  for (const table of live.tables.onSheet(worksheetId)) {
    const common = intersectBoxes(table.box, box);
    if (common) live.events.emit('tableChanged', table.id, { ...details, address: formatAddress(common), tableId: table.id });
  }
}

function tellSelection(live: LiveWorkbook, worksheetId: string, range: IRange): void {
  const box = boxOfRange(range);
  live.events.emit('selectionChanged', worksheetId, { address: formatAddress(box), worksheetId });
  for (const table of live.tables.onSheet(worksheetId)) {
    const common = intersectBoxes(table.box, box);
    if (common) {
      live.events.emit('tableSelectionChanged', table.id, { address: formatAddress(common), isInsideTable: true, tableId: table.id, worksheetId });
    }
  }
}
