/** What the bridge needs of the pane's window: a browser frame or jsdom. */
export interface PaneWindow {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  webkit?: unknown;
  /** Its language is the one Office is shown in. */
  readonly navigator?: { readonly language: string };
  /** Made by office.js. */
  readonly OSF?: {
    readonly ScriptMessaging: {
      agaveHostCallback(callbackId: string, payload: unknown): void;
      agaveHostEventCallback(callbackId: string, payload: unknown): void;
    };
  };
}

/** office.js reads its host from the page's address: Excel on a Mac, in a shared runtime. */
export const paneQuery = '_host_Info=Excel$Mac$16.00$en-US$$$$3';
