import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { boxContains } from './cell-address.ts';
import type { FunctionNames } from './function-names.ts';
import { formulaToFile } from './formula/to-file.ts';
import { openWorkbook, type OpenWorkbook } from './reading/open-workbook.ts';
import { DynamicArrays } from './writing/dynamic-arrays.ts';
import { emptyWorkbook } from './writing/empty-workbook.ts';
import { sheetDataXml } from './writing/sheet-data.ts';
import { StringTable } from './writing/string-table.ts';
import { tableXml } from './writing/table-xml.ts';
import { escapeAttribute, escapeText } from './xml/escape.ts';
import { insertLast, insertInOrder, SPREADSHEET_NAMESPACE } from './xml/insert.ts';
import { child } from './xml/parse-xml.ts';
import { TextEdits } from './xml/text-edits.ts';

/**
 * The workbook as .xlsx bytes. With `original`, the file it was read from, everything unchanged stays as it stands
 * there; with null, a new file. `functions` are the add-in's worksheet functions.
 */
export function writeXlsx(snapshot: WorkbookSnapshot, original: Uint8Array | null, functions: FunctionNames): Uint8Array {
  if (original) throw new Error('not yet');
  const open = original ? openWorkbook(original, functions) : emptyWorkbook(snapshot.date1904);
  const { file, part } = open;
  const strings = new StringTable(open.strings);
  const arrays = new DynamicArrays(open);
  const edits = new TextEdits();
  let tableId = 0;
  snapshot.sheets.forEach((sheet, index) => {
    const sheetPart = file.freePartName('xl/worksheets/sheet');
    const data = sheetDataXml(
      {
        strings,
        functions,
        sheetName: sheet.name,
        tableAt: (row, column) => tableAt(sheet, row, column)?.name,
        dynamicArray: () => arrays.number(),
      },
      { cells: sheet.cells, rowHeights: sheet.rowHeights, styleNumber: () => 0 },
    );
    const links = sheet.tables.map(table => {
      const tablePart = file.freePartName('xl/tables/table');
      file.addPart(tablePart, 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml', tableXml(table, ++tableId));
      return `<tablePart r:id="${file.addRelation(sheetPart, 'table', tablePart)}"/>`;
    });
    const tables = links.length ? `<tableParts count="${links.length}">${links.join('')}</tableParts>` : '';
    file.addPart(
      sheetPart,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
      `<worksheet xmlns="${SPREADSHEET_NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${data}${tables}</worksheet>`,
    );
    const id = file.addRelation(part, 'worksheet', sheetPart);
    insertLast(
      edits,
      file.text(part),
      child(file.xml(part), 'sheets')!,
      `<sheet name="${escapeAttribute(sheet.name)}" sheetId="${index + 1}" r:id="${id}"/>`,
    );
  });
  writeNames(edits, open, snapshot, functions);
  file.setText(part, edits.applyTo(file.text(part)));
  strings.writeInto(open);
  return file.save();
}

function writeNames(edits: TextEdits, { file, part }: OpenWorkbook, snapshot: WorkbookSnapshot, functions: FunctionNames): void {
  if (snapshot.names.length === 0) return;
  const names = snapshot.names.map(({ name, formula, sheetName, hidden, comment }) => {
    const sheet = sheetName === undefined ? '' : ` localSheetId="${snapshot.sheets.findIndex(s => s.name === sheetName)}"`;
    const attributes = `${sheet}${hidden ? ' hidden="1"' : ''}${comment ? ` comment="${escapeAttribute(comment)}"` : ''}`;
    return `<definedName name="${escapeAttribute(name)}"${attributes}>${escapeText(formulaToFile(formula, functions).text)}</definedName>`;
  });
  insertInOrder(edits, file.text(part), file.xml(part), {
    name: 'definedNames',
    xml: `<definedNames>${names.join('')}</definedNames>`,
    order: ['sheets', 'definedNames', 'calcPr'],
  });
}

const tableAt = (sheet: SheetSnapshot, row: number, column: number): TableSnapshot | undefined =>
  sheet.tables.find(({ box }) => boxContains(box, row, column));

export { functionNames, type FunctionNames } from './function-names.ts';
export { WorkbookFileError } from './workbook-file-error.ts';
