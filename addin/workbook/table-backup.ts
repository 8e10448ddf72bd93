import { answerName } from './new-table.ts';
import { writtenText, type WrittenCell } from './report-cell.ts';
import type { TablePlan } from './result-plan.ts';
import { bodyPart } from './table-body.ts';

/** What stood in an existing table before a run: to fill its new rows like the old ones, and to put it all back. */
export interface TableBackup {
  readonly plan: TablePlan;
  /** The whole body, [row][column]: formulas as such, everything else as it was put in. */
  readonly cells: readonly (readonly WrittenCell[])[];
  readonly answer: string | number | boolean | null;
  /** Names of the charts on its sheet. */
  readonly charts: ReadonlySet<string>;
  /** The table pushes down what lies below it. */
  readonly isPushing: boolean;
}

/** Rows read at once, so that no answer of Excel on the web gets larger than it may. */
const cellsPerRequest = 100_000;

export async function backUp(context: Excel.RequestContext, plan: TablePlan, isPushing: boolean): Promise<TableBackup> {
  const { existing } = plan;
  if (!existing) return { plan, cells: [], answer: null, charts: new Set(), isPushing };
  const table = context.workbook.tables.getItem(existing.name);
  const answer = context.workbook.names.getItemOrNullObject(answerName(plan.table.id)).getRangeOrNullObject().load('values');
  const { rowCount, columnCount } = existing.box;
  const cells: WrittenCell[][] = [];
  const step = Math.max(1, Math.floor(cellsPerRequest / columnCount));
  for (let row = 0; row < rowCount - 1; row += step) {
    const part = bodyPart(table, row, 0, Math.min(step, rowCount - 1 - row), columnCount).load('formulas,values');
    await context.sync();
    cells.push(...enteredCells(part));
    part.untrack();
  }
  const onSheet = context.workbook.worksheets.getItem(plan.sheetName).charts.load('items/name');
  await context.sync();
  const charts = new Set(onSheet.items.map(({ name }) => name));
  return { plan, cells, answer: answer.isNullObject ? null : answer.values[0]?.[0], charts, isPushing };
}

/** What would have to be typed for the cells to be what they are: a text that begins with `=` is no formula. */
const enteredCells = ({ formulas, values }: Excel.Range): WrittenCell[][] =>
  (formulas as WrittenCell[][]).map((row, rowIndex) =>
    row.map((formula, columnIndex) => {
      if (typeof formula !== 'string') return formula;
      return isFormula(formula, values[rowIndex]?.[columnIndex]) ? formula : writtenText(formula);
    }),
  );

/** Excel answers a text cell the same as formula and as value. */
const isFormula = (formula: string, value: unknown): boolean => formula.startsWith('=') && formula !== value;
