import type { LiveWorkbook } from './live-workbook.ts';
import type { ConditionalFormatSnapshot, WorkbookSnapshot } from './snapshot.ts';

/** Adds to the opened cells what Univer's workbook data cannot carry: tables, names, and the parts the host holds. */
export function openParts(live: LiveWorkbook, snapshot: WorkbookSnapshot): void {
  const { held, names, tables } = live;
  for (const sheet of snapshot.sheets) {
    const sheetId = live.sheetByName(sheet.name)!.getSheetId();
    for (const { box, name, style, columnNames: _named, ...look } of sheet.tables)
      tables.add(sheetId, box, name, { ...look, style: style ?? '' });
    for (const chart of sheet.charts) held.charts.add(sheetId, chart);
    if (sheet.pageLayout) held.pageLayouts.set(sheetId, sheet.pageLayout);
    for (const rule of sheet.validations) live.validations.add(sheetId, rule);
    for (const format of byPriority(sheet.conditionalFormats)) live.conditionalFormats.add(sheetId, format, 'last');
    live.fileSheets.add(sheetId);
  }
  for (const name of snapshot.names) {
    const sheet = name.sheetName === undefined ? null : live.sheetByName(name.sheetName);
    names.load(name, sheet?.getSheetId() ?? null);
  }
  held.xmlParts.push(...snapshot.customXmlParts);
  held.settings = snapshot.settings;
  held.date1904 = snapshot.date1904;
  const active = snapshot.activeSheetName === undefined ? null : live.sheetByName(snapshot.activeSheetName);
  if (active) live.facade.setActiveSheet(active);
}

const priority = ({ rule }: ConditionalFormatSnapshot): number => Number(rule['priority'] ?? 0);
const byPriority = (formats: readonly ConditionalFormatSnapshot[]): ConditionalFormatSnapshot[] =>
  [...formats].sort((a, b) => priority(a) - priority(b));
