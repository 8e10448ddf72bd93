import { inWorkbook } from './in-workbook.ts';

/** Cells changed by the add-in itself are no news to it. */
const isOwnChange = (event: Excel.WorksheetChangedEventArgs): boolean => String(event.triggerSource) === 'ThisLocalAddin';

/** Time without a change after which a burst of edits (a paste, a fill) counts as one. */
const quietMilliseconds = 300;

export interface WorkbookChanges {
  /** Calls back after cells changed or a sheet went; returns the way to stop. */
  listen(listener: () => void): () => void;
}

/** Watches all sheets of the open workbook, through one handler of Excel's for any number of listeners. */
export async function watchWorkbook(): Promise<WorkbookChanges> {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellSoon = async (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(() => listeners.forEach(listener => listener()), quietMilliseconds);
  };
  await inWorkbook(async context => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(event => (isOwnChange(event) ? Promise.resolve() : tellSoon()));
    worksheets.onDeleted.add(tellSoon);
    await context.sync();
  });
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
