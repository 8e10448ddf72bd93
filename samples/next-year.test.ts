import { describe, expect, it } from '@jest/globals';
import { resultRows, type ResultRow } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { budgets, nextYear } from './source/next-year.ts';

const report = await runSample(nextYear);
const scenarios = resultRows(report, 'OutScenario');
const whatIf = (name: string): ResultRow => scenarios.find(({ ScenarioId }) => ScenarioId === name) as ResultRow;
const parts = ['Volume', 'Mix', 'Price', 'Commitment', 'Currency', 'Other'] as const;
const hours = 8760;
const intranet = 2 * hours * 0.1008;

describe('next year', () => {
  it('explains every scenario without a rest', () => {
    expect(scenarios).toHaveLength(12);
    const [stated] = scenarios;
    for (const row of scenarios) {
      const sum = parts.reduce((total, part) => total + Number(row[part]), 0);
      expect(sum).toBeCloseTo(Number(row.Difference), 6);
      expect(Number(row.EffectiveCost) - Number(stated?.EffectiveCost)).toBeCloseTo(Number(row.Difference), 6);
    }
  });

  it('knows what each change comes to', () => {
    // Two nodes of m7i.large less, at 0.1008 an hour; at night they used the reservation of the shop, which now goes unused
    const ends = whatIf('intranet ends');
    expect(Number(ends.Volume) + Number(ends.Mix)).toBeCloseTo(-intranet, 1);
    expect(Number(ends.Commitment)).toBeGreaterThan(0);
    expect(whatIf('support doubles')).toMatchObject({ Difference: 4800, Price: 4800, Volume: 0, Other: 0 });
    const arm = whatIf('search on ARM');
    expect([arm.Volume, arm.Price, arm.Commitment]).toEqual([0, 0, 0]);
    expect(Number(arm.Mix)).toBeLessThan(0);
    expect(whatIf('reserve 24')).toMatchObject({ Volume: 0, Mix: 0, Price: 0 });
    expect(Number(whatIf('reserve 24').Commitment)).toBe(Number(whatIf('reserve 24').Difference));
    expect(Number(whatIf('a bad year').Difference)).toBeGreaterThan(0);
  });

  it('finds the growth that spends the budget to the cent, or to the node', () => {
    const [growth, reserved] = resultRows(report, 'OutSolved');
    expect(growth?.Target).toBe(12 * budgets.all);
    // A node for a month is some hundred dollars
    expect(Math.abs(Number(growth?.Cost) - 12 * budgets.all)).toBeLessThan(100);
    expect(Number(growth?.Answer)).toBeLessThan(0.25);
    // Sixteen nodes, 8,760 hours: 2,110.93 less are 0.01506 an hour less
    expect(Number(reserved?.Answer)).toBeCloseTo(0.1333 - (Number(scenarios[0]?.EffectiveCost) - 160_000) / 16 / hours, 6);
  });

  it('swings widest by all demand', () => {
    const rows = resultRows(report, 'OutTornado');
    expect(rows[0]?.InputId).toBe('all demand');
    expect(resultRows(report, 'OutSensitivityGrid')).toHaveLength(9);
  });

  it('spends the budget of the year in its last month', () => {
    const whole = resultRows(report, 'OutBudget').filter(({ CostCentre }) => CostCentre === 'whole plan');
    expect(whole.find(({ RunsOut }) => RunsOut === 'yes')?.Month).toBe('2027-12-01');
    expect(whole.at(-1)?.BudgetSoFar).toBe(12 * budgets.all);
    expect(Number(whole.at(-1)?.ForecastSoFar)).toBeCloseTo(Number(scenarios[0]?.EffectiveCost), 2);
  });

  it('leaves no cost without a bearer, but for what nobody owns', () => {
    const rows = resultRows(report, 'OutShowback').filter(({ Dimension }) => Dimension === 'Cost centre');
    expect(rows.map(({ Name }) => Name)).toEqual(['Sales', 'Science', 'untagged']);
    expect(rows.reduce((sum, { Cost }) => sum + Number(Cost), 0)).toBeCloseTo(Number(scenarios[0]?.EffectiveCost), 6);
    const months = resultRows(report, 'OutCostMonthly').filter(({ WorkloadId }) => WorkloadId === 'old intranet');
    expect(Number(rows[2]?.Cost)).toBeCloseTo(months.reduce((sum, { EffectiveCost }) => sum + Number(EffectiveCost), 0), 6);
    expect(Number(rows[2]?.Cost)).toBeLessThan(intranet);
  });

  it('counts orders by the minute', () => {
    const row = resultRows(report, 'OutUnitCost').find(({ WorkloadId, Period }) => WorkloadId === 'shop' && Period === 'whole plan');
    expect(Number(row?.UnitCost)).toBeCloseTo((Number(row?.EffectiveCost) / Number(row?.Quantity)) * 1000, 9);
    // 420 a minute and more, with nights at 0.4 and evenings at 1.5
    expect(Number(row?.Quantity)).toBeGreaterThan(420 * 60 * hours * 0.9);
  });
});
