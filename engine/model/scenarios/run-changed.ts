import type { IssueLocation } from '../../issue/issue.ts';
import { fail, type Result } from '../../issue/result.ts';
import type { RunResults } from '../../report/run-results.ts';
import type { PartInput } from '../parts/model-part.ts';
import { applyChanges, type Change } from './apply-changes.ts';

/** Problems of a changed plan that are told: one of them is mended first. */
const mostProblems = 3;

/**
 * The plan run with some cells changed. Reports what is wrong with the changes at their own cells, and what is wrong with
 * the changed plan at `location`: the cells it is about show what is stated there.
 */
export const runChanged = (changes: readonly Change[], location: IssueLocation, { input, specs, rerun }: PartInput): Result<RunResults> => {
  const applied = applyChanges(input, specs, changes);
  if (applied.issues.length > 0) return fail(...applied.issues);
  const run = rerun(applied.input);
  return run.ok ? run : fail(...run.issues.slice(0, mostProblems).map(issue => ({ ...issue, location })));
};

/** A changed cell in words. */
export const cellText = ({ tableName, rowKey, columnName, kind }: Omit<Change, 'value' | 'at'>): string => {
  const sign = { set: ' =', times: ' x', plus: ' +' }[kind];
  return [tableName, rowKey, columnName].filter(part => part !== null).join(' ') + sign;
};
