import { useCallback, useEffect } from 'react';
import { usePane } from './pane-context.tsx';
import type { TablesView } from './pane-services.ts';
import { useLoad, type Loaded } from './use-load.ts';

/** Typing changes one cell after the other: read the tables once it pauses. */
const quietMs = 600;

/** The input tables as they stand, read again after each change of the workbook. */
export function useTables(): Loaded<TablesView> {
  const { services } = usePane();
  const tables = useLoad(useCallback(() => services.readTables(), [services]));
  const { reload } = tables;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = services.onWorkbookChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(reload, quietMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [services, reload]);
  return tables;
}
