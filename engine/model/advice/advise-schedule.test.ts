import { describe, expect, it } from '@jest/globals';
import { byTerm, option, tables } from '../../test/advice.ts';
import { fleet, issuesOf, price, reportOf, reservation, settings, type Cells } from '../../test/fleet.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

describe('what to buy when', () => {
  it('buys in the month in which it begins to pay, and lets what is held expire', () => {
    const from = { From: serial('2027-04-01') };
    const steady = fleet({ always: { nodes: 4, nodeType: 't2.small' }, day: { nodes: 6, nodeType: 't2.small', more: from } });
    const report = reportOf({
      ...steady,
      ...settings('2027-01-01', 12),
      PriceSheet: tables.PriceSheet,
      Commitments: [reservation('held', 't2.small', 4, { Start: serial('2026-07-01') })],
      CommitmentOptions: [option('ri', 'reserved')],
    });
    const rows = byTerm(report, 'OutCommitmentSchedule', 'share');
    // six more from April on; the four that are held until July are then bought anew
    expect(rows.map(row => [row['Month'], row['Quantity'], row['EndsInPlan']])).toEqual([
      ['2027-04-01', 6, null], ['2027-07-01', 4, null],
    ]);
    expect(new Set(rowsOf(report, 'OutCommitmentSchedule').map(row => row['TermCounted']))).toEqual(
      new Set(['share', 'whole', 'demand goes on']),
    );
  });

  // Ten nodes for a year, then none; three years at once for 10,512, or 0.4 an hour: sold after a year 7,008 are left
  it('sells what is no longer wanted, where it may', () => {
    const two = settings('2027-01-01', 24);
    const falling = {
      ...two, ...fleet({ a: { nodes: 10, nodeType: 't2.small', more: { To: serial('2028-01-01') } } }),
      PriceSheet: [price('t2.small', 1), price('t2.small', 0, 'reserved-3y-all-upfront', { Upfront: 10_512 })],
    };
    const scheduled = (more: Cells, others: Readonly<Record<string, Rows>> = {}): Row[] =>
      byTerm(reportOf({ ...falling, ...others, CommitmentOptions: [option('ri', 'reserved', { Term: '3y', Payment: 'all-upfront', ...more })] }), 'OutCommitmentSchedule', 'whole');
    // 10,512 for a year of 8,760 hours at 1 is too dear; less 7,008 x 0.88 = 6,167.04 it is not
    expect(scheduled({})).toEqual([]);
    expect(scheduled({ LeaveBy: 'resale' })).toEqual([
      expect.objectContaining({ Month: '2027-01-01', Quantity: 10, EndsInPlan: '2028-01-01', LeaveBy: 'resale', Proceeds: 61_670.4, CouldMiss: 0 }),
    ]);
    expect(scheduled({ LeaveBy: 'resale', PriceCut: 0.9 })).toEqual([]);
    const budget = { Settings: [...(two['Settings'] ?? []), { Setting: 'UpfrontBudget', Value: 40_000 }] };
    const [limited] = scheduled({ LeaveBy: 'resale' }, budget);
    expect(limited).toMatchObject({ Quantity: 3, LeaveBy: 'resale' });
    expect(Number(limited?.['CouldMiss'])).toBeLessThan(0.05);
    expect(issuesOf({ ...falling, CommitmentOptions: [option('ri', 'reserved', { LeaveBy: 'refund' })] }).map(([code]) => code)).toContain('exit-not-offered');
  });

  describe('the habits beside the best', () => {
    const rules = (more: Readonly<Record<string, Rows>>): Row[] =>
      rowsOf(reportOf({ ...tables, ...settings('2027-01-01', 12), ...more, CommitmentOptions: [option('ri', 'reserved')] }), 'OutCommitmentRules');

    it('see the days before the plan as the demand says of them', () => {
      // 4 nodes always and 6 in half of the hours, then as in the plan: nothing is missed
      expect(rules({})).toEqual([
        expect.objectContaining({
          OptionId: 'ri', CostWithout: 4 * 8760 + 6 * 4380, BestCost: 4 * 0.63 * 8760 + 6 * 4380,
          HabitCost: 4 * 0.63 * 8760 + 6 * 4380, HabitLooksAt: '30 days before', OnlineBound: 2,
          // four units when 0.63 of the year is paid on demand; the half used ones never
          OnlineUnits: 4,
        }),
      ]);
    });

    // Three nodes in December, ten from the first day of the plan on: the console reserves three
    const cents = (amount: number): number => Math.round(amount * 100) / 100;
    const three = { HabitCost: cents((3 * 0.63 + 7) * 8760), BestCost: cents(10 * 0.63 * 8760), HabitLooksAt: '30 days before' };
    const ten = fleet({ a: { nodes: 10, nodeType: 't2.small' } });
    const none = { DemandShapes: [{ DemandId: 'a', DayOfWeek: 'all', Factor: 1 }] };
    it('by what was measured, or by a formula of the day', () => {
      const measured = [['2026-12-01', 3], ['2027-01-01', 10]].map(([day, Quantity]) =>
        ({ DemandId: 'a', PeriodStart: serial(String(day)), Quantity: Number(Quantity) }));
      const { DemandProfiles: _, ...byOther } = ten;
      const { DemandShapes: __, ...plain } = tables;
      const report = (demand: Readonly<Record<string, Rows>>): Row[] =>
        rowsOf(reportOf({ ...plain, ...settings('2027-01-01', 12), ...byOther, ...demand, CommitmentOptions: [option('ri', 'reserved')] }), 'OutCommitmentRules');
      expect(report({ DemandSeries: measured })).toEqual([expect.objectContaining(three)]);
      expect(report({ DemandFormulas: [{ DemandId: 'a', Formula: 'day < 0 ? 3 : 10' }] })).toEqual([expect.objectContaining(three)]);
      // A series that begins with the plan says nothing of December: the first 30 days stand in, on demand
      expect(report({ DemandSeries: measured.slice(1) })).toEqual([
        expect.objectContaining({ HabitCost: 10 * 720 + Math.round(10 * 0.63 * 8040 * 100) / 100, HabitLooksAt: 'first 30 days' }),
      ]);
    });

    it('see nothing of what begins later, and less of what grows', () => {
      const later = fleet({ a: { nodes: 10, nodeType: 't2.small', more: { From: serial('2027-01-02') } } });
      expect(rules({ ...later, ...none })).toEqual([expect.objectContaining({ HabitCost: 10 * 8736 })]);
      // A tenth of the demand a year earlier: 10 x 10 ^ (-30 / 365) = 8.28 nodes at the start of December, 9 run at last
      const growing = { ...ten, ...none, DemandProfiles: [{ DemandId: 'a', Base: 10, GrowthPerYear: 9 }] };
      const [row] = rules(growing);
      expect(Number(row?.['HabitCost'])).toBeGreaterThan(Number(row?.['BestCost']));
    });
  });
});
