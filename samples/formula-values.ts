import type { CellValue } from '../host/workbook/snapshot.ts';
import { calculatedCells } from './build/calculated-cells.ts';
import { readSample } from './run-sample.ts';
import type { Sample } from './source/sample.ts';

export interface FormulaValues {
  /** Of the Read me's formulas, from top to bottom. */
  readonly single: readonly CellValue[];
  /** Rows of the formula that spills, its header first. */
  readonly spilled: readonly (readonly CellValue[])[];
}

/** What the committed workbook shows in its formula cells. */
export const formulaValues = (sample: Sample): FormulaValues => {
  const workbook = readSample(sample);
  const calculated = calculatedCells(workbook);
  const single: CellValue[] = [];
  let spilled: readonly (readonly CellValue[])[] = [];
  for (const { name, cells } of workbook.sheets) {
    for (const row of [...cells.keys()].sort((a, b) => a - b)) {
      for (const column of cells.get(row)?.keys() ?? []) {
        const found = calculated(name, row, column);
        if (found?.spilled) spilled = found.spilled;
        else if (found) single.push(found.value);
      }
    }
  }
  return { single, spilled };
};
