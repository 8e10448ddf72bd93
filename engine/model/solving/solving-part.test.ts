import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ok } from '../../issue/result.ts';
import { fleet, issuesOf, price, reportOf, settings, type Cells } from '../../test/fleet.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import type { Rows } from '../../test/workbook.ts';
import { findRoot } from './find-root.ts';

/** January 2027, 744 hours, ten nodes at 0.10; the same by a reservation of 0.07 in another scenario. */
const base = {
  ...settings('2027-01-01', 1),
  PriceSheet: [
    { ...price('t2.small', 0.1), PriceId: 'od' }, { ...price('t2.small', 0.07, 'reserved-1y-no-upfront'), PriceId: 'ri' }, { ...price('t2.large', 0.4), PriceId: 'large' },
  ],
  ...fleet({ web: { nodes: 10, nodeType: 't2.small' }, batch: { nodes: 2, nodeType: 't2.large' } }),
};
const two = {
  ...base,
  Placements: ['a', 'b'].flatMap(scenario =>
    ['web', 'batch'].map((workload): Cells => ({
      PlacementId: `${workload} ${scenario}`, WorkloadId: workload, ScenarioId: scenario, Provider: 'aws', Region: 'us-east-1',
      NodeType: workload === 'web' ? 't2.small' : 't2.large',
      Purchase: scenario === 'b' && workload === 'web' ? 'reserved-1y-no-upfront' : 'on-demand', CommittedNodes: scenario === 'b' && workload === 'web' ? 10 : null,
    }))),
};
const stated = 744 * (10 * 0.1 + 2 * 0.4);
const cell = (TableName: string, RowKey: string, ColumnName: string, more: Cells): Cells => ({ TableName, RowKey, ColumnName, ...more });
const solved = (question: Cells, tables: Readonly<Record<string, Rows>> = base): Row =>
  rowsOf(reportOf({ ...tables, SolveFor: [{ SolveId: 'q', ...question }] }), 'OutSolved')[0] as Row;

describe('solving for a number', () => {
  it('finds the price at which a cost is reached', () => {
    const row = solved(cell('PriceSheet', 'od', 'UnitPrice', { Low: 0, High: 1, Goal: 'cost', Target: 2000 }));
    expect(Number(row['Answer'])).toBeCloseTo((2000 / 744 - 2 * 0.4) / 10, 6);
    expect(Number(row['Cost'])).toBeCloseTo(2000, 2);
    expect(Number(row['Runs'])).toBeLessThan(8);
  });

  it('finds the step of a demand that exhausts the budget', () => {
    const budgets = { ...base, Budgets: [{ CostCentre: null, Amount: 2000 }] };
    const row = solved(cell('DemandProfiles', 'web', 'Base', { Low: 0, High: 100, Goal: 'budget' }), budgets);
    // 18 nodes cost 1,934.40 and 19 cost 2,008.80
    expect(Number(row['Answer'])).toBeCloseTo(18, 3);
    expect([1934.4, 2008.8]).toContain(row['Cost']);
  });

  it('finds the price at which two scenarios cost the same', () => {
    // Ten committed nodes against ten that are used all the time at 0.10
    const row = solved(cell('PriceSheet', 'ri', 'UnitPrice', { Low: 0.01, High: 0.5, Goal: 'scenario', From: 'b', Against: 'a' }), two);
    expect(Number(row['Answer'])).toBeCloseTo(0.1, 6);
  });

  it('says so when the goal lies outside, and what a question lacks', () => {
    const outside = solved(cell('PriceSheet', 'od', 'UnitPrice', { Low: 0.2, High: 1, Goal: 'cost', Target: 1000 }));
    expect(outside).toMatchObject({ Answer: null, Remark: 'the cost is above the goal from 0.2 to 1' });
    const of = (question: Cells) => issuesOf({ ...base, SolveFor: [{ SolveId: 'q', ...question }] });
    const varied = { Low: 0.2, High: 1, Against: null, Target: null };
    expect(of(cell('PriceSheet', 'od', 'UnitPrice', { ...varied, Goal: 'cost' }))).toEqual([['blank-cell', 'error', 'Target']]);
    expect(of(cell('PriceSheet', 'od', 'UnitPrice', { ...varied, Goal: 'budget' }))).toEqual([['budget-unknown', 'error', 'Goal']]);
    expect(of(cell('PriceSheet', 'od', 'UnitPrice', { ...varied, Goal: 'scenario', Against: 'z' }))).toEqual([['unknown-reference', 'error', 'Against']]);
    expect(of(cell('PriceSheet', 'od', 'UnitPrice', { ...varied, Goal: 'cost', Target: 5, High: 0.1 }))).toEqual([['not-in-order', 'error', 'High']]);
    expect(of(cell('PriceSheet', 'off', 'UnitPrice', { ...varied, Goal: 'cost', Target: 5 }))).toEqual([['change-unknown-row', 'error', 'RowKey']]);
    expect(of(cell('Services', 'web', 'TargetUtilization', { ...varied, Low: 0, Goal: 'cost', Target: 5 }))[0]?.[1]).toBe('error');
  });

  it('ends at a zero of any rising line, within few runs', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }), (slope, zero) => {
        const found = findRoot(x => ok(slope * (x - zero) ** 3), [-60, 70], 1e-9);
        return found.ok && found.value.at !== null && found.value.runs <= 40 && Math.abs(found.value.at - zero) < 0.02;
      }),
    );
  });
});

describe('sensitivity', () => {
  const Sensitivity = [
    { InputId: 'demand', ...cell('DemandProfiles', 'web', 'Base', { Low: 0.8, High: 1.2, With: 'price', Steps: 3 }) },
    { InputId: 'price', ...cell('PriceSheet', 'large', 'UnitPrice', { Low: 0.5, High: 2, With: null, Steps: null }) },
  ];

  it('swings each input alone, the widest first', () => {
    const rows = rowsOf(reportOf({ ...base, Sensitivity }), 'OutTornado');
    expect(rows.map(row => row['InputId'])).toEqual(['price', 'demand']);
    expect(rows[0]).toMatchObject({ ChangeAtLow: -744 * 0.4, ChangeAtHigh: 744 * 0.8, Swing: 892.8 });
    expect(rows[1]).toMatchObject({ CostAtLow: expect.closeTo(stated - 744 * 0.2, 6) as unknown, Swing: 297.6 });
  });

  it('fills a grid of two inputs', () => {
    const rows = rowsOf(reportOf({ ...base, Sensitivity }), 'OutSensitivityGrid');
    expect(rows).toHaveLength(9);
    const at = (x: number, y: number) => rows.find(row => row['FirstValue'] === x && row['SecondValue'] === y)?.['Cost'];
    expect(at(0.8, 0.5)).toBeCloseTo(744 * (8 * 0.1 + 2 * 0.2), 6);
    expect(at(1, 1.25)).toBeCloseTo(744 * (10 * 0.1 + 2 * 0.5), 6);
  });

  it('knows only its own inputs', () => {
    expect(issuesOf({ ...base, Sensitivity: [{ ...Sensitivity[0], With: 'prise' }] }).map(([code]) => code)).toContain('unknown-reference');
  });
});
