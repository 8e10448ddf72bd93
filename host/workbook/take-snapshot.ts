import type { ICellData, IRange, IStyleData, Nullable } from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { excelValue, isErrorText } from './cell-content.ts';
import { pointsPerPixel, snapshotStyle } from './cell-style.ts';
import type { LiveWorkbook } from './live-workbook.ts';
import type { CellBox, CellSnapshot, CellStyle, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from './snapshot.ts';

/** The open workbook as plain data. */
export function takeSnapshot(live: LiveWorkbook): WorkbookSnapshot {
  const { facade, held, names } = live;
  const sheetName = (sheetId: string): string => live.sheet(sheetId).getSheetName();
  const styles = new StyleReader(live);
  return {
    sheets: facade.getSheets().map(sheet => sheetSnapshot(live, sheet, styles)),
    names: names.list().map(({ name, formula, sheetId, isHidden, comment }) => ({
      name,
      formula,
      ...(sheetId !== null && { sheetName: sheetName(sheetId) }),
      ...(isHidden && { hidden: true }),
      ...(comment !== '' && { comment }),
    })),
    customXmlParts: [...held.xmlParts],
    settings: held.settings,
    date1904: held.date1904,
    activeSheetName: facade.getActiveSheet().getSheetName(),
  };
}

function sheetSnapshot(live: LiveWorkbook, sheet: FWorksheet, styles: StyleReader): SheetSnapshot {
  const { held, tables } = live;
  const sheetId = sheet.getSheetId();
  const config = sheet.getSheet().getConfig();
  const tabColor = sheet.getTabColor();
  const { xSplit = 0, ySplit = 0 } = config.freeze ?? {};
  const pageLayout = held.pageLayouts.get(sheetId);
  return {
    name: sheet.getSheetName(),
    isHidden: sheet.isSheetHidden(),
    ...(tabColor && { tabColor }),
    showGridlines: !sheet.hasHiddenGridLines(),
    ...((xSplit > 0 || ySplit > 0) && { freeze: { rowCount: ySplit, columnCount: xSplit } }),
    cells: sheetCells(live, sheet, styles),
    columnWidths: sizes(config.columnData, column => column.w),
    // A row whose height follows its content has none of its own.
    rowHeights: sizes(config.rowData, row => (row.ia === BooleanNumber.FALSE ? row.h : undefined)),
    merges: config.mergeData.map(({ startRow, startColumn, endRow, endColumn }) => ({
      row: startRow,
      column: startColumn,
      rowCount: endRow - startRow + 1,
      columnCount: endColumn - startColumn + 1,
    })),
    tables: tables.onSheet(sheetId).map((table): TableSnapshot => {
      const { style, showBandedRows, showFilterButton, showTotals } = table.look;
      const columnNames = tables.columnNames(table);
      return { name: table.name, box: table.box, columnNames, ...(style && { style }), showBandedRows, showFilterButton, showTotals };
    }),
    charts: held.charts.on(sheetId).map(({ chart }) => chart),
    validations: live.validations.onSheet(sheetId),
    conditionalFormats: live.conditionalFormats.onSheet(sheetId),
    ...(pageLayout && { pageLayout }),
  };
}

/** In points, by row or column. */
function sizes<T>(data: Record<number, Nullable<T>> | undefined, pixels: (entry: T) => Nullable<number>): Map<number, number> {
  const found = new Map<number, number>();
  for (const [index, entry] of Object.entries(data ?? {})) {
    const size = entry && pixels(entry);
    if (size) found.set(Number(index), size * pointsPerPixel);
  }
  return found;
}

function sheetCells(live: LiveWorkbook, sheet: FWorksheet, styles: StyleReader): SheetSnapshot['cells'] {
  const cells = new Map<number, Map<number, CellSnapshot>>();
  const put = (row: number, column: number, cell: CellSnapshot): void => {
    const columns = cells.get(row);
    if (columns) columns.set(column, cell);
    else cells.set(row, new Map([[column, cell]]));
  };
  const sheetId = sheet.getSheetId();
  const spills = spillBoxes(live, sheetId);
  sheet.getSheet().getCellMatrix().forValue((row, column, stored) => {
    const cell = stored && cellSnapshot(live, sheet, { row, column, stored }, styles, spills);
    if (cell) put(row, column, cell);
  });
  for (const [rowKey, columns] of Object.entries(live.spilledCells(sheetId) ?? {}))
    for (const [columnKey, spilled] of Object.entries(columns)) {
      const row = Number(rowKey);
      const column = Number(columnKey);
      const known = cells.get(row)?.get(column);
      if (known?.formula !== undefined) continue;
      put(row, column, { ...value(spilled), isSpilled: true, ...(known?.style && { style: known.style }) });
    }
  return cells;
}

interface StoredCell {
  readonly row: number;
  readonly column: number;
  readonly stored: ICellData;
}

function cellSnapshot(
  live: LiveWorkbook,
  sheet: FWorksheet,
  { row, column, stored }: StoredCell,
  styles: StyleReader,
  spills: ReadonlyMap<string, CellBox>,
): CellSnapshot | null {
  const style = styles.read(stored.s);
  const formula = stored.si ? sheet.getRange(row, column).getFormula() : stored.f;
  const content = value(live.cell(sheet, row, column));
  if (!formula && content.value === null && !style) return null;
  const spill = spills.get(`${row} ${column}`);
  return {
    ...content,
    ...(formula && { formula }),
    ...(formula && spill && { spill: { rowCount: spill.rowCount, columnCount: spill.columnCount } }),
    ...(style && { style }),
  };
}

function value(cell: ICellData | null): Pick<CellSnapshot, 'value' | 'isError'> {
  const found = excelValue(cell);
  if (found === '') return { value: null };
  return isErrorText(found) ? { value: found, isError: true } : { value: found };
}

/** The cells each array formula fills beyond its own, by `row column` of the formula. */
function spillBoxes(live: LiveWorkbook, sheetId: string): Map<string, CellBox> {
  const ranges = live.parts.injector.get(FormulaDataModel).getArrayFormulaRange()[live.unitId]?.[sheetId] ?? {};
  const boxes = new Map<string, CellBox>();
  for (const [row, columns] of Object.entries(ranges))
    for (const [column, range] of Object.entries(columns as Record<string, IRange>)) {
      const box = {
        row: Number(row),
        column: Number(column),
        rowCount: range.endRow - range.startRow + 1,
        columnCount: range.endColumn - range.startColumn + 1,
      };
      if (box.rowCount * box.columnCount > 1) boxes.set(`${row} ${column}`, box);
    }
  return boxes;
}

/** Cells share styles by number: each is translated once. */
class StyleReader {
  private readonly byId = new Map<string, CellStyle | undefined>();

  constructor(private readonly live: LiveWorkbook) {}

  read(style: Nullable<IStyleData | string>): CellStyle | undefined {
    if (!style) return undefined;
    if (typeof style !== 'string') return snapshotStyle(style);
    if (!this.byId.has(style)) {
      const stored = this.live.facade.getWorkbook().getStyles().get(style);
      this.byId.set(style, snapshotStyle(stored));
    }
    return this.byId.get(style);
  }
}
