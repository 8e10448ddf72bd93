import {
  azureRetailQueries, changePriceSheet, starterCatalog, tablesOfUse, usedPriceKeys, type PriceFilter, type PriceListReading,
} from '../../engine/index.ts';
import type { ImportOptions, ImportOutcome, ImportSelection, PriceListSource } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { changeTable } from '../workbook/change-table.ts';
import { readInput } from '../workbook/read-input.ts';
import { WriteBlocked } from '../workbook/write-session.ts';
import { createImportWorker } from './create-worker.ts';
import { listReportView } from './import-report-view.ts';
import type { WorkerLike } from './model-runner.ts';
import { problemView } from './outcome-views.ts';
import { readPriceList } from './price-list-reader.ts';
import { importProgress, importWriteProgress } from './run-progress.ts';

const priceTable = 'PriceSheet';

let isImporting = false;

/** The use case behind every import: read the list, then add what is wanted of it to the workbook's own prices. */
export async function importPrices(
  source: PriceListSource,
  options: ImportOptions = {},
  createWorker: () => WorkerLike = createImportWorker,
): Promise<ImportOutcome> {
  if (isImporting) return { status: 'failed', message: translate('import-already-running') };
  isImporting = true;
  try {
    return await run(source, options, createWorker);
  } catch (error) {
    if (error instanceof WriteBlocked) return { status: 'invalid', problems: error.problems, report: null };
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    isImporting = false;
  }
}

/** First pages of the Azure Retail Prices API that answer what is selected, relative to the service. */
export const azurePriceAddresses = async (selection?: ImportSelection): Promise<readonly string[]> =>
  azureRetailQueries(await filterOf(selection));

async function run(source: PriceListSource, options: ImportOptions, createWorker: () => WorkerLike): Promise<ImportOutcome> {
  const { selection, signal, onProgress } = options;
  const filter = await filterOf(selection);
  if (filter.kind === 'keys' && filter.keys.length === 0) return { status: 'failed', message: translate('import-nothing-used') };
  onProgress?.(importProgress(0, source.byteCount));
  const compositions = starterCatalog.compositions.filter(({ provider }) => provider === 'gcp');
  const listOptions = { filter, fileName: source.name, readOn: source.readOn, compositions };
  const reading = await readPriceList(createWorker, source, listOptions, {
    signal,
    onProgress: bytesRead => onProgress?.(importProgress(bytesRead, source.byteCount)),
  });
  if (!reading) return { status: 'cancelled' };
  if (hasErrors(reading)) return { status: 'invalid', problems: reading.issues.map(problemView), report: listReportView(reading, null) };

  const change = changePriceSheet(await readInput([priceTable, 'Settings']), reading.prices, starterCatalog.date);
  if (hasErrors(change)) {
    return { status: 'invalid', problems: change.issues.map(problemView), report: listReportView(reading, null) };
  }
  if (signal?.aborted) return { status: 'cancelled' };
  onProgress?.(importWriteProgress());
  const sheetName = await changeTable(priceTable, change);
  const warnings = [...reading.issues, ...change.issues].map(problemView);
  return { status: 'done', report: listReportView(reading, { ...change, sheetName }), warnings };
}

const hasErrors = ({ issues }: Pick<PriceListReading, 'issues'>): boolean => issues.some(({ severity }) => severity === 'error');

/** Names, when any are given; else what the workbook uses. */
async function filterOf(selection: ImportSelection | undefined): Promise<PriceFilter> {
  const { regions = [], nodeTypes = [], operatingSystems = [] } = selection ?? {};
  if (regions.length + nodeTypes.length + operatingSystems.length > 0) return { kind: 'names', regions, nodeTypes, operatingSystems };
  return { kind: 'keys', keys: usedPriceKeys(await readInput(tablesOfUse)) };
}
