import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { locate, tableLocation, textColumn, type ReadTable } from './read-table.ts';

/**
 * Every cell that names a row of another table: reports `missing-table` once when none of those tables is there,
 * `unknown-reference` with the nearest name else. Says nothing where the table referred to could not be read in full.
 */
export const checkReferences = (tables: readonly ReadTable[]): Issue[] => {
  const byId = new Map(tables.map(table => [table.spec.id, table]));
  return tables.flatMap(table =>
    table.spec.columns.flatMap(column => {
      if (!column.references || table.rows.length === 0 || !table.source) return [];
      const value = textColumn(table, column.id);
      if (table.rows.every(row => value(row) === null)) return [];
      const targets = column.references.flatMap(({ tableId, columnId }) => {
        const target = byId.get(tableId);
        return target?.source ? [{ target, columnId }] : [];
      });
      const tableNames = column.references.map(({ tableId }) => tableId);
      if (targets.length === 0) {
        const values = { table: tableNames.join(', '), neededBy: `${table.spec.id}.${column.id}` };
        return [
          makeIssue('missing-table', values, {
            location: { ...tableLocation(table.source), tableName: tableNames[0] ?? '' },
          }),
        ];
      }
      if (targets.some(({ target }) => target.isIncomplete)) return [];
      const known = new Map<string, string>();
      for (const { target, columnId } of targets) {
        const key = textColumn(target, columnId);
        for (const row of target.rows) known.set((key(row) ?? '').toLowerCase(), key(row) ?? '');
      }
      return table.rows.flatMap((row): Issue[] => {
        const name = value(row);
        if (name === null || known.has(name.toLowerCase())) return [];
        const suggestion = nearestNames(name, known.values(), 1)[0] ?? '';
        const present = targets.map(({ target }) => target.spec.id).join(', ');
        const values = { column: column.id, value: name, tables: present, suggestion };
        return [makeIssue('unknown-reference', values, { location: locate(table, row, column.id) })];
      });
    }),
  );
};
