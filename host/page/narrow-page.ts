import type { HostSession } from '../session.ts';
import type { TaskPane } from './task-pane.ts';

/** On a narrow page the pane lies over the grid. */
export const isNarrow = (): boolean => window.matchMedia('(width < 720px)').matches;

/** Sheets that a run adds are active for a moment before the old one is again. */
const settled = 150;

/** A link in the pane that leads to a cell would show nothing while the pane covers the grid: it makes way. */
export function createPaneYielding(taskPane: TaskPane): (session: HostSession) => void {
  let subscriptions: { dispose(): void }[] = [];
  return ({ api }) => {
    const placeNow = (): string => {
      const sheet = api.getActiveWorkbook()?.getActiveSheet();
      return `${sheet?.getSheetId() ?? ''} ${sheet?.getSelection()?.getActiveRange()?.getA1Notation() ?? ''}`;
    };
    let place = placeNow();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const makeWay = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const wasAt = place;
        place = placeNow();
        if (place === wasAt || !isNarrow() || !taskPane.isShown) return;
        if (document.activeElement instanceof HTMLIFrameElement) taskPane.show(false);
      }, settled);
    };
    for (const subscription of subscriptions) subscription.dispose();
    subscriptions = [
      api.addEvent(api.Event.ActiveSheetChanged, makeWay),
      api.addEvent(api.Event.SelectionChanged, makeWay),
      { dispose: () => clearTimeout(timer) },
    ];
  };
}
