import type { Issue, IssueCode } from '../../engine/index.ts';
import { fillMessage } from './fill-message.ts';
import { enUSIssues } from './locales/en-US-issues.ts';
import { displayLanguage } from './translate.ts';

/** The sentence a person reads about a problem. */
export const issueMessage = (issue: Issue): string =>
  fillMessage(enUSIssues[issue.code as IssueCode] ?? issue.code, issue.values, displayLanguage);
