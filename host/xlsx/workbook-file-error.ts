/** A workbook file we cannot read, or cannot write: one message for the person who chose the file. */
export class WorkbookFileError extends Error {
  override readonly name = 'WorkbookFileError';
}
