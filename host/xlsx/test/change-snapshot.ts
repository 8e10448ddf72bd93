import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';

/** A sheet with nothing on it, and what is given. */
export const sheetOf = (
  name: string,
  rows: readonly (readonly CellSnapshot[])[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot => ({
  name,
  isHidden: false,
  showGridlines: true,
  cells: new Map(rows.map((row, index) => [index, new Map(row.map((cell, column) => [column, cell]))])),
  columnWidths: new Map(),
  rowHeights: new Map(),
  merges: [],
  tables: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
  ...more,
});

export const workbookOf = (
  sheets: readonly SheetSnapshot[],
  more: Partial<WorkbookSnapshot> = {},
): WorkbookSnapshot => ({
  sheets,
  names: [],
  customXmlParts: [],
  settings: {},
  date1904: false,
  ...more,
});

/** The workbook with one sheet changed. */
export const changeSheet = (
  workbook: WorkbookSnapshot,
  name: string,
  change: (sheet: SheetSnapshot) => Partial<SheetSnapshot>,
): WorkbookSnapshot => ({
  ...workbook,
  sheets: workbook.sheets.map(sheet => (sheet.name === name ? { ...sheet, ...change(sheet) } : sheet)),
});

/** The cells with some replaced (`B2`), or with null taken away. */
export function withCells(
  cells: SheetSnapshot['cells'],
  changes: Readonly<Record<string, CellSnapshot | null>>,
): Map<number, Map<number, CellSnapshot>> {
  const changed = new Map([...cells].map(([row, inRow]) => [row, new Map(inRow)]));
  for (const [address, cell] of Object.entries(changes)) {
    const [row, column] = [Number(address.slice(1)) - 1, address.charCodeAt(0) - 65];
    const inRow = changed.get(row) ?? new Map<number, CellSnapshot>();
    changed.set(row, inRow);
    if (cell) inRow.set(column, cell);
    else inRow.delete(column);
  }
  return changed;
}
