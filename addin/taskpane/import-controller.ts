import type { ImportOutcome, ImportSelection } from '../automation.ts';
import type { PaneServices } from './pane-services.ts';
import { createTaskController, type TaskController } from './task-controller.ts';

export interface ImportRequest {
  readonly file: File;
  /** All empty: only what the workbook uses. */
  readonly selection: ImportSelection;
}

/** The import of a price list: it goes on while the reader looks at another view. */
export type ImportController = TaskController<ImportOutcome, ImportRequest>;

export const createImportController = (importPrices: PaneServices['importPrices'], nowMs: () => number): ImportController =>
  createTaskController((options, { file, selection }) => importPrices(file, { ...options, selection }), nowMs);
