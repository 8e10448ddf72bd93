import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { followCells } from './charts/follow-cells.ts';
import { writeCustomXml } from './custom-xml/write-custom-xml.ts';
import type { FunctionNames } from './function-names.ts';
import { openWorkbook, type OpenWorkbook } from './reading/open-workbook.ts';
import { beginWriting, type WorkbookWriting } from './writing/workbook-writing.ts';
import { emptyWorkbook } from './writing/empty-workbook.ts';
import { addSheet } from './writing/add-sheet.ts';
import { writeAppProperties } from './writing/write-app-properties.ts';
import { writeSheet } from './writing/write-sheet.ts';
import { writeWorkbookPart, type NewTab } from './writing/write-workbook-part.ts';
import { child, childrenNamed } from './xml/parse-xml.ts';

/**
 * The workbook as .xlsx bytes. With `original`, the file it was read from, everything unchanged stays there as it
 * stands; with null, a new file. `functions` are the add-in's worksheet functions.
 *
 * Sheets, tables, charts and names of `original` are found by their names; a sheet of it that the snapshot lacks is a
 * mistake of the caller. Throws {@link WorkbookFileError} for what no Excel file can hold.
 */
export function writeXlsx(
  snapshot: WorkbookSnapshot,
  original: Uint8Array | null,
  functions: FunctionNames,
): Uint8Array {
  const open = original ? openWorkbook(original, functions) : emptyWorkbook(snapshot, functions);
  const { file, part } = open;
  refuseLostSheets(open, snapshot);
  const writing = beginWriting(open, snapshot, functions);
  const tabsBefore = childrenNamed(child(file.xml(part), 'sheets'), 'sheet').map(
    ({ attributes }) => attributes.name ?? '',
  );
  const newTabs: NewTab[] = [];
  for (const sheet of snapshot.sheets) {
    const inFile = open.sheets.find(known => isNamed(known.snapshot, sheet.name));
    const added = inFile ? null : addSheet(writing, sheet.name);
    if (added) newTabs.push({ name: sheet.name, relationId: added.relationId });
    writeSheet(writing, inFile ?? added!.inFile, sheet);
  }
  followCells(writing);
  writeWorkbookPart(writing, newTabs);
  writeCustomXml(open, snapshot.customXmlParts, snapshot.settings);
  writeAppProperties(open, tabsBefore);
  if (writing.hasCellChanges) dropCalculationChain(writing);
  writing.strings.writeInto(open);
  writing.styles.writeInto();
  return original && !file.isChanged ? original : file.save();
}

const isNamed = ({ name }: SheetSnapshot, wanted: string): boolean => name.toLowerCase() === wanted.toLowerCase();

function refuseLostSheets(open: OpenWorkbook, snapshot: WorkbookSnapshot): void {
  const lost = open.sheets.find(known => !snapshot.sheets.some(sheet => isNamed(known.snapshot, sheet.name)));
  if (lost) throw new Error(`The sheet ${lost.snapshot.name} of the opened file is not in the snapshot.`);
}

/** The order in which Excel last calculated; it makes itself a new one. */
function dropCalculationChain({ open: { file, part } }: WorkbookWriting): void {
  const chain = file.relations(part).find(({ kind }) => kind === 'calcChain');
  if (!chain) return;
  file.removeRelation(part, chain.id);
  file.removePart(chain.target);
}
