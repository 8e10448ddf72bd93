import type { WorkbookPackage } from '../package/workbook-package.ts';

const TABLE_PART = /\/tables\/[^/]+\.xml$/i;

/** Numbers for new tables: unique in the workbook, whatever the file's tables already have. */
export class TableIds {
  readonly #file: WorkbookPackage;
  #last: number | null = null;

  constructor(file: WorkbookPackage) {
    this.#file = file;
  }

  next(): number {
    this.#last ??= Math.max(
      0,
      ...this.#file.partNames
        .filter(part => TABLE_PART.test(part))
        .map(part => Number(this.#file.xml(part).attributes.id) || 0),
    );
    return ++this.#last;
  }
}
