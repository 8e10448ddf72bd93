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

  it.each(codes)('%s reads as sentences, with every value filled and with none', code => {
    const message = (value: string): string =>
      issueMessage({ code, severity: 'error', values: Object.fromEntries(issueCodes[code].map(key => [key, value])) });
    expect(message('something')).toMatch(/^["\p{Lu}].*[.)]$|^\w+ .*[.)]$/u);
    expect(message('something')).not.toMatch(/[{}[\]]|\?\?| {2}/);
    expect(message('')).not.toMatch(/[{}[\]]| {2}/);
  });
});
