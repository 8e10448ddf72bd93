import { describe, expect, it } from '@jest/globals';
import { issueCodes, makeIssue } from './issue-codes.ts';

describe('issue codes', () => {
  it('are kebab-case words with camel-case values, none twice', () => {
    for (const [code, keys] of Object.entries(issueCodes)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z]*$/);
    }
  });

  it('carry exactly the values of their message', () => {
    expect(makeIssue('invalid-date', { text: '31.2.' })).toEqual({ code: 'invalid-date', severity: 'error', values: { text: '31.2.' } });
    const location = { sheetName: 'Inputs', tableName: 'Settings', cellAddress: 'B3' };
    expect(makeIssue('unknown-currency', { currency: 'XX' }, { severity: 'warning', location })).toEqual({
      code: 'unknown-currency', severity: 'warning', values: { currency: 'XX' }, location,
    });
    // @ts-expect-error a value is missing
    makeIssue('currency-mismatch', { currency: 'EUR' });
    // @ts-expect-error no such code
    makeIssue('no-such-code', {});
  });
});
