import type { PaneViewName } from './pane-services.ts';

/** Which view is open: changed by the tabs, and by ribbon buttons from outside of React. */
export interface ViewStore {
  current(): PaneViewName;
  show(view: PaneViewName): void;
  subscribe(listener: () => void): () => void;
}

export function createViewStore(first: PaneViewName): ViewStore {
  let view = first;
  const listeners = new Set<() => void>();
  return {
    current: () => view,
    show(next) {
      if (next === view) return;
      view = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
