import type { WorkbookWriting } from './workbook-writing.ts';

/** The sheet shown first: the snapshot's word, else the file's, else (in a new file) the first one to be seen. */
export function activeSheetName({ open, snapshot }: WorkbookWriting): string | undefined {
  const isNewFile = open.sheets.length === 0;
  const firstSeen = isNewFile ? snapshot.sheets.find(({ isHidden }) => !isHidden)?.name : undefined;
  return snapshot.activeSheetName ?? open.snapshot.activeSheetName ?? firstSeen;
}
