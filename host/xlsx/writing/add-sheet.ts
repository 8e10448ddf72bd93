import { readSheet, type SheetInFile } from '../reading/read-sheet.ts';
import { SPREADSHEET_NAMESPACE } from '../xml/insert.ts';
import type { WorkbookWriting } from './workbook-writing.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An empty sheet: filling it is the same as changing one of the file's. */
export function addSheet(
  { open, functions }: WorkbookWriting,
  name: string,
): { inFile: SheetInFile; relationId: string } {
  const { file, strings, styles } = open;
  const part = file.freePartName('xl/worksheets/sheet');
  const root = `<worksheet xmlns="${SPREADSHEET_NAMESPACE}" xmlns:r="${RELATIONSHIPS}">`;
  file.addPart(part, CONTENT_TYPE, `${root}<sheetFormatPr defaultRowHeight="15"/><sheetData></sheetData></worksheet>`);
  const relationId = file.addRelation(open.part, 'worksheet', part);
  const sources = { file, strings, styles, functions, date1904: open.snapshot.date1904 };
  return {
    inFile: readSheet(sources, { name, part, isHidden: false, printNames: new Map(), isNew: true }),
    relationId,
  };
}
