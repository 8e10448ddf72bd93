import type { ICellData, IObjectMatrixPrimitiveType } from '@univerjs/core';
import { generateRandomId } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { rowRelativeForm } from './shared-formulas.ts';

type Cells = IObjectMatrixPrimitiveType<ICellData>;

/**
 * Collects cells and writes them in one command per sheet: office.js cuts one assignment of many cells into pieces of
 * 1,500, and every command costs. Whoever reads the workbook flushes first.
 */
export class CellWriter {
  private pending: { sheetId: string; cells: Cells } | null = null;

  constructor(
    private readonly api: FUniver,
    private readonly unitId: string,
  ) {}

  /** `rows` begin at `row`, `column`; undefined leaves a cell as it is. */
  write(sheetId: string, row: number, column: number, rows: readonly (readonly (ICellData | undefined)[])[]): void {
    if (this.pending?.sheetId !== sheetId) this.flush();
    this.pending ??= { sheetId, cells: {} };
    const { cells } = this.pending;
    for (const [rowOffset, values] of rows.entries()) {
      const target = (cells[row + rowOffset] ??= {});
      for (const [columnOffset, value] of values.entries()) if (value) target[column + columnOffset] = value;
    }
  }

  flush(): void {
    const pending = this.pending;
    if (!pending) return;
    this.pending = null;
    shareFilledDownFormulas(pending.cells);
    this.api.syncExecuteCommand(SetRangeValuesMutation.id, {
      unitId: this.unitId,
      subUnitId: pending.sheetId,
      cellValue: pending.cells,
    });
  }
}

/** Below this a group is not worth its bookkeeping. */
const minSharedRows = 3;

/** Rewrites runs of equal formulas below each other: the first keeps the text and an id, the others have the id alone. */
export function shareFilledDownFormulas(cells: Cells): void {
  const runs = new Map<number, { form: string; rows: number[] }>(); // by column
  const close = (column: number): void => {
    const run = runs.get(column);
    runs.delete(column);
    if (!run || run.rows.length < minSharedRows) return;
    const si = generateRandomId(6);
    for (const [index, row] of run.rows.entries()) {
      const cell = cells[row]![column]!;
      cells[row]![column] = index === 0 ? { ...cell, si } : { ...cell, f: null, si };
    }
  };
  for (const row of Object.keys(cells).map(Number)) {
    for (const [key, cell] of Object.entries(cells[row]!)) {
      const column = Number(key);
      const form = cell.f && !cell.si ? rowRelativeForm(cell.f, row) : null;
      const run = runs.get(column);
      if (run && form === run.form && run.rows.at(-1) === row - 1) run.rows.push(row);
      else {
        close(column);
        if (form !== null) runs.set(column, { form, rows: [row] });
      }
    }
  }
  for (const column of [...runs.keys()]) close(column);
}
