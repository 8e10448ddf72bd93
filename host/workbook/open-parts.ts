import type { LiveWorkbook } from './live-workbook.ts';
import type { NameStore } from './name/name-store.ts';
import type { WorkbookSnapshot } from './snapshot.ts';
import type { TableStore } from './table/table-store.ts';

/** Adds to the opened cells what Univer's workbook data cannot carry: tables, names, and the parts the host holds. */
export function openParts(live: LiveWorkbook, stores: { names: NameStore; tables: TableStore }, snapshot: WorkbookSnapshot): void {
  const { held } = live;
  for (const sheet of snapshot.sheets) {
    const sheetId = live.sheetByName(sheet.name)!.getSheetId();
    for (const { box, name, style, columnNames: _named, ...look } of sheet.tables)
      stores.tables.add(sheetId, box, name, { ...look, style: style ?? '' });
    for (const chart of sheet.charts) held.charts.add(sheetId, chart);
    if (sheet.pageLayout) held.pageLayouts.set(sheetId, sheet.pageLayout);
    held.validations.set(sheetId, [...sheet.validations]);
    held.conditionalFormats.set(sheetId, [...sheet.conditionalFormats]);
  }
  for (const name of snapshot.names) {
    const sheet = name.sheetName === undefined ? null : live.sheetByName(name.sheetName);
    stores.names.load(name, sheet?.getSheetId() ?? null);
  }
  held.xmlParts.push(...snapshot.customXmlParts);
  held.settings = snapshot.settings;
  held.date1904 = snapshot.date1904;
  const active = snapshot.activeSheetName === undefined ? null : live.sheetByName(snapshot.activeSheetName);
  if (active) live.facade.setActiveSheet(active);
}
