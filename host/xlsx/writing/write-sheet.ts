import type { CellBox, SheetSnapshot, TableSnapshot } from '../../workbook/snapshot.ts';
import { formatAddress, parseAddress, boundingBox } from '../../workbook/address.ts';
import { writeCharts } from '../charts/write-charts.ts';
import { boxContains } from '../cell-address.ts';
import type { SheetInFile } from '../reading/read-sheet.ts';
import { activeSheetName } from './active-sheet.ts';
import { cellChanges } from './cell-changes.ts';
import type { CellWriting } from './cell-xml.ts';
import { newSheetData } from './new-sheet-data.ts';
import { SheetDataPatch } from './sheet-data.ts';
import { SheetEdits } from './sheet-edits.ts';
import { sameSize, writeSheetLook } from './sheet-look.ts';
import type { WorkbookWriting } from './workbook-writing.ts';
import { writeConditionalFormats } from './write-conditional-formats.ts';
import { writeTables } from './write-tables.ts';
import { writeValidations } from './write-validations.ts';

/** Puts a sheet's snapshot into its part: only what differs from what stands there is touched. */
export function writeSheet(writing: WorkbookWriting, inFile: SheetInFile, sheet: SheetSnapshot): void {
  const { file } = writing.open;
  const edits = new SheetEdits(file.text(inFile.part), inFile.root);
  writeRows(writing, edits, inFile, sheet);
  writeSheetLook(edits, inFile, sheet, becomesActive(writing, sheet));
  writeMerges(edits, inFile.snapshot.merges, sheet.merges);
  writeConditionalFormats(edits, inFile.conditionalFormats, sheet, writing);
  writeValidations(edits, inFile.validations, sheet, writing.functions);
  writeCharts(writing, edits, inFile, sheet);
  writeTables(writing, edits, inFile, sheet);
  file.setText(inFile.part, edits.apply());
}

/** Whether the sheet is the one shown first; null when that is the same sheet as in the file. */
function becomesActive(writing: WorkbookWriting, sheet: SheetSnapshot): boolean | null {
  const active = activeSheetName(writing);
  return active === writing.open.snapshot.activeSheetName ? null : active === sheet.name;
}

function writeRows(writing: WorkbookWriting, edits: SheetEdits, inFile: SheetInFile, sheet: SheetSnapshot): void {
  const { styles } = writing;
  const cellsWriting = cellWriting(writing, sheet);
  const data = edits.child('sheetData');
  if (inFile.isNew) {
    edits.set('sheetData', `<sheetData>${newSheetData(cellsWriting, sheet, styles)}</sheetData>`);
    writing.hasCellChanges = true;
    writeDimension(edits, sheet.cells);
    return;
  }
  const cells = cellChanges(inFile.snapshot.cells, sheet.cells, {
    sameLook: (a, b) => styles.sameLook(a, b),
    onKeptValue: () => {
      writing.needsCalculation = true;
    },
  });
  const { heights, defaultHeight } = inFile.geometry;
  const rowHeights = new Map(
    [...sheet.rowHeights].filter(([row, height]) => !sameSize(heights.get(row) ?? defaultHeight, height)),
  );
  const shown = shownAgain(inFile, sheet);
  if (cells.size === 0 && rowHeights.size === 0 && shown.length === 0) return;
  if (cells.size > 0) {
    writing.hasCellChanges = true;
    writing.changes.set(sheet.name.toLowerCase(), cells);
  }
  const patch = new SheetDataPatch(edits.source, inFile, { cells, rowHeights, shown }, cellsWriting, styles);
  if (!data || data.isSelfClosing) {
    const rows = patch.apply(data?.end ?? 0, data?.end ?? 0);
    edits.set('sheetData', `<sheetData>${rows}</sheetData>`);
  } else edits.edits.replace(data.contentStart, data.contentEnd, patch.apply(data.contentStart, data.contentEnd));
  writeDimension(edits, cells);
}

/** Where tables of the file had filters that were cleared since. */
const shownAgain = (inFile: SheetInFile, sheet: SheetSnapshot): CellBox[] =>
  inFile.tables
    .map(({ table }) => table)
    .filter(table => sheet.tables.some(({ name, areFiltersCleared }) => areFiltersCleared && name === table.name))
    .map(({ box }) => box);

function cellWriting({ strings, functions, arrays }: WorkbookWriting, sheet: SheetSnapshot): CellWriting {
  const tableAt = (row: number, column: number): TableSnapshot | undefined =>
    sheet.tables.find(({ box }) => boxContains(box, row, column));
  const headerRows = new Set(sheet.tables.map(({ box }) => box.row));
  return {
    strings,
    functions,
    sheetName: sheet.name,
    tableNameAt: (row, column) => tableAt(row, column)?.name,
    isTableHeader: (row, column) => headerRows.has(row) && tableAt(row, column)?.box.row === row,
    dynamicArray: () => arrays.number(),
  };
}

/** The stated range of used cells grows with what is written; it never shrinks, as looks may lie further out. */
function writeDimension(edits: SheetEdits, written: ReadonlyMap<number, ReadonlyMap<number, unknown>>): void {
  const existing = edits.child('dimension');
  const before = existing ? parseAddress(existing.attributes.ref ?? '') : null;
  let used: CellBox | null = before;
  for (const [row, cells] of written) {
    let [first, last] = [Infinity, -1];
    for (const column of cells.keys()) {
      first = Math.min(first, column);
      last = Math.max(last, column);
    }
    if (last < 0) continue;
    const box = { row, column: first, rowCount: 1, columnCount: last - first + 1 };
    used = used ? boundingBox(used, box) : box;
  }
  if (!used) return;
  const ref = formatAddress(used);
  if (!existing) edits.set('dimension', `<dimension ref="${ref}"/>`);
  else if (before && ref !== formatAddress(before)) edits.setAttributes(existing, { ref });
}

function writeMerges(edits: SheetEdits, before: readonly CellBox[], after: readonly CellBox[]): void {
  const written = (boxes: readonly CellBox[]): string[] => boxes.map(box => `<mergeCell ref="${formatAddress(box)}"/>`);
  const now = written(after);
  if ([...written(before)].sort().join('') === [...now].sort().join('')) return;
  edits.set('mergeCells', now.length === 0 ? '' : `<mergeCells count="${now.length}">${now.join('')}</mergeCells>`);
}
