import type { ICellData, IObjectMatrixPrimitiveType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { cost } from '../addin/functions/cost.ts';
import { shareFilledDownFormulas } from '../host/workbook/cell-writer.ts';
import type { CellSnapshot, WorkbookSnapshot } from '../host/workbook/snapshot.ts';
import { workbookOfCells } from './workbook-of-cells.ts';

/** Node types the rows take turns with. */
const nodeTypes = ['m7i.large', 'm7i.xlarge', 'm7i.2xlarge', 'c7i.xlarge', 'r7i.xlarge'] as const;
export const cellCount = 10_000;
const formulaColumn = 2;

/** Hours in column A and node types in column B, one row for each formula. */
export function inputs(): WorkbookSnapshot {
  const cells = new Map<number, ReadonlyMap<number, CellSnapshot>>();
  for (let row = 0; row < cellCount; row++) {
    cells.set(row, new Map([[0, { value: hoursIn(row) }], [1, { value: nodeTypeIn(row) }]]));
  }
  return workbookOfCells('Costs', cells);
}

/** Each row counts other nodes, so that no formula is another one filled down. */
export const differentFormulas: Formulas = (row) => `=CLOUD.COST("aws","us-east-1",B${row + 1},A${row + 1},${countIn(row)})`;
/** One formula filled down: stored as a shared one, as a file and the writer of ranges do. */
export const filledDownFormulas: Formulas = (row) => `=CLOUD.COST("aws","us-east-1",B${row + 1},A${row + 1})`;

/** Formula of each row. */
export type Formulas = (row: number) => string;

/** Puts the formulas beside their inputs, all at once. */
export function putFormulas(api: FUniver, formulas: Formulas): void {
  const workbook = api.getActiveWorkbook()!;
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  for (let row = 0; row < cellCount; row++) cellValue[row] = { [formulaColumn]: { f: formulas(row) } };
  shareFilledDownFormulas(cellValue);
  const subUnitId = workbook.getActiveSheet().getSheetId();
  api.syncExecuteCommand(SetRangeValuesMutation.id, { unitId: workbook.getId(), subUnitId, cellValue });
}

/** @throws when a cell does not hold what the function itself answers: a fast wrong answer is none. */
export function expectCosts(api: FUniver, isCounted: boolean): void {
  const sheet = api.getActiveWorkbook()!.getActiveSheet().getSheet();
  for (let row = 0; row < cellCount; row++) {
    const value = sheet.getCellRaw(row, formulaColumn)?.v;
    const expected = costOfRow(row, isCounted);
    if (typeof value !== 'number' || Math.abs(value - expected) > 1e-9 * expected) {
      throw new Error(`Row ${row + 1} holds ${String(value)} instead of ${expected}.`);
    }
  }
}

/** The function alone, with the arguments of the row. */
export const costOfRow = (row: number, isCounted: boolean): number =>
  isCounted
    ? cost('aws', 'us-east-1', nodeTypeIn(row), hoursIn(row), countIn(row))
    : cost('aws', 'us-east-1', nodeTypeIn(row), hoursIn(row));

const hoursIn = (row: number): number => 1 + row / 8;
const countIn = (row: number): number => row + 1;
const nodeTypeIn = (row: number): string => nodeTypes[row % nodeTypes.length]!;
