import type { ICellData, Styles, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { itemNotFound } from '../interpreter/api-error.ts';
import type { UniverParts } from '../univer/univer-parts.ts';
import { excelValue } from './cell-content.ts';
import { CellWriter } from './cell-writer.ts';
import { FileSheets } from './file-sheets.ts';
import type { NameStore } from './name/name-store.ts';
import type { ObjectFactory } from './object-factory.ts';
import type { HeldParts } from './part/held-parts.ts';
import type { SheetEvents } from './sheet-events.ts';
import { ConditionalStore } from './rule/conditional-store.ts';
import { ValidationStore } from './rule/validation-store.ts';
import { TableStore } from './table/table-store.ts';

/** Rows and columns added beyond what a write needs, so that the next one rarely has to grow the sheet again. */
const spareRows = 100;
const spareColumns = 6;

/**
 * One open workbook. Univer holds cells, styles, names and tables; whoever asks for its objects here gets them with all
 * earlier writes done.
 */
export class LiveWorkbook {
  readonly writer: CellWriter;
  readonly fileSheets = new FileSheets();
  // What stands on this workbook itself; set right after it is made.
  /** Makes the objects office.js talks to. */
  objects!: ObjectFactory;
  names!: NameStore;
  events!: SheetEvents;
  /** Resolves when earlier writes are done and calculated. */
  calculated!: () => Promise<void>;
  readonly tables = new TableStore(this);
  readonly validations = new ValidationStore(this);
  readonly conditionalFormats = new ConditionalStore(this);

  private readonly formulas: FormulaDataModel;

  constructor(
    readonly parts: UniverParts,
    private readonly workbook: FWorkbook,
    readonly held: HeldParts,
  ) {
    this.writer = new CellWriter(parts.api, workbook.getId());
    this.formulas = parts.injector.get(FormulaDataModel);
  }

  get unitId(): string {
    return this.workbook.getId();
  }

  get facade(): FWorkbook {
    this.writer.flush();
    return this.workbook;
  }

  sheet(sheetId: string): FWorksheet {
    const sheet = this.facade.getSheetBySheetId(sheetId);
    if (!sheet) throw itemNotFound('worksheet');
    return sheet;
  }

  /** Univer's own sheet, without earlier writes that still wait; much cheaper than its facade. */
  sheetAsStored(sheetId: string): Worksheet {
    const sheet = this.workbook.getWorkbook().getSheetBySheetId(sheetId);
    if (!sheet) throw itemNotFound('worksheet');
    return sheet;
  }

  get stylesAsStored(): Styles {
    return this.workbook.getWorkbook().getStyles();
  }

  sheetByName(name: string): FWorksheet | null {
    const wanted = name.toLowerCase();
    return this.facade.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === wanted) ?? null;
  }

  /** Makes room for cells up to the given row and column count. */
  grow(sheetId: string, rowCount: number, columnCount: number): void {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw itemNotFound('worksheet');
    if (sheet.getMaxRows() < rowCount) sheet.setRowCount(rowCount + spareRows);
    if (sheet.getMaxColumns() < columnCount) sheet.setColumnCount(columnCount + spareColumns);
  }

  /** The cell as stored: Univer's own getters run through display interceptors and answer "1.00" for 1. */
  cell(sheet: FWorksheet, row: number, column: number): ICellData | null {
    const cell = sheet.getSheet().getCellRaw(row, column) ?? null;
    if (cell?.v !== null && cell?.v !== undefined) return cell;
    return this.spilledCells(sheet.getSheetId())?.[row]?.[column] ?? cell;
  }

  /** The value of a cell that is no formula's; undefined for one that is. */
  constantAt(sheetId: string, row: number, column: number): string | number | boolean | null | undefined {
    const cell = this.workbook.getWorkbook().getSheetBySheetId(sheetId)?.getCellRaw(row, column);
    if (cell?.f || cell?.si || this.spilledCells(sheetId)?.[row]?.[column]) return undefined;
    const value = excelValue(cell);
    return value === '' ? null : value;
  }

  /** Told of all cells that are written, by whomever; not of calculated results. */
  followCells(onWritten: (sheetId: string, cells: NonNullable<ISetRangeValuesMutationParams['cellValue']>) => void): { dispose(): void } {
    const { api } = this.parts;
    return api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
      if (id !== SetRangeValuesMutation.id || options?.['fromFormula'] || options?.onlyLocal) return;
      const { unitId, subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
      if (unitId === this.unitId && cellValue) onWritten(subUnitId, cellValue);
    });
  }

  /** Cells that hold a value only because an array formula beside them fills them. */
  spilledCells(sheetId: string): Record<number, Record<number, ICellData | null>> | undefined {
    const all = this.formulas.getArrayFormulaCellData();
    return all[this.unitId]?.[sheetId] as Record<number, Record<number, ICellData | null>> | undefined;
  }
}
