import type { CellSnapshot, CellValue, WorkbookSnapshot } from '../../host/workbook/snapshot.ts';

/** What formulas came to: a value, and the rows below and beside it when it spills. */
export interface CalculatedCell {
  readonly value: CellValue;
  /** [row][column], the first of them `value`; absent for a single cell. */
  readonly spilled?: readonly (readonly CellValue[])[];
}

/** Looks up what the formula of a cell came to; undefined before anything was calculated. */
export type CalculatedCells = (sheetName: string, row: number, column: number) => CalculatedCell | undefined;

export const notCalculated: CalculatedCells = () => undefined;

/** The values of a calculated workbook. Throws for a formula that came to an error: a sample runs clean. */
export const calculatedCells = (workbook: WorkbookSnapshot): CalculatedCells => (sheetName, row, column) => {
  const cells = workbook.sheets.find(sheet => sheet.name === sheetName)?.cells;
  const valueAt = (r: number, c: number): CellSnapshot | undefined => cells?.get(r)?.get(c);
  const anchor = valueAt(row, column);
  if (!anchor?.formula) return undefined;
  if (anchor.isError) throw new Error(`${sheetName}, row ${row + 1}: ${anchor.formula} came to ${String(anchor.value)}`);
  const { spill } = anchor;
  if (!spill) return { value: anchor.value };
  const spilled = Array.from({ length: spill.rowCount }, (_, r) =>
    Array.from({ length: spill.columnCount }, (_, c) => valueAt(row + r, column + c)?.value ?? null),
  );
  return { value: anchor.value, spilled };
};
