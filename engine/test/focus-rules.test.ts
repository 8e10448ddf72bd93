import { describe, expect, it } from '@jest/globals';
import type { ReportCell } from '../report/report.ts';
import { dataSetChecks, rowChecks, type RuleNode } from './focus-checks.ts';
import { checkFocus, type FocusModel } from './focus-rules.ts';
import type { Row } from './report-rows.ts';

const noRules = { rule: () => { throw new Error('no rule is asked for'); } };
const passes = (name: string, node: RuleNode, row: Row): boolean =>
  rowChecks[name]?.({ ...node, CheckFunction: name }, row, noRules) ?? false;
const passesCell = (name: string, cell: ReportCell): boolean => passes(name, { ColumnName: 'c' }, { c: cell });

describe('the check functions of FOCUS', () => {
  it.each([
    ['TypeString', ['x', ''], [1, true]],
    ['FormatString', ['x', 'x y'], [' x', 'x ', '', 4]],
    ['TypeDecimal', [1, -0.5, 1e-9], ['1', NaN, Infinity]],
    ['FormatNumeric', [0], ['0']],
    ['CheckDecimalValue', [3.25], ['3,25']],
    ['TypeDateTime', ['2027-01-01T00:00:00Z'], ['2027-01-01', '2027-13-01T00:00:00Z', 46388]],
    ['FormatDateTime', ['2027-12-31T23:59:59Z'], ['2027-01-01T00:00:00', '2027-01-01T00:00:00+01:00']],
    ['FormatUnit', ['Hours', 'GB', 'GB-Months', '1000 Requests', 'GB/Hour', 'USD'], ['hours', '', 'GB per month', 'Hours-']],
    ['FormatCurrency', ['USD', 'KRW'], ['usd', 'US', 'dollars']],
    ['CheckNationalCurrency', ['EUR'], ['EURO']],
    ['FormatKeyValue', ['{"a":"b","c":1}', '{}'], ['a=b', '[1]', '{"a":{"b":1}}', '{"a":[1]}']],
  ] as const)('%s', (name, good, bad) => {
    for (const cell of [...good, null]) expect([cell, passesCell(name, cell)]).toEqual([cell, true]);
    for (const cell of bad) expect([cell, passesCell(name, cell)]).toEqual([cell, false]);
  });

  it('compare values and columns', () => {
    expect(passes('CheckValue', { ColumnName: 'c', Value: 'x' }, { c: 'x' })).toBe(true);
    expect(passes('CheckValue', { ColumnName: 'c', Value: null }, { c: 'x' })).toBe(false);
    expect(passes('CheckNotValue', { ColumnName: 'c', Value: null }, { c: null })).toBe(false);
    expect(passes('CheckSameValue', { ColumnAName: 'a', ColumnBName: 'b' }, { a: 1, b: 1 })).toBe(true);
    expect(passes('CheckNotSameValue', { ColumnAName: 'a', ColumnBName: 'b' }, { a: 1, b: 1 })).toBe(false);
    expect(passes('CheckGreaterOrEqualThanValue', { ColumnName: 'c', Value: 0 }, { c: -0.01 })).toBe(false);
    expect(passes('CheckGreaterOrEqualThanValue', { ColumnName: 'c', Value: 0 }, { c: null })).toBe(true);
    const product = { ColumnAName: 'a', ColumnBName: 'b', ResultColumnName: 'r' };
    expect(passes('ColumnByColumnEqualsColumnValue', product, { a: 0.333, b: 3, r: 1 })).toBe(true);
    expect(passes('ColumnByColumnEqualsColumnValue', product, { a: 0.333, b: 3, r: 1.02 })).toBe(false);
  });

  it('combine', () => {
    const items = ['x', 'y'].map(Value => ({ CheckFunction: 'CheckValue', ColumnName: 'c', Value }));
    expect(passes('OR', { Items: items }, { c: 'y' })).toBe(true);
    expect(passes('OR', { Items: items }, { c: 'z' })).toBe(false);
    expect(passes('AND', { Items: items }, { c: 'y' })).toBe(false);
  });

  it('look at all rows', () => {
    const distinct = { ColumnAName: 'child', ColumnBName: 'parent', ExpectedCount: 1 };
    const rows = [{ child: 'a', parent: 'p' }, { child: 'a', parent: 'p' }, { child: null, parent: 'q' }];
    expect(dataSetChecks['CheckDistinctCount']?.(distinct, rows, new Set())).toBeNull();
    expect(dataSetChecks['CheckDistinctCount']?.(distinct, [...rows, { child: 'a', parent: 'q' }], new Set())).toBe('a');
    expect(dataSetChecks['ColumnPresent']?.({ ColumnName: 'c' }, [], new Set(['c']))).toBeNull();
    expect(dataSetChecks['ColumnPresent']?.({ ColumnName: 'c' }, [], new Set())).toBe('c');
  });
});

describe('checkFocus', () => {
  const rule = (Keyword: string, Requirement: RuleNode, more: Partial<FocusModel['ModelRules'][string]> = {}, Condition: RuleNode = {}) => ({
    Type: 'Static' as const, ApplicabilityCriteria: [],
    ValidationCriteria: { MustSatisfy: `${Keyword} so`, Keyword, Requirement, Condition }, ...more,
  });
  const notNull = { CheckFunction: 'CheckNotValue', ColumnName: 'c', Value: null };
  const ask = (ModelRuleId: string): RuleNode => ({ CheckFunction: 'CheckModelRule', ModelRuleId });
  const model: FocusModel = {
    ApplicabilityCriteria: { SOME: {} },
    CheckFunctions: {},
    ModelDatasets: { D: { ModelRules: ['root'] } },
    ModelRules: {
      root: rule('MUST', { CheckFunction: 'AND', Items: ['of-a', 'advice', 'prose', 'other', 'absent', 'may'].map(ask) }),
      'of-a': rule('MUST', { CheckFunction: 'AND', Items: [ask('leaf')] }, {}, { CheckFunction: 'CheckValue', ColumnName: 'kind', Value: 'a' }),
      leaf: rule('MUST NOT', notNull),
      advice: rule('SHOULD NOT', notNull),
      prose: rule('MUST', {}, { Type: 'Dynamic' }),
      other: rule('MUST', { CheckFunction: 'ColumnPresent', ColumnName: 'x' }, { ApplicabilityCriteria: ['SOME'] }),
      absent: rule('MUST', { CheckFunction: 'CheckValue', ColumnName: 'gone', Value: 1 }),
      may: rule('MAY', notNull),
    },
  };
  const rows = [{ kind: 'a', c: null }, { kind: 'b', c: null }, { kind: 'a', c: 1 }];
  const data = { rows, columns: ['kind', 'c'], declared: new Set<string>(), corrected: {} };

  it('asks rules under the conditions above them, and tells duties from advice', () => {
    const { failures, warnings, asked, passedOver } = checkFocus(model, data);
    expect(failures).toEqual({ 'leaf: MUST NOT so': 1 });
    expect(warnings).toEqual({ 'advice: SHOULD NOT so': 2 });
    expect([...asked]).toEqual(['root', 'of-a', 'leaf', 'advice']);
    expect(Object.fromEntries(passedOver)).toEqual({ prose: 'prose', other: 'not declared: SOME', absent: 'no column gone', may: 'MAY' });
  });

  it('asks what is declared, and what is corrected', () => {
    expect(checkFocus(model, { ...data, declared: new Set(['SOME']) }).failures).toMatchObject({ 'other: MUST so': 'x' });
    const corrected = { leaf: { Requirement: { CheckFunction: 'CheckValue', ColumnName: 'c', Value: null }, Condition: {} } };
    expect(checkFocus(model, { ...data, corrected }).failures).toEqual({ 'leaf: MUST NOT so': 1 });
  });

  it('throws for a check function it does not know', () => {
    const strange = { ...model, ModelRules: { root: rule('MUST', { CheckFunction: 'CheckPhase' }) } };
    expect(() => checkFocus(strange, data)).toThrow('no check function CheckPhase');
  });
});
