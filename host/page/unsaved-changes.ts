import type { HostSession } from '../session.ts';

/** Whether the open workbook differs from its file. */
export interface UnsavedChanges {
  readonly exist: boolean;
  watch(session: HostSession): void;
  saved(): void;
}

/** What happens by itself: results of formulas, row heights as text is measured, the cell editor's own document. */
const byItself = /^doc\.|auto-height|drawing|calculat|formula|operation/;

export function createUnsavedChanges(onChanged: (exist: boolean) => void): UnsavedChanges {
  let exist = false;
  let subscription: { dispose(): void } | null = null;
  const become = (next: boolean): void => {
    if (next === exist) return;
    exist = next;
    onChanged(exist);
  };
  window.addEventListener('beforeunload', (event) => {
    if (exist) event.preventDefault();
  });
  return {
    get exist() {
      return exist;
    },
    watch(session) {
      subscription?.dispose();
      become(false);
      subscription = session.api.addEvent(session.api.Event.CommandExecuted, ({ id, options }) => {
        const isChange = id.includes('.mutation.') && !byItself.test(id) && options?.fromFormula !== true;
        if (isChange) become(true);
      });
    },
    saved: () => become(false),
  };
}
