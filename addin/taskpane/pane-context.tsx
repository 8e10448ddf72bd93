import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ImportController } from './import-controller.ts';
import type { PaneFormat } from './pane-format.ts';
import type { PaneServices } from './pane-services.ts';
import type { RunController, RunState } from './run-controller.ts';
import type { ViewStore } from './view-store.ts';

export interface PaneContextValue {
  readonly services: PaneServices;
  readonly format: PaneFormat;
  readonly run: RunController;
  readonly priceImport: ImportController;
  readonly views: ViewStore;
  /** Goes to a cell and shows a failure in the pane instead of losing it. */
  goToCell(sheetName: string, cellAddress: string): void;
}

const PaneContext = createContext<PaneContextValue | null>(null);
export const PaneContextProvider = PaneContext.Provider;

export function usePane(): PaneContextValue {
  const value = useContext(PaneContext);
  if (!value) throw new Error('usePane outside of the pane');
  return value;
}

export function useRunState(): RunState {
  const { run } = usePane();
  return useSyncExternalStore(run.subscribe, run.state);
}
