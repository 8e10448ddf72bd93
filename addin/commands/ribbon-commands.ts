import type { PaneHandle, PaneViewName } from '../taskpane/pane-services.ts';

/** Mounts the pane if need be and brings it into view. */
export type OpenPane = () => Promise<PaneHandle>;

type RibbonCommand = (event: Office.AddinCommands.Event) => Promise<void>;

const showing = (openPane: OpenPane, view: PaneViewName): RibbonCommand =>
  completing(async () => (await openPane()).showView(view));

/** Excel keeps the button pressed until told that the command is done. */
const completing = (act: () => Promise<void>): RibbonCommand => async event => {
  try {
    await act();
  } finally {
    event.completed();
  }
};

/** The buttons of manifest.xml by their FunctionName. */
export const ribbonCommands = (openPane: OpenPane): Readonly<Record<string, RibbonCommand>> => ({
  ShowModel: showing(openPane, 'model'),
  RunModel: completing(async () => (await openPane()).startRun()),
  ShowPrices: showing(openPane, 'prices'),
  ShowHelp: showing(openPane, 'help'),
});

export function registerCommands(openPane: OpenPane): void {
  for (const [id, command] of Object.entries(ribbonCommands(openPane))) Office.actions.associate(id, command);
}
