import type { ReportColumn, ReportTable } from '../../engine/index.ts';
import { rangeOf, type CellBox } from './cell-box.ts';
import { captionOf, columnWidth } from './column-caption.ts';
import { numberFormat } from './number-format.ts';
import { writtenText } from './report-cell.ts';
import type { TablePlan } from './result-plan.ts';
import { sheetLayout, sheetStyle } from './sheet-layout.ts';
import { bodyPart } from './table-body.ts';

/** The workbook name of the cell that holds a table's answer: it follows the cell, and other sheets may refer to it. */
export const answerName = (tableId: string): string => `${tableId}Answer`;

/**
 * Makes the table with its header, one row for each of the plan, and everything around it; styles are set here only.
 */
export function createTable(workbook: Excel.Workbook, plan: TablePlan): void {
  const sheet = workbook.worksheets.getItem(plan.sheetName);
  const { table, box } = plan;
  rangeOf(sheet, { ...box, rowCount: 1 }).values = [[...plan.headers]];
  const made = sheet.tables.add(rangeOf(sheet, box), true);
  made.name = table.id;
  made.style = sheetStyle.tableStyle;
  made.showBandedRows = false;
  styleHeader(rangeOf(sheet, { ...box, rowCount: 1 }));
  writeHeading(workbook, sheet, plan);
  writeCaptions(sheet, box, table);
  table.columns.forEach((column, index) => {
    const part = bodyPart(made, 0, index, box.rowCount - 1, 1);
    const head = sheet.getRangeByIndexes(box.row, box.column + index, 1, 1);
    align(column, { caption: head.getOffsetRange(-1, 0), head, body: part });
    if (column.format !== 'text') part.numberFormat = numberFormat(column.format, table.currency) as unknown as string[][];
    part.format.columnWidth = columnWidth(column, index, table);
  });
  shadeHeat(made, table, box.rowCount - 1);
}

/** Columns of shares side by side are read by their shade: pale where nothing is used, deep where all is. */
function shadeHeat(made: Excel.Table, { columns }: ReportTable, rowCount: number): void {
  const first = columns.findIndex(({ format }) => format === 'heat');
  if (first < 0) return;
  // Buttons would take the width of two hours.
  made.showFilterButton = false;
  const count = columns.filter(({ format }) => format === 'heat').length;
  const shades = bodyPart(made, 0, first, rowCount, count).conditionalFormats.add('ColorScale').colorScale;
  shades.criteria = {
    minimum: { type: 'Number', formula: '0', color: sheetStyle.heatLow },
    maximum: { type: 'Number', formula: '1', color: sheetStyle.heatHigh },
  };
}

/** Of tables the analyst deleted: a name outlives its cell as an error, and would be taken. */
export async function removeLeftoverNames(context: Excel.RequestContext, plans: readonly TablePlan[]): Promise<void> {
  const names = plans.map(({ table }) => context.workbook.names.getItemOrNullObject(answerName(table.id)).load('name'));
  await context.sync();
  names.filter(name => !name.isNullObject).forEach(name => name.delete());
}

/** Room for the filter button, which stands at the right of a header cell. */
const filterButtonIndent = 2;

/** Text stands left, with some room before it since the column before it often ends in numbers; numbers stand right. */
function align({ format }: ReportColumn, cells: Readonly<Record<'caption' | 'head' | 'body', Excel.Range>>): void {
  const isText = format === 'text';
  for (const { format: look } of Object.values(cells)) {
    look.horizontalAlignment = isText ? 'Left' : 'Right';
    if (isText) look.indentLevel = 1;
  }
  if (!isText && format !== 'heat') cells.head.format.indentLevel = filterButtonIndent;
}

/** As the table style has it, and once more on the cells: not every reader of the file draws table styles. */
function styleHeader({ format }: Excel.Range): void {
  format.fill.color = sheetStyle.headerFill;
  format.font.color = sheetStyle.headerColor;
  format.font.bold = true;
}

function writeHeading(workbook: Excel.Workbook, sheet: Excel.Worksheet, { table, box }: TablePlan): void {
  const cell = (row: number): Excel.Range => sheet.getRangeByIndexes(row, box.column, 1, 1);
  const title = cell(sheetLayout.titleRow);
  title.values = [[table.title]];
  title.format.rowHeight = sheetLayout.titleHeight;
  title.format.font.size = sheetStyle.titleSize;
  title.format.font.bold = true;
  title.format.font.color = sheetStyle.titleColor;
  const question = cell(sheetLayout.questionRow);
  question.values = [[table.question]];
  question.format.font.color = sheetStyle.quietColor;
  question.format.font.italic = true;
  const answer = cell(sheetLayout.answerRow);
  answer.values = [[writtenText(table.answer)]];
  answer.format.font.bold = true;
  workbook.names.add(answerName(table.id), answer, table.question);
}

function writeCaptions(sheet: Excel.Worksheet, box: CellBox, table: ReportTable): void {
  const captions = rangeOf(sheet, { ...box, row: box.row - 1, rowCount: 1 });
  captions.values = [table.columns.map(column => captionOf(column, table.currency))];
  captions.format.wrapText = true;
  captions.format.verticalAlignment = 'Bottom';
  captions.format.rowHeight = sheetLayout.captionHeight;
  captions.format.font.color = sheetStyle.quietColor;
  captions.format.font.size = 9;
}
