import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fleet, issuesOf, price, reportOf, reservation, settings, type Cells } from '../../test/fleet.ts';
import { answerOf, rowsOf, type Row } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

type Tables = Readonly<Record<string, Rows>>;

/** Two months, 744 and 672 hours; shop 10, data 5, platform 5 nodes at 0.10, and one nobody owns. */
const centres: Readonly<Record<string, string | null>> = { shop: 'Sales', data: 'Science', platform: 'IT', stray: null };
const nodes = fleet({
  shop: { nodes: 10, nodeType: 't2.small', account: 'a1' }, data: { nodes: 5, nodeType: 't2.small', account: 'a2' },
  platform: { nodes: 5, nodeType: 't2.small', account: 'a2' }, stray: { nodes: 1, nodeType: 't2.small' },
});
const base: Tables = {
  ...settings('2027-01-01', 2), PriceSheet: [price('t2.small', 0.1)], ...nodes,
  Services: nodes['Services']!.map((row): Cells => ({ ...row, CostCentre: centres[String(row['ServiceId'])] ?? null, DemandUnit: 'requests/s' })),
};
const hours = 744 + 672;
const showback = (allocation: Rows, tables: Tables = base): Row[] =>
  rowsOf(reportOf({ ...tables, Allocation: allocation }), 'OutShowback').filter(({ Dimension }) => Dimension === 'Cost centre');
const costs = (rows: readonly Row[]): Record<string, number> => Object.fromEntries(
  rows.map(({ Name, Cost }) => [String(Name), Number(Cost)]),
);
const bears = (SharedCost: string, CostCentre: string, more: Cells = {}): Cells => ({ SharedCost, CostCentre, ...more });

describe('showback', () => {
  it('books direct costs, and shows what nobody owns', () => {
    const report = reportOf({ ...base, Allocation: [bears('platform', 'Sales'), bears('platform', 'Science')] });
    const accounts = rowsOf(report, 'OutShowback').filter(({ Dimension }) => Dimension === 'Account');
    expect(costs(accounts)).toEqual({ a1: hours, a2: hours, untagged: hours * 0.1 });
    expect(answerOf(report, 'OutShowback')).toContain('is untagged');
  });

  it('passes shared costs on by direct cost, by driver, or by stated shares', () => {
    const shared = hours * 0.5;
    // Sales and Science cost 10 and 5
    expect(costs(showback([bears('platform', 'Sales'), bears('platform', 'Science')]))).toEqual({
      Sales: hours + (shared * 2) / 3, Science: hours * 0.5 + shared / 3, untagged: hours * 0.1,
    });
    expect(costs(showback([bears('IT', 'Sales', { Driver: 1 }), bears('IT', 'Science', { Driver: 3 })]))['Science']).toBe(hours * 0.5 + shared * 0.75);
    const rows = showback([bears('platform', 'Sales', { Share: 0.25 }), bears('platform', 'IT', { Share: 0.75 })]);
    expect(rows.find(({ Name }) => Name === 'IT')).toMatchObject({ DirectCost: shared, SharedCost: -shared * 0.25, Cost: shared * 0.75 });
  });

  it('shares unused commitments and fees when asked to, and shows them by themselves when not', () => {
    const held = { ...base, Commitments: [reservation('ri', 't2.small', 22, { RecurringPerHour: 0.06 })], Taxes: [{ TaxId: 'vat', Percent: 0.1 }] };
    const alone = costs(showback([bears('platform', 'Sales')], held));
    expect(alone['unused commitments']).toBe(Math.round(hours * 0.06 * 100) / 100);
    expect(alone['other charges']).toBeGreaterThan(0);
    const rows = showback([bears('unused commitments', 'IT'), bears('other charges', 'IT')], held);
    expect(rows.find(({ Name }) => Name === 'IT')).toMatchObject({ UnusedCost: alone['unused commitments'], SharedCost: alone['other charges'] });
    expect(costs(rows)['unused commitments']).toBeUndefined();
  });

  it('adds up to the invoice, however it is shared', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 3 }), fc.constantFrom('platform', 'IT', 'data', 'Sales'), (drivers, cost) => {
        const names = ['Sales', 'Science', 'Audit'];
        const rows = showback(drivers.map((Driver, index) => bears(cost, names[index]!, { Driver })));
        const total = rows.reduce((sum, { Cost }) => sum + Number(Cost), 0);
        expect(total).toBeCloseTo(hours * 2.1, 6);
      }),
      { numRuns: 20 },
    );
  });

  it('tells what is wrong with it', () => {
    const of = (row: Cells) => issuesOf({ ...base, Allocation: [row] });
    expect(of(bears('platform', 'Sales', { Share: 0.4 }))).toEqual([['allocation-not-whole', 'error', 'Share']]);
    expect(of(bears('plattform', 'Sales'))).toEqual([['unknown-reference', 'error', 'SharedCost']]);
  });
});

describe('budgets', () => {
  it('run out in the month in which the year is spent', () => {
    const year: Tables = { ...base, ...settings('2027-01-01', 12) };
    // 2.10 an hour in a year of 8,760 hours: 15,000 are spent in October (7,296 hours by its end)
    const report = reportOf({ ...year, Budgets: [{ CostCentre: null, Amount: 1250 }, { CostCentre: 'Sales', Amount: 1000 }] });
    const rows = rowsOf(report, 'OutBudget');
    const whole = rows.filter(({ CostCentre }) => CostCentre === 'whole plan');
    expect(whole.find(({ RunsOut }) => RunsOut === 'yes')?.['FiscalYear']).toBe('FY2027');
    expect(whole.find(({ RunsOut }) => RunsOut === 'yes')?.['Month']).toBe('2027-10-01');
    expect(whole[0]).toMatchObject({ Budget: 1250, Forecast: 1562.4, Variance: 312.4, LeftOfYear: 15_000 - 1562.4 });
    expect(rows.filter(({ CostCentre, RunsOut }) => CostCentre === 'Sales' && RunsOut === 'yes')).toEqual([]);
    expect(answerOf(report, 'OutBudget')).toContain('spent in 2027-10');
  });

  it('begin anew with each fiscal year, and know single months', () => {
    const fiscal: Tables = { ...base, Settings: [...settings('2027-03-01', 3)['Settings']!, { Setting: 'FirstFiscalMonth', Value: 4 }] };
    const rows = rowsOf(reportOf({ ...fiscal, Budgets: [{ CostCentre: null, Amount: 2000 }, { CostCentre: null, Month: serial('2027-04-15'), Amount: 100 }] }), 'OutBudget');
    expect(rows.map(({ FiscalYear, Budget, BudgetSoFar }) => [FiscalYear, Budget, BudgetSoFar])).toEqual([
      ['FY2027', 2000, 2000], ['FY2028', 100, 100], ['FY2028', 2000, 2100],
    ]);
  });

  it('are each held against their own scenario', () => {
    const two = {
      ...base,
      Placements: ['a', 'b'].flatMap(scenario => base['Placements']!.map((row): Cells => ({
        ...row, PlacementId: `${String(row['PlacementId'])} ${scenario}`, ScenarioId: scenario, NodeType: scenario === 'a' ? 't2.small' : 't2.large',
      }))),
      PriceSheet: [price('t2.small', 0.1), price('t2.large', 0.4)],
    };
    const rows = rowsOf(reportOf({ ...two, Budgets: [{ CostCentre: null, ScenarioId: 'a', Amount: 1 }, { CostCentre: null, ScenarioId: 'b', Amount: 1 }] }), 'OutBudget');
    expect(rows.filter(({ Period }) => String(Period).endsWith('2027-01')).map(({ ScenarioId, Forecast }) => [ScenarioId, Forecast])).toEqual([['a', 1562.4], ['b', 6249.6]]);
  });

  it('may be held against what is billed', () => {
    const held = { ...base, Commitments: [reservation('ri', 't2.small', 5, { Upfront: 500, RecurringPerHour: 0, Payment: 'all-upfront' })] };
    const [january] = rowsOf(reportOf({ ...held, Budgets: [{ CostCentre: null, Amount: 1, Measure: 'billed' }] }), 'OutBudget');
    expect(january?.['Forecast']).toBe(2500 + 744 * 1.6);
    expect(issuesOf({ ...base, Budgets: [{ CostCentre: 'Slaes', Amount: 1 }] })).toEqual([['unknown-reference', 'error', 'CostCentre']]);
  });
});

describe('a statement', () => {
  it('has the months of each fiscal year across, its quarters and its sum', () => {
    // Fiscal years begin in April: three months of the one, two of the other
    const fiscal: Tables = { ...base, Settings: [...settings('2027-01-01', 5)['Settings']!, { Setting: 'FirstFiscalMonth', Value: 4 }] };
    const rows = rowsOf(reportOf({ ...fiscal, Budgets: [{ CostCentre: null, Amount: 1 }] }), 'OutStatement');
    const [before, after] = rows.filter(({ Line }) => Line === 'Total');
    const cost = (days: number): number => Math.round(days * 24 * 210) / 100;
    expect(before).toMatchObject({
      FiscalYear: 'FY2027', FirstMonth: '2026-04-01', Month01: null, Month09: null, Quarter3: null, Month10: cost(31), Month11: cost(28), Month12: cost(31),
      Quarter4: cost(90), Year: cost(90),
    });
    expect(after).toMatchObject({ FiscalYear: 'FY2028', FirstMonth: '2027-04-01', Month01: cost(30), Month02: cost(31), Month03: null, Quarter1: cost(61), Year: cost(61) });
    const lines = rows.filter(({ FiscalYear, Line }) => FiscalYear === 'FY2027' && Line !== 'Total');
    expect(lines.map(({ Line }) => Line).sort()).toEqual(['data', 'platform', 'shop', 'stray']);
    expect(lines.reduce((sum, { Year }) => sum + Number(Year), 0)).toBeCloseTo(cost(90), 6);
  });
});

describe('unit costs', () => {
  it('count a rate over time, and units stated by the month', () => {
    const UnitCosts = [
      { WorkloadId: 'shop', Unit: 'requests', Per: 1_000_000 }, { WorkloadId: 'shop', Unit: 'order', UnitsPerDemand: 0.01 }, { WorkloadId: 'data', Unit: 'report', UnitsPerMonth: 50 },
    ];
    const rows = rowsOf(reportOf({ ...base, UnitCosts }), 'OutUnitCost');
    const whole = (unit: string): Row => rows.find(({ Unit, Period }) => Unit === unit && Period === 'whole plan') as Row;
    // 10 requests a second on ten nodes of 0.10
    expect(whole('requests')).toMatchObject({ Quantity: 36_000 * hours, EffectiveCost: hours });
    expect(whole('requests')['UnitCost']).toBeCloseTo(1e6 / 36_000, 9);
    expect(whole('order')['UnitCost']).toBeCloseTo(1 / 360, 9);
    expect(rows.find(({ Unit, Period }) => Unit === 'report' && Period === '2027-02')?.['UnitCost']).toBeCloseTo((672 * 0.5) / 50, 9);
    expect(issuesOf({ ...base, UnitCosts: [{ WorkloadId: 'shopp', Unit: 'x' }] })).toEqual([['unknown-reference', 'error', 'WorkloadId']]);
  });
});
