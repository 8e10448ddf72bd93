import type { HostSession } from '../session.ts';

/** Says whether the workbook is calculating, and what the error in the selected cell means. */
export interface StatusLine {
  /** Watches a workbook until the next one is watched. */
  watch(session: HostSession): void;
}

/** Shorter calculations would only make the line flicker. */
const patienceMs = 150;

export function createStatusLine(element: HTMLElement): StatusLine {
  let current: HostSession | null = null;
  let isWaiting = false;
  let subscriptions: { dispose(): void }[] = [];
  const say = (sentence: string): void => {
    if (element.textContent !== sentence) element.textContent = sentence;
  };

  async function followCalculation(session: HostSession): Promise<void> {
    if (isWaiting) return;
    isWaiting = true;
    const timer = setTimeout(() => say('Calculating…'), patienceMs);
    await session.idle();
    clearTimeout(timer);
    isWaiting = false;
    if (session === current) say(errorOfSelection(session) ?? 'Ready');
  }

  return {
    watch(session) {
      current = session;
      const { api } = session;
      const follow = (): void => {
        if (session === current) void followCalculation(session);
      };
      for (const subscription of subscriptions) subscription.dispose();
      subscriptions = [
        api.addEvent(api.Event.SelectionChanged, follow),
        api.addEvent(api.Event.SheetValueChanged, follow),
        api.getFormula().calculationStart(follow),
      ];
      follow();
    },
  };
}

function errorOfSelection({ api, errorMessage }: HostSession): string | null {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const range = sheet?.getActiveRange();
  if (!sheet || !range) return null;
  const message = errorMessage(sheet.getSheetName(), range.getRow(), range.getColumn());
  return message && `${range.getDisplayValue()}: ${message}`;
}
