import { createRoot } from 'react-dom/client';
import { createImportController } from './import-controller.ts';
import { createPaneFormat } from './pane-format.ts';
import { PaneApp } from './pane-app.tsx';
import type { PaneHandle, PaneServices } from './pane-services.ts';
import { createRunController } from './run-controller.ts';
import { createViewStore } from './view-store.ts';

/** Draws the pane into the container. Ribbon buttons steer it through the handle. */
export function mountPane(container: HTMLElement, services: PaneServices): PaneHandle {
  document.documentElement.lang = services.language;
  const views = createViewStore(services.hasTables ? 'model' : 'start');
  const run = createRunController((options) => services.runModel(options), () => performance.now());
  const priceImport = createImportController((file, options) => services.importPrices(file, options), () => performance.now());
  createRoot(container).render(
    <PaneApp services={services} format={createPaneFormat(services.language)} run={run} priceImport={priceImport} views={views} />,
  );
  return {
    showView: (view) => views.show(view),
    startRun() {
      views.show('run');
      void run.start();
    },
  };
}
