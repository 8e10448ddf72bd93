import type { CloudCostAutomation } from './automation.ts';
import { registerCommands } from './commands/ribbon-commands.ts';
import { functionDefinitions } from './functions/function-definitions.ts';
import { registerFunctions } from './functions/register.ts';
import { translate, useLanguage } from './localization/translate.ts';
import { createWorker } from './run/create-worker.ts';
import { createModelRunner } from './run/model-runner.ts';
import { createOwnPriceReader } from './run/own-prices.ts';
import { createRunModel } from './run/run-model.ts';
import type { PaneHandle } from './taskpane/pane-services.ts';
import { addCloudCostName } from './workbook/cloudcost-name.ts';
import { hasInputTables } from './workbook/has-input-tables.ts';
import { watchWorkbook } from './workbook/workbook-changes.ts';

/** Where everything is put together: the one page behind the pane, the worksheet functions and the ribbon. */
async function start(): Promise<void> {
  await Office.onReady();
  const language = useLanguage(Office.context.displayLanguage);
  // Cells and buttons may ask at once, so they come before anything that takes time.
  registerFunctions();
  registerCommands(async () => {
    await Office.addin.showAsTaskpane();
    return pane();
  });
  const ownPrices = createOwnPriceReader();
  const changes = watchWorkbook();
  const ready = Promise.all([ownPrices.refresh(), changes]).then(([, watch]) => {
    watch.listen(() => void ownPrices.refresh().catch(showFailure));
  });
  const runner = createModelRunner(createWorker);
  const runModel = createRunModel(runner);
  const automation: CloudCostAutomation = {
    ready,
    runModel,
    async importPrices(source, options) {
      const outcome = await (await priceImport()).importPrices(source, options);
      await ownPrices.refresh();
      return outcome;
    },
    azurePriceAddresses: async selection => (await priceImport()).azurePriceAddresses(selection),
    exportReport: async options => (await reportExport()).exportReport(runner, options),
    simulateLog: async (source, options) => (await batchSimulation()).simulateLog(source, options),
    addCloudCostName,
  };
  window.cloudCost = automation;
  // Whoever awaits it is told as well; nobody may.
  ready.catch(showFailure);

  let mounted: Promise<PaneHandle> | null = null;
  const pane = (): Promise<PaneHandle> => (mounted ??= mount());
  async function mount(): Promise<PaneHandle> {
    await language;
    const [{ mountPane }, { paneServices }, hasTables] = await Promise.all([
      import(/* webpackChunkName: "pane" */ './taskpane/pane.tsx'),
      import(/* webpackChunkName: "pane" */ './run/pane-services.ts'),
      hasInputTables(),
    ]);
    const checkRunner = createModelRunner(createWorker);
    const parts = { hasTables, automation, checkRunner, changes: await changes, ownPrices, functions: functionDefinitions };
    return mountPane(document.getElementById('pane') as HTMLElement, paneServices(parts));
  }
  await pane();
}

/** Loaded when somebody imports: most never do. */
const priceImport = () => import(/* webpackChunkName: "import-prices" */ './run/import-prices.ts');

/** The same for reports. */
const reportExport = () => import(/* webpackChunkName: "export-report" */ './run/export-report.ts');

/** The same for job logs. */
const batchSimulation = () => import(/* webpackChunkName: "simulate-log" */ './run/simulate-log.ts');

/** Above the pane, which may not be there. */
function showFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const alert = document.createElement('p');
  alert.setAttribute('role', 'alert');
  alert.textContent = translate('start-failed', { message });
  document.body.prepend(alert);
}

start().catch(showFailure);
