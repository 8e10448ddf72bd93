import { inputTables, type Issue, type ModelInput, type Report } from '../../engine/index.ts';
import { translate, translateText } from '../localization/translate.ts';
import type { TablesView, TableView } from '../taskpane/pane-services.ts';
import { readInput } from '../workbook/read-input.ts';
import { readRecord } from '../workbook/result-record.ts';
import type { ModelRunner } from './model-runner.ts';
import { problemView } from './outcome-views.ts';

/**
 * The input tables of the workbook with what is wrong in each, by computing the model without writing anything. A later
 * check makes an earlier one that still computes pointless, and ends it.
 */
export function createTableCheck(runner: ModelRunner): () => Promise<TablesView> {
  let latest: AbortController | null = null;
  return async () => {
    latest?.abort();
    const mine = new AbortController();
    latest = mine;
    const input = await readInput(inputTables.map(({ id }) => id));
    const { isIncomplete } = readRecord();
    const found = { isIncomplete, changedSinceRun: [] };
    if (input.tables.length === 0) return { ...found, tables: [] };
    const computed = await runner.compute(input, { signal: mine.signal });
    if (computed.status === 'cancelled') return { ...found, tables: tableViews(input, []) };
    if (computed.status === 'invalid') return { ...found, tables: tableViews(input, computed.issues) };
    const { report } = computed;
    return { ...found, tables: tableViews(input, report.warnings), changedSinceRun: changedSince(report) };
  };
}

/** What a run would read otherwise than the last one did, in words. Nothing before the first run. */
const changedSince = ({ tableHashes, catalogDate }: Pick<Report, 'tableHashes' | 'catalogDate'>): string[] => {
  const { inputs, catalogDate: lastCatalog } = readRecord();
  if (Object.keys(inputs).length === 0) return [];
  const titles = inputTables.flatMap(({ id, title }) => (inputs[id] === tableHashes[id] ? [] : [translateText(title)]));
  return lastCatalog === catalogDate ? titles : [...titles, translate('pane-catalog')];
};

/** Tables in the order in which a reader fills them: those that are there, and those that others need. */
const tableViews = (input: ModelInput, issues: readonly Issue[]): TableView[] =>
  inputTables.flatMap(({ id, title: english }): TableView[] => {
    const title = translateText(english);
    const table = input.tables.find(({ tableName }) => tableName === id);
    const problems = issues.filter(issue => tableOf(issue) === id).map(problemView);
    if (table) {
      const { sheetName, rows } = table;
      return [{ tableName: id, title, sheetName, rowCount: rows.length, state: problems.length > 0 ? 'problems' : 'ok', problems }];
    }
    const isMissing = issues.some(issue => issue.code === 'missing-table' && tableOf(issue) === id);
    return isMissing ? [{ tableName: id, title, sheetName: '', rowCount: 0, state: 'missing', problems }] : [];
  });

const tableOf = (issue: Issue): string => issue.location?.tableName ?? String(issue.values['table'] ?? '');
