import { describe, expect, it } from '@jest/globals';
import { issueCodes, type IssueCode } from '../../engine/index.ts';
import { issueMessage } from './issue-message.ts';
import { enUSIssues } from './locales/en-US-issues.ts';

const codes = Object.keys(issueCodes) as IssueCode[];
const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(match => match[1] ?? '');

describe('the sentences for problems', () => {
  it('are there for every code of the engine, and for no other', () => {
    expect(Object.keys(enUSIssues).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('%s asks only for values the engine gives', code => {
    const given: readonly string[] = issueCodes[code];
    expect(placesOf(enUSIssues[code]).filter(name => !given.includes(name))).toEqual([]);
  });

  it.each(codes)('%s reads as sentences, also where the engine has nothing to suggest or list', code => {
    const message = (isEmpty: (key: string) => boolean): string => {
      const values = Object.fromEntries(issueCodes[code].map(key => [key, isEmpty(key) ? '' : 'something']));
      return issueMessage({ code, severity: 'error', values });
    };
    const mayBeEmpty = new Set(['suggestion', 'known', 'available', 'sold', 'choices']);
    for (const text of [message(() => false), message(key => mayBeEmpty.has(key))]) {
      expect(text).toMatch(/^("|\w).*([.?]|: something)$/);
      expect(text).not.toMatch(/[{}[\]]|\?\?| {2}|\(\)|""/);
    }
  });
});
