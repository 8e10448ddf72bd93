import { paneQuery, type PaneWindow } from '../bridge/pane-window.ts';
import type { HostSession } from '../session.ts';

declare global {
  interface Window {
    /** The pane's first script calls this, before office.js loads. */
    attachHost?: (paneWindow: Window) => void;
  }
}

/** The add-in's pane in its frame. */
export interface TaskPane {
  /** Starts the add-in anew on a workbook, as Excel does for each file. */
  start(session: HostSession): void;
  /** Ends the add-in: nothing of it may reach the next workbook. */
  stop(): void;
  readonly isShown: boolean;
  show(isShown: boolean): void;
}

export interface TaskPaneOptions {
  readonly work: HTMLElement;
  readonly pane: HTMLElement;
  readonly address: string;
  /** The add-in's page begins to load in its frame. */
  readonly onStarted: (paneWindow: Window) => void;
  readonly onShown: (isShown: boolean) => void;
}

export function createTaskPane({ work, pane, address, onStarted, onShown }: TaskPaneOptions): TaskPane {
  let frame: HTMLIFrameElement | null = null;
  const stop = (): void => {
    frame?.remove();
    frame = null;
  };
  return {
    stop,
    start(session) {
      stop();
      const started = document.createElement('iframe');
      window.attachHost = (paneWindow) => {
        if (paneWindow !== started.contentWindow) return;
        session.attach(paneWindow as unknown as PaneWindow);
        onStarted(paneWindow);
      };
      started.title = 'CloudCost task pane';
      started.src = `${address}?${paneQuery}`;
      pane.append(started);
      frame = started;
    },
    get isShown() {
      return !work.classList.contains('is-pane-hidden');
    },
    show(isShown) {
      work.classList.toggle('is-pane-hidden', !isShown);
      onShown(isShown);
    },
  };
}
