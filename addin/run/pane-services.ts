import { engineVersion, inputTables, workbookTemplates } from '../../engine/index.ts';
import type { CloudCostAutomation } from '../automation.ts';
import { currentPrices } from '../functions/current-prices.ts';
import { functionViews, type FunctionDefinition } from '../functions/function-views.ts';
import { displayLanguage, translate } from '../localization/translate.ts';
import type { PaneServices, PaneThemeSource } from '../taskpane/pane-services.ts';
import { goToCell } from '../workbook/go-to-cell.ts';
import { insertExample } from '../workbook/insert-example.ts';
import { insertTemplate } from '../workbook/insert-template.ts';
import { readInput } from '../workbook/read-input.ts';
import { readRecord } from '../workbook/result-record.ts';
import { selectedRow } from '../workbook/selected-row.ts';
import type { WorkbookChanges } from '../workbook/workbook-changes.ts';
import { createTableCheck } from './check-tables.ts';
import { fileSource } from './file-source.ts';
import type { ModelRunner } from './model-runner.ts';
import type { OwnPriceReader } from './own-prices.ts';
import { compareRuns, pastRunViews } from './run-history.ts';
import { loadExample, startQuestions } from './start-questions.ts';
import { priceBookSize, searchNodeTypes } from './search-node-types.ts';

export interface PaneServiceParts {
  readonly hasTables: boolean;
  readonly automation: CloudCostAutomation;
  /** A runner of its own: checking the tables never waits for a run, nor ends one. */
  readonly checkRunner: ModelRunner;
  readonly changes: WorkbookChanges;
  readonly ownPrices: OwnPriceReader;
  readonly functions: readonly FunctionDefinition[];
}

/** What the pane may ask, answered from the workbook and the engine. */
export const paneServices = (parts: PaneServiceParts): PaneServices => ({
  engineVersion,
  hasTables: parts.hasTables,
  catalogDate: currentPrices().book.catalogDate,
  catalogSize: priceBookSize(),
  runModel: options => parts.automation.runModel(options),
  readTables: createTableCheck(parts.checkRunner),
  pastRuns: () => pastRunViews(readRecord().runs),
  compareRuns: (earlier, later) => compareRuns(readRecord().runs, earlier, later),
  async explainSelection() {
    const row = await selectedRow();
    if (!row) return { kind: 'none', message: translate('explain-no-row') };
    const { explainRow } = await import(/* webpackChunkName: "explain" */ './explain-row.ts');
    return explainRow(row, await readInput([...inputTables.map(({ id }) => id), 'OutCostDetail', 'OutPrices']));
  },
  exportReport: format => parts.automation.exportReport({ format, title: translate('report-title') }),
  goToCell,
  addCloudCostName: () => parts.automation.addCloudCostName(),
  templates: workbookTemplates,
  async insertTemplate(templateId) {
    const added = await insertTemplate(templateId);
    await parts.ownPrices.refresh();
    return added;
  },
  questions: startQuestions(),
  async insertExample(questionId) {
    const inserted = await insertExample(await loadExample(questionId));
    await parts.ownPrices.refresh();
    return inserted;
  },
  searchNodeTypes: async query => searchNodeTypes(query),
  placementChoices: async () => (await placementForm()).placementChoices(),
  addPlacement: async placement => (await placementForm()).addPlacement(placement),
  importPrices: (file, options) => parts.automation.importPrices(fileSource(file), options),
  functions: functionViews(parts.functions),
  onWorkbookChanged: listener => parts.changes.listen(listener),
  theme: officeTheme,
  language: displayLanguage(),
});

/** Loaded when somebody places a node type. */
const placementForm = () => import(/* webpackChunkName: "add-placement" */ './add-placement.ts');

/** Only some hosts tell of a theme. */
const officeTheme: PaneThemeSource = {
  current: () => Office.context.officeTheme ?? null,
  // Excel reloads the pane with a new theme; there is no event for it outside of Outlook.
  onChanged: () => () => undefined,
};
