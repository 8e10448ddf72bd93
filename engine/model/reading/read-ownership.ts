import type { Ownership } from '../../workload/ownership.ts';
import { textColumn, type BodyRow, type ReadTable } from './read-table.ts';

/** Headers of free tags: the prefix, then anything but a small letter, so that `Target` is no tag. */
const tagHeader = /^Tag[\s_-]*([^a-z\s_-].*)$/;

/** Reads owner columns and free tags of a workload's row; a tag cell that is blank or an error gives no tag. */
export const ownershipReader = (table: ReadTable): ((row: BodyRow) => Ownership) => {
  const [account, costCentre, owner, environment] = ['Account', 'CostCentre', 'Owner', 'Environment'].map(id =>
    textColumn(table, id),
  );
  const tags = (table.source?.headers ?? []).flatMap((header, column) => {
    const name = tagHeader.exec(header.trim())?.[1];
    return name === undefined ? [] : [{ name, column }];
  });
  return row => {
    const cells = table.source?.rows[row.index] ?? [];
    const found = tags.flatMap(({ name, column }): [string, string][] => {
      const cell = cells[column];
      const text = cell === null || cell === undefined ? '' : String(cell).trim();
      return text === '' || text.startsWith('#') ? [] : [[name, text]];
    });
    return {
      account: account?.(row) ?? null,
      costCentre: costCentre?.(row) ?? null,
      owner: owner?.(row) ?? null,
      environment: environment?.(row) ?? null,
      tags: Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  };
};
