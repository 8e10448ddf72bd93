import { inputTables, tableTemplate, workbookTemplates, type TableTemplate, type TemplateValidation } from '../../engine/index.ts';
import { rangeOf, rightOf, type CellBox } from './cell-box.ts';
import { inWorkbook } from './in-workbook.ts';
import { inputStyle, sheetLayout, sheetStyle } from './sheet-layout.ts';

/**
 * Adds those tables of a template that the workbook has not got, each on its sheet beside what is there; their names.
 */
export const insertTemplate = (templateId: string): Promise<readonly string[]> =>
  inWorkbook(context => addMissingTables(context, workbookTemplates.find(({ id }) => id === templateId)?.tableIds ?? []));

/** Adds the input tables of these names that the workbook has not got; their names. */
export async function addMissingTables(context: Excel.RequestContext, ids: readonly string[]): Promise<readonly string[]> {
  const tables = context.workbook.tables.load('items/name');
  await context.sync();
  const present = new Set(tables.items.map(({ name }) => name.toLowerCase()));
  const wanted = inputTables.filter(({ id }) => ids.includes(id) && !present.has(id.toLowerCase()));
  for (const spec of wanted) await addInputTable(context, tableTemplate(spec));
  return wanted.map(({ id }) => id);
}

/** Adds an input table with the rows of its template, on its sheet beside what is there. */
export async function addInputTable(context: Excel.RequestContext, template: TableTemplate): Promise<void> {
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(template.sheetName).load('name');
  const used = found.getUsedRangeOrNullObject(true).load('columnIndex,columnCount');
  await context.sync();
  const sheet = found.isNullObject ? worksheets.add(template.sheetName) : found;
  const column = found.isNullObject || used.isNullObject
    ? sheetLayout.firstColumn
    : used.columnIndex + used.columnCount + sheetLayout.columnsBetweenTables;
  if (found.isNullObject) {
    sheet.showGridlines = false;
    sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = sheetLayout.marginWidth;
  }
  const { headerRow: row, rows, columns } = template;
  const box: CellBox = { row, column, rowCount: rows.length + 1, columnCount: columns.length };
  writeInputHeading(sheet, box, template);
  rangeOf(sheet, { ...box, rowCount: 1 }).values = [columns.map(({ header }) => header)];
  const table = sheet.tables.add(rangeOf(sheet, box), true);
  table.name = template.tableName;
  table.style = inputStyle.tableStyle;
  table.showBandedRows = false;
  const bodyBox: CellBox = { ...box, row: row + 1, rowCount: rows.length };
  const body = rangeOf(sheet, bodyBox);
  body.format.fill.color = inputStyle.fillColor;
  body.format.font.color = inputStyle.fontColor;
  columns.forEach((each, index) => {
    const cells = rangeOf(sheet, { ...bodyBox, column: column + index, columnCount: 1 });
    cells.numberFormat = each.numberFormat as unknown as string[][];
    cells.format.columnWidth = each.widthCharacters * sheetLayout.characterWidth + sheetLayout.cellPadding;
    validate(cells.dataValidation, each);
  });
  body.values = rows.map(row => row.map(cell => cell ?? ''));
  await context.sync();
}

function writeInputHeading(sheet: Excel.Worksheet, box: CellBox, { title, question, columns }: TableTemplate): void {
  const head = (row: number): Excel.Range => sheet.getRangeByIndexes(row, box.column, 1, 1);
  head(0).values = [[title]];
  head(0).format.font.size = sheetStyle.titleSize;
  head(0).format.font.bold = true;
  head(0).format.font.color = sheetStyle.titleColor;
  head(1).values = [[question]];
  head(1).format.font.italic = true;
  head(1).format.font.color = sheetStyle.quietColor;
  const captions = sheet.getRangeByIndexes(2, box.column, 2, rightOf(box) - box.column);
  captions.values = [columns.map(column => column.title), columns.map(({ unit }) => unit)];
  captions.format.wrapText = true;
  captions.format.font.color = sheetStyle.quietColor;
  captions.format.font.size = 9;
}

/** Excel's limits for a typed list and for a prompt. */
const maxListLength = 255;
const maxPromptLength = 255;
const maxPromptTitleLength = 32;

/** Drop-down, limits and input prompt of a column's cells. */
export function validate(rule: Excel.DataValidation, { header, prompt, validation }: TableTemplate['columns'][number]): void {
  const title = header.slice(0, maxPromptTitleLength);
  const message = prompt.slice(0, maxPromptLength);
  if (validation) {
    const excelRule = validationRule(validation);
    if (excelRule) rule.rule = excelRule;
    const isOpen = validation.kind === 'list' && validation.isOpen;
    rule.errorAlert = { showAlert: !isOpen, style: 'Stop', title, message };
  }
  rule.prompt = { showPrompt: true, title, message };
}

function validationRule(validation: TemplateValidation): Excel.DataValidationRule | null {
  switch (validation.kind) {
    case 'list': {
      const source = validation.choices.join(',');
      return source.length <= maxListLength ? { list: { inCellDropDown: true, source } } : null;
    }
    case 'date':
      return { date: { formula1: '1900-01-01', operator: 'GreaterThanOrEqualTo' } };
    case 'whole':
      return { wholeNumber: numberRule(validation) };
    case 'decimal':
      return { decimal: numberRule(validation) };
  }
}

/** Wide enough to let any number pass where only its kind is checked. */
const anyNumber = 1e300;

function numberRule({ minimum, maximum, isMinimumExclusive }: Exclude<TemplateValidation, { kind: 'list' | 'date' }>): Excel.BasicDataValidation {
  if (maximum !== undefined) return { formula1: minimum ?? -anyNumber, formula2: maximum, operator: 'Between' };
  return { formula1: minimum ?? -anyNumber, operator: isMinimumExclusive ? 'GreaterThan' : 'GreaterThanOrEqualTo' };
}
