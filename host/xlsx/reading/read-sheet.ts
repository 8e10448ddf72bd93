import type { SheetSnapshot } from '../../workbook/snapshot.ts';
import { readDrawing, type DrawingInFile } from '../charts/read-drawing.ts';
import { readDefaultSizes, type SheetGeometry } from '../charts/sheet-geometry.ts';
import type { FunctionNames } from '../function-names.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import type { StylesInFile } from '../styles/read-styles.ts';
import { child, childrenNamed, type XmlElement } from '../xml/parse-xml.ts';
import { CellReader } from './read-cells.ts';
import { readConditionalFormats, type ConditionalFormatInFile } from './read-conditional-formats.ts';
import { readPageLayout } from './read-page-layout.ts';
import { readSheetLook, rowHeight } from './read-sheet-look.ts';
import { readTables, type TableInFile } from './read-tables.ts';
import { readRanges, readValidations, type ValidationInFile } from './read-validations.ts';
import { scanSheet } from './scan-sheet.ts';
import type { SharedString } from './shared-strings.ts';

export interface SheetSources {
  readonly file: WorkbookPackage;
  readonly strings: readonly SharedString[];
  readonly styles: StylesInFile;
  readonly functions: FunctionNames;
  readonly date1904: boolean;
}

/** A sheet and where its things stand in the file. */
export interface SheetInFile {
  readonly part: string;
  /** Made just now, to be filled. */
  readonly isNew: boolean;
  /** The sheet's part as a tree, without its rows. */
  readonly root: XmlElement;
  readonly tables: readonly TableInFile[];
  readonly drawing: DrawingInFile | undefined;
  readonly validations: readonly ValidationInFile[];
  readonly conditionalFormats: readonly ConditionalFormatInFile[];
  /** Heights of all rows that state one, also those that only follow their text. */
  readonly geometry: SheetGeometry;
  /** Looks of whole columns, which empty cells there have. Zero-based, both ends included. */
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  readonly snapshot: SheetSnapshot;
}

export interface SheetLink {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
  readonly printNames: ReadonlyMap<string, string>;
  readonly isNew?: boolean;
}

export function readSheet(
  sources: SheetSources,
  { name, part, isHidden, printNames, isNew = false }: SheetLink,
): SheetInFile {
  const { file, styles, functions } = sources;
  const cells = new CellReader({ ...sources, styles: styles.cellStyles, part });
  const heights = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  let usedColumnCount = 0;
  const root = scanSheet(file.text(part), part, {
    cell: raw => {
      cells.add(raw);
      usedColumnCount = Math.max(usedColumnCount, raw.column + 1);
    },
    rowEnd: ({ row, attributes }) => {
      const own = rowHeight(attributes);
      if (own !== undefined) rowHeights.set(row, own);
      const height = own ?? Number(attributes.ht);
      if (height >= 0) heights.set(row, height);
    },
  });
  file.forgetText(part);
  cells.markSpilled();
  const look = readSheetLook(root, styles.colors, usedColumnCount);
  const tables = readTables(file, part, root);
  const geometry = { ...readDefaultSizes(root), widths: look.columnWidths, heights };
  const drawing = readDrawing(file, part, root, geometry);
  const validations = readValidations(root, functions);
  const conditionalFormats = readConditionalFormats(root, { styles, functions });
  const pageLayout = readPageLayout(root, printNames);
  return {
    part,
    isNew,
    root,
    tables,
    drawing,
    validations,
    conditionalFormats,
    geometry,
    columnStyles: readColumnStyles(root),
    snapshot: {
      name,
      isHidden,
      ...look,
      cells: cells.rows,
      rowHeights,
      merges: child(root, 'mergeCells')?.children.flatMap(merge => readRanges(merge)) ?? [],
      tables: tables.map(({ table }) => table),
      charts: drawing?.charts.map(({ chart }) => chart) ?? [],
      validations: validations.flatMap(rule => rule.validations),
      conditionalFormats: conditionalFormats.flatMap(rule => rule.formats),
      ...(pageLayout && { pageLayout }),
    },
  };
}

const readColumnStyles = (root: XmlElement): SheetInFile['columnStyles'] =>
  childrenNamed(child(root, 'cols'), 'col').map(({ attributes }) => ({
    first: Number(attributes.min) - 1,
    last: Number(attributes.max) - 1,
    style: Number(attributes.style ?? 0),
  }));
