import { tablesOfRunState, type Report } from '../../engine/index.ts';
import type { ResultPlan, TablePlan } from './result-plan.ts';
import { sheetLayout, sheetStyle } from './sheet-layout.ts';

/** Workbook name of the cell that says whether results are out of date; the other result sheets show what it says. */
const stateName = 'CloudCostState';
const homeTable = 'OutRunLog';

/** Excel's limit for a text within a formula is 255 characters. */
const pieceLength = 240;

const textInFormula = (text: string): string => {
  const pieces = text.match(new RegExp(`.{1,${pieceLength}}`, 'gu')) ?? [''];
  return pieces.map(piece => `"${piece}"`).join('&');
};

/** Where the add-in is missing, or a table is gone, nothing is said rather than an error shown. */
const stateFormula = (report: Report): string => {
  const tables = tablesOfRunState(report.runState).map(({ id }) => `,${id}[#All]`);
  return `=IFERROR(CLOUD.CHANGED(${textInFormula(report.runState)}${tables.join('')}),"")`;
};

const stateCell = (sheet: Excel.Worksheet, { box }: TablePlan): Excel.Range =>
  sheet.getRangeByIndexes(sheetLayout.stateRow, box.column, 1, 1);

const style = ({ format }: Excel.Range): void => {
  format.font.bold = true;
  format.font.color = sheetStyle.warningColor;
};

/** The formula that stands in the cell of that name before a run; null: there is none. */
export async function readRunState(context: Excel.RequestContext): Promise<unknown> {
  const found = context.workbook.names.getItemOrNullObject(stateName).getRangeOrNullObject().load('formulas');
  await context.sync();
  return found.isNullObject ? null : found.formulas[0]?.[0];
}

/** Puts back what `readRunState` found, after the sheets of the run are gone again. */
export async function restoreRunState(context: Excel.RequestContext, before: unknown): Promise<void> {
  const named = context.workbook.names.getItemOrNullObject(stateName).load('name');
  const found = named.getRangeOrNullObject().load('formulas');
  await context.sync();
  if (!found.isNullObject && before !== null) found.formulas = [[before]];
  else if (!named.isNullObject && before === null) named.delete();
  await context.sync();
}

/**
 * One cell compares the inputs with those of this run, by Excel's own recalculation: no edit of the analyst's is followed
 * by a write of ours, which would take the way back from it. All result sheets show what it says.
 */
export async function writeRunState(context: Excel.RequestContext, { tables }: ResultPlan, report: Report): Promise<void> {
  const { worksheets, names } = context.workbook;
  const home = tables.find(({ table }) => table.id === homeTable);
  if (!home) return;
  const homeSheet = worksheets.getItem(home.sheetName);
  const named = names.getItemOrNullObject(stateName);
  const found = named.getRangeOrNullObject().load('address');
  const cell = stateCell(homeSheet, home).load('values');
  named.load('name');
  await context.sync();
  const formula = [[stateFormula(report)]];
  if (!found.isNullObject) found.formulas = formula;
  else if (cell.values[0]?.[0] === '') {
    // A name outlives its cell as an error
    if (!named.isNullObject) named.delete();
    cell.formulas = formula;
    style(cell);
    names.add(stateName, cell);
  }
  const others = [...new Set(tables.map(({ sheetName }) => sheetName))].filter(name => name !== home.sheetName);
  const shown = others.flatMap(name => {
    const first = tables.find(({ sheetName }) => sheetName === name);
    if (!first) return [];
    const sheet = worksheets.getItem(name);
    const title = sheet.getRangeByIndexes(sheetLayout.titleRow, first.box.column, 1, 1).load('values');
    return [{ first, title, cell: stateCell(sheet, first).load('values') }];
  });
  await context.sync();
  for (const { first, title, cell: free } of shown) {
    // Below our own heading, where nothing stands yet: also on sheets that a run left behind which was cut off
    if (title.values[0]?.[0] !== first.table.title || free.values[0]?.[0] !== '') continue;
    free.formulas = [[`=IFERROR(${stateName},"")`]];
    style(free);
  }
  await context.sync();
}
