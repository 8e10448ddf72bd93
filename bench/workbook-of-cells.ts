import type { CellSnapshot, WorkbookSnapshot } from '../host/workbook/snapshot.ts';

type Cells = ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>;

/** A workbook of one sheet that holds nothing but cells. */
export function workbookOfCells(name: string, cells: Cells): WorkbookSnapshot {
  const sheet = {
    name, isHidden: false, showGridlines: true, cells, columnWidths: new Map(), rowHeights: new Map(),
    merges: [], tables: [], charts: [], validations: [], conditionalFormats: [],
  };
  return { sheets: [sheet], names: [], customXmlParts: [], settings: {}, date1904: false };
}
