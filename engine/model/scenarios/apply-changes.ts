import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { InputCell, InputTable, ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import type { ChangeKind } from '../tables/scenario-tables.ts';
import type { TableSpec } from '../tables/table-spec.ts';

/** One row of Scenarios. */
export interface Change {
  readonly tableName: string;
  /** Parts of the key joined by `|`; null: every row. */
  readonly rowKey: string | null;
  readonly columnName: string;
  readonly kind: ChangeKind;
  readonly value: string | number | boolean;
  readonly at: Locator;
}

const isSame = (a: unknown, b: string): boolean => String(a ?? '').trim().toLowerCase() === b.trim().toLowerCase();

const closest = (name: string, names: readonly string[]): string => nearestNames(name, names, 1)[0] ?? '';

/** The cell after the change; null when the change asks for a number and there is none. */
const changed = (cell: InputCell, { kind, value }: Change, otherwise: string | number | undefined): InputCell => {
  if (kind === 'set') return value;
  const number = cell ?? otherwise;
  if (typeof number !== 'number' || typeof value !== 'number') return null;
  return kind === 'times' ? number * value : number + value;
};

interface Changed {
  readonly table: InputTable;
  readonly issues: readonly Issue[];
}

const unchanged = (table: InputTable, issue: Issue): Changed => ({ table, issues: [issue] });

const changeTable = (table: InputTable, spec: TableSpec, change: Change): Changed => {
  const { rowKey, columnName, at } = change;
  const column = spec.columns.find(({ id }) => isSame(id, columnName));
  const isOpen = spec.openColumns !== undefined && columnName.trim().startsWith(spec.openColumns.prefix);
  if (!column && !isOpen) {
    const values = { table: spec.id, column: columnName, suggestion: closest(columnName, spec.columns.map(({ id }) => id)) };
    return unchanged(table, makeIssue('change-unknown-column', values, { location: at('ColumnName') }));
  }
  const header = column?.id ?? columnName.trim();
  const found = table.headers.findIndex(each => isSame(each, header));
  const place = found < 0 ? table.headers.length : found;
  const keyPlaces = spec.key.map(id => table.headers.findIndex(each => isSame(each, id))).filter(index => index >= 0);
  const parts = rowKey?.split('|') ?? [];
  const isMeant = (row: readonly InputCell[]): boolean =>
    row.some(cell => cell !== null && cell !== '') && parts.every((part, index) => isSame(row[keyPlaces[index] ?? -1], part));
  if (!table.rows.some(isMeant)) {
    const names = table.rows.map(row => String(row[keyPlaces[0] ?? 0] ?? ''));
    const values = { table: spec.id, row: rowKey ?? '', suggestion: closest(parts[0] ?? '', names) };
    return unchanged(table, makeIssue('change-unknown-row', values, { location: at('RowKey') }));
  }
  let isText = false;
  const rows = table.rows.map(row => {
    if (!isMeant(row)) return found < 0 ? [...row, null] : row;
    const cell = changed(row[place] ?? null, change, column?.default?.value);
    if (cell === null) isText = true;
    const copy = [...row];
    copy[place] = cell;
    return copy;
  });
  if (isText) return unchanged(table, makeIssue('change-of-text', { column: header }, { location: at('Value') }));
  return { table: { ...table, headers: found < 0 ? [...table.headers, header] : table.headers, rows }, issues: [] };
};

/**
 * The input with some cells changed; tables that are not named stay the same objects. Reports `change-unknown-table`,
 * `change-unknown-row`, `change-unknown-column`, `change-of-text`, `change-of-currency`, each at its row of Scenarios.
 */
export const applyChanges = (
  input: ModelInput,
  specs: readonly TableSpec[],
  changes: readonly Change[],
): { readonly input: ModelInput; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = [];
  let { tables } = input;
  for (const change of changes) {
    const { tableName, rowKey, at } = change;
    const spec = specs.find(({ id }) => isSame(id, tableName));
    const table = spec && tables.find(each => isSame(each.tableName, spec.id));
    if (!spec || !table) {
      const suggestion = closest(tableName, tables.map(each => each.tableName));
      issues.push(makeIssue('change-unknown-table', { table: tableName, suggestion }, { location: at('TableName') }));
      continue;
    }
    if (isSame(spec.id, 'Settings') && isSame(rowKey, 'BaseCurrency')) {
      issues.push(makeIssue('change-of-currency', {}, { location: at('RowKey') }));
      continue;
    }
    const { table: next, issues: found } = changeTable(table, spec, change);
    issues.push(...found);
    tables = tables.map(each => (each === table ? next : each));
  }
  return { input: { ...input, tables }, issues };
};
