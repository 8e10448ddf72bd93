import type { Injector, Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
// The facades add their members to FUniver, FWorkbook, FWorksheet and FRange by declaration merging.
import type {} from '@univerjs/engine-formula/facade';
import type {} from '@univerjs/sheets/facade';
import type {} from '@univerjs/sheets-conditional-formatting/facade';
import type {} from '@univerjs/sheets-data-validation/facade';
import type {} from '@univerjs/sheets-formula/facade';
import type {} from '@univerjs/sheets-numfmt/facade';
import type {} from '@univerjs/sheets-table/facade';

/** A Univer without a workbook yet, in Node or in a page. */
export interface UniverParts {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly injector: Injector;
  /** Ends Univer for good; its timers keep a Node process alive until then. */
  dispose(): void;
}
