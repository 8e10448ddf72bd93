import { BooleanNumber, LocaleType, generateRandomId } from '@univerjs/core';
import type { ICellData, IObjectMatrixPrimitiveType, IRange, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import { booleanNumber, pointsPerPixel, univerStyle } from './cell-style.ts';
import { shareFilledDownFormulas } from './cell-writer.ts';
import type { CellBox, CellSnapshot, CellStyle, SheetSnapshot, WorkbookSnapshot } from './snapshot.ts';

/** Rows and columns below and beside what is in use, so that the grid is not cut off at the last cell. */
const minRowCount = 200;
const minColumnCount = 26;
const spareRows = 50;
const spareColumns = 5;

/** What Univer takes as a workbook; tables, names and rules are added to it afterwards. */
export function workbookData(snapshot: WorkbookSnapshot | null): Partial<IWorkbookData> {
  const sheets = snapshot?.sheets ?? [blankSheet];
  const styles = new StyleTable();
  const data = sheets.map((sheet) => sheetData(sheet, styles));
  return {
    id: generateRandomId(8),
    name: 'workbook',
    locale: LocaleType.EN_US,
    styles: styles.byId,
    sheetOrder: data.map(({ id }) => id),
    sheets: Object.fromEntries(data.map((sheet) => [sheet.id, sheet])),
  };
}

const blankSheet: SheetSnapshot = {
  name: 'Sheet1',
  isHidden: false,
  showGridlines: true,
  cells: new Map(),
  columnWidths: new Map(),
  rowHeights: new Map(),
  merges: [],
  tables: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
};

function sheetData(sheet: SheetSnapshot, styles: StyleTable): Partial<IWorksheetData> & { id: string } {
  const cellData = cells(sheet, styles);
  const rows = Object.keys(cellData).map(Number);
  const lastRow = rows.reduce((last, row) => Math.max(last, row), 0);
  const lastColumn = rows.reduce((last, row) => Math.max(last, ...Object.keys(cellData[row]!).map(Number)), 0);
  const { freeze } = sheet;
  return {
    id: generateRandomId(8),
    name: sheet.name,
    hidden: booleanNumber(sheet.isHidden),
    ...(sheet.tabColor && { tabColor: sheet.tabColor }),
    showGridlines: booleanNumber(sheet.showGridlines),
    rowCount: Math.max(lastRow + 1 + spareRows, minRowCount),
    columnCount: Math.max(lastColumn + 1 + spareColumns, minColumnCount),
    cellData,
    mergeData: sheet.merges.map(univerRange),
    columnData: Object.fromEntries([...sheet.columnWidths].map(([column, points]) => [column, { w: points / pointsPerPixel }])),
    rowData: Object.fromEntries([...sheet.rowHeights].map(([row, points]) => [row, rowHeight(points / pointsPerPixel)])),
    ...(freeze && (freeze.rowCount > 0 || freeze.columnCount > 0) && {
      freeze: {
        xSplit: freeze.columnCount,
        ySplit: freeze.rowCount,
        startRow: freeze.rowCount || -1,
        startColumn: freeze.columnCount || -1,
      },
    }),
  };
}

const rowHeight = (pixels: number) => ({ h: pixels, ah: pixels, ia: BooleanNumber.FALSE });

export const univerRange = ({ row, column, rowCount, columnCount }: CellBox): IRange => ({
  startRow: row,
  startColumn: column,
  endRow: row + rowCount - 1,
  endColumn: column + columnCount - 1,
});

export const boxOfRange = ({ startRow, startColumn, endRow, endColumn }: IRange): CellBox => ({
  row: startRow,
  column: startColumn,
  rowCount: endRow - startRow + 1,
  columnCount: endColumn - startColumn + 1,
});

function cells(sheet: SheetSnapshot, styles: StyleTable): IObjectMatrixPrimitiveType<ICellData> {
  const data: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const [row, columns] of sheet.cells) {
    const target: Record<number, ICellData> = {};
    for (const [column, cell] of columns) target[column] = cellData(cell, styles);
    data[row] = target;
  }
  shareFilledDownFormulas(data);
  return data;
}

/**
 * Formula cells carry the file's value until they are calculated. Not so array formulas: Univer would take theirs for
 * calculated and never fill the cells they spill into.
 */
function cellData({ value, formula, spill, isSpilled, style }: CellSnapshot, styles: StyleTable): ICellData {
  const s = style && styles.idOf(style);
  return { ...(s && { s }), ...(formula && { f: formula }), ...(!isSpilled && !spill && typedValue(value)) };
}

function typedValue(value: CellSnapshot['value']): ICellData {
  if (value === null || value === '') return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** Equal styles once. */
class StyleTable {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<CellStyle, string>();
  private readonly idsByText = new Map<string, string>();

  idOf(style: CellStyle): string {
    const known = this.ids.get(style);
    if (known) return known;
    const text = JSON.stringify(style);
    const id = this.idsByText.get(text) ?? `s${this.idsByText.size + 1}`;
    this.byId[id] ??= univerStyle(style);
    this.idsByText.set(text, id);
    this.ids.set(style, id);
    return id;
  }
}
