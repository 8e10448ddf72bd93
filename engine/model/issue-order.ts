import type { Issue } from '../issue/issue.ts';
import { byName } from './natural-order.ts';
import type { TableSpec } from './tables/table-spec.ts';

const cellParts = (address: string | undefined): readonly [row: number, column: string] => {
  const match = /^([A-Z]+)(\d+)$/.exec(address ?? '');
  return [Number(match?.[2] ?? 0), match?.[1] ?? ''];
};

/** Problems in the order a reader mends them: errors first, table by table, then row by row from left to right. */
export const sortIssues = (issues: readonly Issue[], tables: readonly TableSpec[]): Issue[] => {
  const tableOrder = new Map(tables.map(({ id }, place) => [id.toLowerCase(), place]));
  return [...issues].sort((a, b) => {
    if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
    const placeOf = ({ location }: Issue): number => tableOrder.get(location?.tableName.toLowerCase() ?? '') ?? -1;
    const [left, right] = [cellParts(a.location?.cellAddress), cellParts(b.location?.cellAddress)];
    return (
      placeOf(a) - placeOf(b) ||
      left[0] - right[0] ||
      left[1].length - right[1].length ||
      byName(left[1], right[1]) ||
      byName(a.code, b.code)
    );
  });
};
