import type { Report, ReportChart, ReportTable } from '../../engine/index.ts';
import { bottomOf, rightOf, type CellBox } from './cell-box.ts';
import { maxSheetRows, sheetLayout } from './sheet-layout.ts';
import { resultProblem, type ResultProblem } from './result-problem.ts';
import type { TableState, WorkbookState } from './workbook-state.ts';

/** Where a result table will stand and what it will hold: decided before anything is written. */
export interface TablePlan {
  readonly table: ReportTable;
  readonly sheetName: string;
  /** The table as it stands; null when it is made new. */
  readonly existing: TableState | null;
  /** Header and body as they will be. */
  readonly box: CellBox;
  /** Header cells as they will be, the analyst's own columns included. */
  readonly headers: readonly string[];
  readonly charts: readonly ReportChart[];
}

export interface ResultPlan {
  /** Sheets to add, in order. */
  readonly newSheets: readonly string[];
  readonly tables: readonly TablePlan[];
}

export type PlanOutcome =
  | { readonly ok: true; readonly plan: ResultPlan }
  | { readonly ok: false; readonly problems: readonly ResultProblem[] };

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const bodyRows = (table: ReportTable): number => Math.max(1, table.rows.length);

/**
 * Decides where every table of the report goes: into the table of that name where it stands, else onto its result
 * sheet, beside what is there. A sheet the analyst made is never used, a table that is not ours never refilled.
 */
export function planResults(report: Report, state: WorkbookState): PlanOutcome {
  const problems: ResultProblem[] = [];
  const plans: TablePlan[] = [];
  const newSheets: string[] = [];
  for (const table of report.tables) {
    const charts = report.charts.filter(chart => chart.tableId === table.id);
    const existing = state.tables.find(({ name }) => sameName(name, table.id)) ?? null;
    const problem = existing ? refillProblem(table, existing, state) : newTableProblem(table, report, state);
    if (problem) {
      problems.push(problem);
    } else if (existing) {
      plans.push(refillPlan(table, existing, charts));
    } else {
      const sheetNames = [...state.sheets.map(({ name }) => name), ...newSheets];
      if (!sheetNames.some(name => sameName(name, table.sheetName))) newSheets.push(table.sheetName);
      plans.push(newTablePlan(table, charts, report, state, plans));
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan: { newSheets, tables: plans } };
}

function refillProblem(table: ReportTable, existing: TableState, state: WorkbookState): ResultProblem | null {
  const place = { sheetName: existing.sheetName, tableName: table.id };
  const key = table.columns[0]?.id ?? '';
  if (!existing.headers.includes(key)) return resultProblem('result-table-taken', place, { table: table.id, column: key });
  if (existing.box.row + 1 + bodyRows(table) > maxSheetRows) {
    return resultProblem('result-too-long', place, { table: table.id, count: table.rows.length });
  }
  const sheet = state.sheets.find(({ name }) => name === existing.sheetName);
  return sheet?.isProtected ? resultProblem('result-sheet-protected', place, { sheet: existing.sheetName }) : null;
}

function newTableProblem(table: ReportTable, report: Report, state: WorkbookState): ResultProblem | null {
  const place = { sheetName: table.sheetName, tableName: table.id };
  if (sheetLayout.captionRowWithCharts + 2 + bodyRows(table) > maxSheetRows) {
    return resultProblem('result-too-long', place, { table: table.id, count: table.rows.length });
  }
  const sheet = state.sheets.find(({ name }) => sameName(name, table.sheetName));
  if (!sheet) return state.isStructureProtected ? resultProblem('workbook-protected', place, { sheet: table.sheetName }) : null;
  const holdsOurTable = state.tables.some(
    other => sameName(other.sheetName, sheet.name) && report.tables.some(({ id }) => sameName(id, other.name)),
  );
  if (sheet.usedBox && !holdsOurTable) return resultProblem('result-sheet-taken', place, { sheet: sheet.name });
  return sheet.isProtected ? resultProblem('result-sheet-protected', place, { sheet: sheet.name }) : null;
}

/** In place: same corner, the analyst's columns where they are, columns that are missing added at the right. */
function refillPlan(table: ReportTable, existing: TableState, charts: readonly ReportChart[]): TablePlan {
  const missing = table.columns.map(({ id }) => id).filter(id => !existing.headers.includes(id));
  const headers = [...existing.headers, ...missing];
  const box = { ...existing.box, rowCount: bodyRows(table) + 1, columnCount: headers.length };
  return { table, sheetName: existing.sheetName, existing, box, headers, charts };
}

/** Beside what stands on the sheet, all headers of a sheet in one row. */
function newTablePlan(
  table: ReportTable,
  charts: readonly ReportChart[],
  report: Report,
  state: WorkbookState,
  plans: readonly TablePlan[],
): TablePlan {
  const usedBox = state.sheets.find(({ name }) => sameName(name, table.sheetName))?.usedBox ?? null;
  const neighbors = plans.filter(plan => sameName(plan.sheetName, table.sheetName)).map(plan => plan.box);
  const occupied = [...(usedBox ? [usedBox] : []), ...neighbors];
  const { firstColumn, columnsBetweenTables } = sheetLayout;
  const column = occupied.length === 0 ? firstColumn : Math.max(...occupied.map(rightOf)) + columnsBetweenTables;
  const headerRow = neighbors[0]?.row ?? headerRowOf(table.sheetName, report, state);
  const headers = table.columns.map(({ id }) => id);
  const box = { row: headerRow, column, rowCount: bodyRows(table) + 1, columnCount: headers.length };
  return { table, sheetName: table.sheetName, existing: null, box, headers, charts };
}

function headerRowOf(sheetName: string, report: Report, state: WorkbookState): number {
  const neighbor = state.tables.find(other => sameName(other.sheetName, sheetName));
  if (neighbor) return neighbor.box.row;
  const idsOnSheet = report.tables.filter(each => sameName(each.sheetName, sheetName)).map(({ id }) => id);
  const hasCharts = report.charts.some(chart => idsOnSheet.includes(chart.tableId));
  return (hasCharts ? sheetLayout.captionRowWithCharts : sheetLayout.captionRow) + 1;
}

/** Cells an existing table grows over: below its body, and at its right for columns it did not have. */
export function growthBoxes({ existing, box }: TablePlan): { below: CellBox | null; right: CellBox | null } {
  if (!existing) return { below: null, right: null };
  const addedRows = box.rowCount - existing.box.rowCount;
  const addedColumns = box.columnCount - existing.box.columnCount;
  return {
    below: addedRows > 0 ? { ...existing.box, row: bottomOf(existing.box), rowCount: addedRows } : null,
    right: addedColumns > 0 ? { ...box, column: rightOf(existing.box), columnCount: addedColumns } : null,
  };
}
