import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Locator } from '../plan.ts';

/** A name that the plan does not have, where no key of a table says what it may be; blank names nothing. */
export const unknownName = (value: string | null, known: readonly string[], column: string, tables: string, at: Locator): Issue[] => {
  if (value === null || known.some(name => name.toLowerCase() === value.toLowerCase())) return [];
  const suggestion = nearestNames(value, known, 1)[0] ?? '';
  return [makeIssue('unknown-reference', { column, value, tables, suggestion }, { location: at(column) })];
};
