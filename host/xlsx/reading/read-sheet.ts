import type { CellStyle, SheetSnapshot } from '../../workbook/snapshot.ts';
import type { FunctionNames } from '../function-names.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { CellReader } from './read-cells.ts';
import { readTables, type TableInFile } from './read-tables.ts';
import { scanSheet } from './scan-sheet.ts';
import type { SharedString } from './shared-strings.ts';

export interface SheetSources {
  readonly file: WorkbookPackage;
  readonly strings: readonly SharedString[];
  readonly styles: readonly (CellStyle | undefined)[];
  readonly functions: FunctionNames;
  readonly date1904: boolean;
}

/** A sheet and where its things stand in the file. */
export interface SheetInFile {
  readonly part: string;
  /** The sheet's part as a tree, without its rows. */
  readonly root: XmlElement;
  readonly tables: readonly TableInFile[];
  readonly snapshot: SheetSnapshot;
}

export function readSheet(
  sources: SheetSources,
  link: { readonly name: string; readonly part: string; readonly isHidden: boolean },
): SheetInFile {
  const { file } = sources;
  const cells = new CellReader({ ...sources, part: link.part });
  const root = scanSheet(file.text(link.part), link.part, { cell: raw => cells.add(raw) });
  file.forgetText(link.part);
  cells.markSpilled();
  const tables = readTables(file, link.part, root);
  return {
    part: link.part,
    root,
    tables,
    snapshot: {
      name: link.name,
      isHidden: link.isHidden,
      showGridlines: true,
      cells: cells.rows,
      columnWidths: new Map(),
      rowHeights: new Map(),
      merges: [],
      tables: tables.map(({ table }) => table),
      charts: [],
      validations: [],
      conditionalFormats: [],
    },
  };
}
