import type { WorkbookSnapshot } from '../workbook/snapshot.ts';
import type { FunctionNames } from './function-names.ts';
import { openWorkbook } from './reading/open-workbook.ts';

/**
 * An .xlsx file as a workbook snapshot. `functions` are the add-in's worksheet functions.
 * Throws {@link WorkbookFileError} for a file that is damaged, password-protected, no workbook, or a bomb.
 */
export function readXlsx(bytes: Uint8Array, functions: FunctionNames): WorkbookSnapshot {
  return openWorkbook(bytes, functions).snapshot;
}
