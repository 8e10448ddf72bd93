import type { Issue } from '../../issue/issue.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from './read-table.ts';
import type { TableSpec } from '../tables/table-spec.ts';

/** A row of a table whose first column is its name; a blank number without a default is 0. */
export interface NamedRow {
  readonly name: string;
  number(columnId: string): number;
  /** Null: blank. */
  stated(columnId: string): number | null;
  text(columnId: string): string | null;
  readonly at: Locator;
}

/** The rows of a table without a problem, by name. */
export const namedRows = (
  input: ModelInput,
  spec: TableSpec,
): { readonly rows: readonly NamedRow[]; readonly table: ReadTable; readonly issues: readonly Issue[] } => {
  const { table, issues } = readTable(input, spec);
  const isText = ({ type }: TableSpec['columns'][number]): boolean => type === 'text' || type === 'choice';
  const texts = new Map(spec.columns.filter(isText).map(({ id }) => [id, textColumn(table, id)]));
  const numbers = new Map(spec.columns.filter(column => !isText(column)).map(({ id }) => [id, numberColumn(table, id)]));
  const rows = table.rows.flatMap((row): NamedRow[] => {
    if (row.isBroken) return [];
    const stated = (id: string): number | null => numbers.get(id)?.(row) ?? null;
    const text = (id: string): string | null => texts.get(id)?.(row) ?? null;
    return [{ name: text(spec.key[0] ?? '') ?? '', stated, number: id => stated(id) ?? 0, text, at: id => locate(table, row, id) }];
  });
  return { rows: rows.sort((a, b) => byName(a.name, b.name)), table, issues };
};
