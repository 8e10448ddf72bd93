import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Triangular } from '../../migration/triangular.ts';
import type { Locator } from '../plan.ts';

/**
 * A judgement from three columns, `HoursLeast`, `HoursLikely`, `HoursMost`; blank ends are as likely. Reports
 * `not-in-order` where they fall.
 */
export const readSpread = (what: string, stated: (columnId: string) => number | null, at: Locator, issues: Issue[]): Triangular => {
  const likely = stated(`${what}Likely`) ?? 0;
  const ends = { least: stated(`${what}Least`) ?? likely, likely, most: stated(`${what}Most`) ?? likely };
  const fallsAt = ends.least > likely ? 'Least' : ends.most < likely ? 'Most' : null;
  if (fallsAt) {
    const values = { columns: ['Least', 'Likely', 'Most'].map(end => `${what}${end}`).join(', ') };
    issues.push(makeIssue('not-in-order', values, { location: at(`${what}${fallsAt}`) }));
  }
  return ends;
};
