import type { FUniver } from '@univerjs/core/facade';
import { invalidOperation } from '../interpreter/api-error.ts';

/** What would move the cells of a sheet, or the sheet itself, by the grid's menus. */
const refusedCommands = new Set(
  [
    'insert-row',
    'insert-col',
    'insert-row-by-range',
    'insert-col-by-range',
    'insert-row-before',
    'insert-row-after',
    'insert-col-before',
    'insert-col-after',
    'insert-multi-rows-above',
    'insert-multi-rows-after',
    'insert-multi-cols-before',
    'insert-multi-cols-right',
    'insert-range-move-down',
    'insert-range-move-right',
    'delete-range-move-up',
    'delete-range-move-left',
    'remove-row',
    'remove-col',
    'remove-row-by-range',
    'remove-col-by-range',
    'move-rows',
    'move-cols',
    'remove-sheet',
    'set-worksheet-name',
  ].map((name) => `sheet.command.${name}`),
);

const reason = 'on a sheet that came from a file: saving patches the file cell by cell. A sheet made here is free.';

/**
 * Sheets that came from a file keep their shape: saving grafts changed cells into the file's own sheet, so nothing on it may
 * move. Sheets made in this session are free.
 */
export class FileSheets {
  private readonly ids = new Set<string>();

  add(sheetId: string): void {
    this.ids.add(sheetId);
  }

  has(sheetId: string): boolean {
    return this.ids.has(sheetId);
  }

  /** @param what A sentence without its end: `Cells can not be inserted`. */
  refuse(sheetId: string, what: string): void {
    if (this.ids.has(sheetId)) throw invalidOperation(`${what} ${reason}`);
  }

  /** Stops the grid's own commands; `onRefused` tells the person why. */
  guard(api: FUniver, onRefused: (message: string) => void): { dispose(): void } {
    return api.addEvent(api.Event.BeforeCommandExecute, (event) => {
      const { id, params } = event;
      if (!refusedCommands.has(id)) return;
      const sheetId = (params as { subUnitId?: string } | undefined)?.subUnitId ?? api.getActiveWorkbook()?.getActiveSheet().getSheetId();
      if (sheetId === undefined || !this.ids.has(sheetId)) return;
      event.cancel = true;
      onRefused(`Rows, columns and cells can not be inserted, deleted or moved, nor sheets renamed or deleted, ${reason}`);
    });
  }
}
