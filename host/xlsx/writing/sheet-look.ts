import { cellAddress } from '../cell-address.ts';
import type { PageLayoutSnapshot, SheetSnapshot } from '../../workbook/snapshot.ts';
import { widthInDigits } from '../reading/read-sheet-look.ts';
import type { SheetInFile } from '../reading/read-sheet.ts';
import { attributesXml } from '../xml/insert.ts';
import { child, childrenNamed, flag } from '../xml/parse-xml.ts';
import type { SheetEdits } from './sheet-edits.ts';

/** Sizes this close are the same: grids round to pixels. Points. */
const SIZE_TOLERANCE = 1;

export const sameSize = (a: number, b: number): boolean => Math.abs(a - b) < SIZE_TOLERANCE;

/**
 * Tab colour, view, column widths and page set-up, each only where it differs from the file's.
 * `becomesActive`: null when the active tab is the file's.
 */
export function writeSheetLook(
  edits: SheetEdits,
  inFile: SheetInFile,
  sheet: SheetSnapshot,
  becomesActive: boolean | null,
): void {
  writeSheetProperties(edits, inFile.snapshot, sheet);
  writeView(edits, inFile.snapshot, sheet, becomesActive);
  writeColumns(edits, inFile, sheet);
  writePageSetup(edits, inFile.snapshot.pageLayout, sheet.pageLayout);
}

function writeSheetProperties(edits: SheetEdits, before: SheetSnapshot, sheet: SheetSnapshot): void {
  const isTabKept = (before.tabColor ?? '').toUpperCase() === (sheet.tabColor ?? '').toUpperCase();
  const isFitKept = before.pageLayout?.fitToWidth === sheet.pageLayout?.fitToWidth;
  if (isTabKept && isFitKept) return;
  const properties = edits.child('sheetPr');
  const kept = (name: string): string =>
    childrenNamed(properties, name)
      .map(element => edits.slice(element))
      .join('');
  const tabColor = sheet.tabColor === undefined ? '' : `<tabColor rgb="FF${sheet.tabColor.slice(1).toUpperCase()}"/>`;
  const fit = sheet.pageLayout?.fitToWidth === undefined ? '' : '<pageSetUpPr fitToPage="1"/>';
  const inside =
    (isTabKept ? kept('tabColor') : tabColor) + kept('outlinePr') + (isFitKept ? kept('pageSetUpPr') : fit);
  edits.set('sheetPr', `<sheetPr${attributesXml(properties?.attributes ?? {})}>${inside}</sheetPr>`);
}

function writeView(
  edits: SheetEdits,
  before: SheetSnapshot,
  sheet: SheetSnapshot,
  becomesActive: boolean | null,
): void {
  const view = child(edits.child('sheetViews'), 'sheetView');
  const isFreezeKept =
    (before.freeze?.rowCount ?? 0) === (sheet.freeze?.rowCount ?? 0) &&
    (before.freeze?.columnCount ?? 0) === (sheet.freeze?.columnCount ?? 0);
  const isActiveKept = becomesActive === null || becomesActive === flag(view?.attributes.tabSelected);
  if (isFreezeKept && isActiveKept && before.showGridlines === sheet.showGridlines) return;
  const attributes = attributesXml({
    ...(view?.attributes ?? { workbookViewId: '0' }),
    showGridLines: sheet.showGridlines ? undefined : '0',
    ...(!isActiveKept && { tabSelected: becomesActive ? '1' : undefined }),
  });
  const others = view?.children.filter(({ name }) => isFreezeKept || (name !== 'pane' && name !== 'selection')) ?? [];
  const inside = (isFreezeKept ? '' : freezeXml(sheet.freeze)) + others.map(element => edits.slice(element)).join('');
  const xml = `<sheetView${attributes}>${inside}</sheetView>`;
  if (view) edits.replace(view, xml);
  else edits.set('sheetViews', `<sheetViews>${xml}</sheetViews>`);
}

function freezeXml(freeze: SheetSnapshot['freeze']): string {
  const { rowCount = 0, columnCount = 0 } = freeze ?? {};
  if (rowCount === 0 && columnCount === 0) return '';
  const pane = rowCount === 0 ? 'topRight' : columnCount === 0 ? 'bottomLeft' : 'bottomRight';
  const splits = `${columnCount ? ` xSplit="${columnCount}"` : ''}${rowCount ? ` ySplit="${rowCount}"` : ''}`;
  const first = cellAddress(rowCount, columnCount);
  return (
    `<pane${splits} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`
  );
}

/** Columns whose width changed get their own entry; runs of columns in the file are split around them. */
function writeColumns(edits: SheetEdits, inFile: SheetInFile, sheet: SheetSnapshot): void {
  const changed = new Map(
    [...sheet.columnWidths].filter(
      ([column, width]) => !sameSize(inFile.snapshot.columnWidths.get(column) ?? inFile.geometry.defaultWidth, width),
    ),
  );
  if (changed.size === 0) return;
  const cols = edits.child('cols');
  const runs = childrenNamed(cols, 'col').flatMap(({ attributes }) => splitRun(attributes, changed));
  const own = [...changed].map(([column, points]): Run => {
    const former = childrenNamed(cols, 'col').find(
      ({ attributes }) => column + 1 >= Number(attributes.min) && column + 1 <= Number(attributes.max),
    );
    const { hidden: _, ...attributes } = former?.attributes ?? {};
    const width =
      points === 0 ? { width: '9.140625', hidden: '1' } : { width: String(widthInDigits(points)), customWidth: '1' };
    return { first: column + 1, last: column + 1, attributes: { ...attributes, ...width } };
  });
  const written = [...runs, ...own].sort((a, b) => a.first - b.first).map(runXml);
  edits.set('cols', `<cols>${written.join('')}</cols>`);
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly attributes: Readonly<Record<string, string>>;
}

function splitRun(attributes: Readonly<Record<string, string>>, changed: ReadonlyMap<number, number>): Run[] {
  const runs: Run[] = [];
  const last = Number(attributes.max);
  let first = Number(attributes.min);
  for (const column of [...changed.keys()].sort((a, b) => a - b)) {
    if (column + 1 < first || column + 1 > last) continue;
    if (column + 1 > first) runs.push({ first, last: column, attributes });
    first = column + 2;
  }
  return first <= last ? [...runs, { first, last, attributes }] : runs;
}

function runXml({ first, last, attributes }: Run): string {
  const { min: _, max: __, ...others } = attributes;
  return `<col min="${first}" max="${last}"${attributesXml(others)}/>`;
}

function writePageSetup(
  edits: SheetEdits,
  before: PageLayoutSnapshot | undefined,
  layout: PageLayoutSnapshot | undefined,
): void {
  if (before?.orientation === layout?.orientation && before?.fitToWidth === layout?.fitToWidth) return;
  const changes = {
    orientation: layout?.orientation,
    ...(before?.fitToWidth !== layout?.fitToWidth && {
      fitToWidth: layout?.fitToWidth === undefined ? undefined : String(layout.fitToWidth),
      fitToHeight: layout?.fitToWidth === undefined ? undefined : '0',
    }),
  };
  const setup = edits.child('pageSetup');
  if (setup) return edits.setAttributes(setup, changes);
  edits.set('pageSetup', `<pageSetup${attributesXml(changes)}/>`);
}
