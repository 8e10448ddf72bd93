import type { WorkbookSnapshot } from '../../workbook/snapshot.ts';
import type { FunctionNames } from '../function-names.ts';
import type { OpenWorkbook } from '../reading/open-workbook.ts';
import { blankStyles, STYLES_TYPE } from '../styles/blank-styles.ts';
import { StyleTable } from '../styles/style-table.ts';
import { DynamicArrays } from './dynamic-arrays.ts';
import type { CellChanges } from './cell-changes.ts';
import { StringTable } from './string-table.ts';
import { TableIds } from './table-ids.ts';
import type { TableMove } from './table-moves.ts';

/** What the parts of one writing share. */
export interface WorkbookWriting {
  /** The file written into: the opened one, or an empty one. */
  readonly open: OpenWorkbook;
  readonly snapshot: WorkbookSnapshot;
  readonly functions: FunctionNames;
  readonly strings: StringTable;
  readonly styles: StyleTable;
  readonly arrays: DynamicArrays;
  readonly tableIds: TableIds;
  /** By sheet name, in lower case: cells that differ from the file's. */
  readonly changes: Map<string, CellChanges>;
  /** Tables whose range changed. */
  readonly tableMoves: TableMove[];
  /** Chart parts written as a whole: they stand on the snapshot already. */
  readonly freshCharts: Set<string>;
  /** Chart part, line end, reference in the file: the reference the snapshot has in its place. */
  readonly followedReferences: Map<string, string>;
  hasCellChanges: boolean;
  /** A value of the file was kept because our calculation has none: Excel should calculate when it opens the file. */
  needsCalculation: boolean;
}

export function beginWriting(
  open: OpenWorkbook,
  snapshot: WorkbookSnapshot,
  functions: FunctionNames,
): WorkbookWriting {
  return {
    open,
    snapshot,
    functions,
    strings: new StringTable(open.strings),
    styles: new StyleTable(open.file, open.stylesPart ?? addStyles(open), open.styles),
    arrays: new DynamicArrays(open),
    tableIds: new TableIds(open.file),
    changes: new Map(),
    tableMoves: [],
    freshCharts: new Set(),
    followedReferences: new Map(),
    hasCellChanges: false,
    needsCalculation: false,
  };
}

/** A file may do without styles as long as no cell has one. */
function addStyles({ file, part: workbookPart }: OpenWorkbook): string {
  const part = file.freePartName('xl/styles');
  file.addPart(part, STYLES_TYPE, blankStyles());
  file.addRelation(workbookPart, 'styles', part);
  return part;
}
