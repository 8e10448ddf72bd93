import type { HostSession } from '../session.ts';
import type { TaskPane } from './task-pane.ts';

/** On a narrow page the pane lies over the grid. */
export const isNarrow = (): boolean => window.matchMedia('(width < 720px)').matches;

/** A link in the pane that leads to a cell would show nothing while the pane covers the grid: it makes way. */
export function createPaneYielding(taskPane: TaskPane): (session: HostSession) => void {
  let subscriptions: { dispose(): void }[] = [];
  return ({ api }) => {
    const makeWay = (): void => {
      if (isNarrow() && taskPane.isShown && document.activeElement instanceof HTMLIFrameElement) taskPane.show(false);
    };
    for (const subscription of subscriptions) subscription.dispose();
    subscriptions = [api.addEvent(api.Event.ActiveSheetChanged, makeWay), api.addEvent(api.Event.SelectionChanged, makeWay)];
  };
}
