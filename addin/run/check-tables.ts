import { inputTables, type Issue, type ModelInput } from '../../engine/index.ts';
import type { TableView } from '../taskpane/pane-services.ts';
import { readInput } from '../workbook/read-input.ts';
import type { ModelRunner } from './model-runner.ts';
import { problemView } from './outcome-views.ts';

/**
 * The input tables of the workbook with what is wrong in each, by computing the model without writing anything. A later
 * check makes an earlier one that still computes pointless, and ends it.
 */
export function createTableCheck(runner: ModelRunner): () => Promise<readonly TableView[]> {
  let latest: AbortController | null = null;
  return async () => {
    latest?.abort();
    const mine = new AbortController();
    latest = mine;
    const input = await readInput(inputTables.map(({ id }) => id));
    if (input.tables.length === 0) return [];
    const computed = await runner.compute(input, { signal: mine.signal });
    if (computed.status === 'cancelled') return tableViews(input, []);
    return tableViews(input, computed.status === 'report' ? computed.report.warnings : computed.issues);
  };
}

/** Tables in the order in which a reader fills them: those that are there, and those that others need. */
const tableViews = (input: ModelInput, issues: readonly Issue[]): TableView[] =>
  inputTables.flatMap(({ id, title }): TableView[] => {
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
