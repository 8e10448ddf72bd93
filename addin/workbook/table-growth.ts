import { addressOf, bottomOf, firstFilledCell, rangeOf, rightOf, type CellBox } from './cell-box.ts';
import { growthBoxes, type TablePlan } from './result-plan.ts';
import { resultProblem, type ResultProblem } from './result-problem.ts';
import type { TableState, WorkbookState } from './workbook-state.ts';

export interface GrowthCheck {
  /** Tables that must push down what lies below them. */
  readonly pushing: ReadonlySet<TablePlan>;
  readonly problems: readonly ResultProblem[];
}

/** Looks at the cells that tables would grow over: free, to be pushed down, or in the way. */
export async function checkGrowth(
  context: Excel.RequestContext,
  plans: readonly TablePlan[],
  state: WorkbookState,
): Promise<GrowthCheck> {
  const looks = plans.flatMap(plan => {
    const { below, right } = growthBoxes(plan);
    if (!below && !right) return [];
    const sheet = context.workbook.worksheets.getItem(plan.sheetName);
    const load = (box: CellBox | null): Excel.Range | null => box && rangeOf(sheet, box).load('formulas');
    return [{ plan, below, right, belowCells: load(below), rightCells: load(right) }];
  });
  if (looks.length === 0) return { pushing: new Set(), problems: [] };
  await context.sync();
  const pushing = new Set<TablePlan>();
  const problems: ResultProblem[] = [];
  for (const { plan, below, right, belowCells, rightCells } of looks) {
    const blocked = right && rightCells ? firstFilledCell(right, rightCells.formulas) : null;
    if (blocked) problems.push(inTheWay(plan, blocked));
    if (!below || !belowCells) continue;
    const neighbors = neighborsBelow(plan, state);
    const hasContent = firstFilledCell(below, belowCells.formulas) !== null;
    if (!hasContent && neighbors.every(box => box.row >= bottomOf(below))) continue;
    const split = neighbors.find(box => box.column < below.column || rightOf(box) > rightOf(below));
    if (split) problems.push(inTheWay(plan, split));
    else pushing.add(plan);
  }
  return { pushing, problems };
}

/** Tables that cells pushed down under this one would move, in whole or in part. */
function neighborsBelow({ existing, table }: TablePlan, state: WorkbookState): CellBox[] {
  if (!existing) return [];
  const isBelow = ({ box, sheetName, name }: TableState): boolean =>
    sheetName === existing.sheetName &&
    name !== existing.name &&
    name !== table.id &&
    box.row >= bottomOf(existing.box) &&
    box.column < rightOf(existing.box) &&
    rightOf(box) > existing.box.column;
  return state.tables.filter(isBelow).map(({ box }) => box);
}

export function inTheWay(plan: TablePlan, box: CellBox): ResultProblem {
  const address = addressOf(box);
  const place = { sheetName: plan.sheetName, tableName: plan.table.id, cellAddress: address };
  return resultProblem('result-in-the-way', place, { table: plan.table.id, address });
}
