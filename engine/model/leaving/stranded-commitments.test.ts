import { describe, expect, it } from '@jest/globals';
import { fleet, price, reportOf, reservation, settings, type Cells } from '../../test/fleet.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial } from '../../test/workbook.ts';

/** A year from January, reservations of 0.01 an hour without upfront, bought with it. */
const year = { ...settings('2027-01-01', 12), PriceSheet: [price('t2.small', 0.02)] };
const held = (nodes: number, more: Cells = {}): Cells => reservation('ri', 't2.small', nodes, { RecurringPerHour: 0.01, ...more });
/** Leaves on 1 July, 181 days after the start. */
const leave = (WorkloadId: string, more: Cells = {}): Cells =>
  ({ WorkloadId, Start: serial('2027-07-01'), DurationWeeks: 0, ParallelLikely: 0, ...more });
const only = (rows: readonly Row[]): Row => {
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
};
const hoursLeft = (365 - 181) * 24;

describe('commitments that leaving strands', () => {
  it('are due unused from the day the workload has left, and enter what leaving costs', () => {
    const report = reportOf({ ...year, ...fleet({ a: { nodes: 2, nodeType: 't2.small' }, b: { nodes: 3, nodeType: 't2.small' } }), Commitments: [held(5)], MigrationPlan: [leave('a')] });
    const cost = 88.32; // two nodes, 4,416 hours, at 0.01
    expect(only(rowsOf(report, 'OutStranded'))).toMatchObject({
      CommitmentId: 'ri', EffectiveCost: 438, UnusedStaying: 0, Freed: cost, Reused: 0, StrandedInPlan: cost, StrandedAfterPlan: 0, StrandedCost: cost, TermEnd: '2028-01-01',
    });
    const costs = rowsOf(report, 'OutMigration');
    expect(costs.find(({ Component }) => Component === 'Stranded commitments')?.['Likely']).toBe(cost);
    expect(only(rowsOf(report, 'OutExitTimeline'))).toMatchObject({ PhysicalExit: '2027-07-01', ContractualExit: '2028-01-01' });
    const july = rowsOf(report, 'OutCashflow').find(({ Period }) => Period === '2027-07');
    expect(july?.['OneTime']).toBe(cost);
  });

  it('are not lost as far as others take them over', () => {
    // b has one node more than is reserved: from July on it uses one of the two that a sets free
    const report = reportOf({ ...year, ...fleet({ a: { nodes: 2, nodeType: 't2.small' }, b: { nodes: 4, nodeType: 't2.small' } }), Commitments: [held(5)], MigrationPlan: [leave('a'), leave('b', { Strategy: 'retain' })] });
    const row = only(rowsOf(report, 'OutStranded'));
    // who of both has gone without in the first half does not matter: 5 of 6 nodes are covered
    expect(Number(row['StrandedInPlan'])).toBeCloseTo(hoursLeft * 0.01, 2);
    expect(Number(row['Freed'])).toBeCloseTo(Number(row['StrandedInPlan']) + Number(row['Reused']), 2);
  });

  it('are found where another commitment takes over what was covered', () => {
    // Two of one kind, of 2 and 3 nodes: whichever covers a, after July only three nodes are left for five reserved
    const report = reportOf({
      ...year, ...fleet({ a: { nodes: 2, nodeType: 't2.small' }, b: { nodes: 3, nodeType: 't2.small' } }),
      Commitments: [held(2), { ...held(3), CommitmentId: 'second' }], MigrationPlan: [leave('a')],
    });
    const rows = rowsOf(report, 'OutStranded');
    const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect([sum('StrandedInPlan'), sum('Freed')].map(value => value.toFixed(2))).toEqual(['88.32', '88.32']);
    expect(rowsOf(report, 'OutMigration').find(({ Component }) => Component === 'Stranded commitments')?.['Likely']).toBeCloseTo(88.32, 6);
  });

  it('keep the size a placement reserved in its term, whatever peak comes later', () => {
    // The reservation of a year from January 2027 is for two nodes; in 2028 five run
    const { DemandProfiles: _none, ...placed } = fleet({ a: { nodes: 2, nodeType: 't2.small', more: { Purchase: 'reserved-1y-no-upfront' } } });
    const report = reportOf({
      ...settings('2027-01-01', 24), PriceSheet: [price('t2.small', 0.02), { ...price('t2.small', 0.01), PriceId: 'r', Purchase: 'reserved-1y-no-upfront' }],
      ...placed, DemandFormulas: [{ DemandId: 'a', Formula: 'day < 365 ? 2 : 5' }], MigrationPlan: [leave('a')],
    });
    // 184 days of two nodes, and nothing of the year after
    expect(only(rowsOf(report, 'OutStranded'))).toMatchObject({ EffectiveCost: 175.2, StrandedInPlan: 88.32 });
  });

  it('go on after the plan until their term ends, as in its last month', () => {
    const report = reportOf({
      ...year, ...fleet({ a: { nodes: 2, nodeType: 't2.small' } }), Commitments: [held(2, { Term: '3y' })], MigrationPlan: [leave('a')],
    });
    const row = only(rowsOf(report, 'OutStranded'));
    expect(row['TermEnd']).toBe('2029-12-31');
    expect(row['StrandedAfterPlan']).toBeCloseTo(2 * 0.01 * 24 * (3 * 365 - 365), 2);
  });

  it('are nothing when nothing leaves, or when the loss is stated', () => {
    const base = { ...year, ...fleet({ a: { nodes: 2, nodeType: 't2.small' } }), Commitments: [held(2)] };
    expect(rowsOf(reportOf({ ...base, MigrationPlan: [leave('a', { Strategy: 'retain' }), leave('elsewhere', { MonthlyCostBefore: 5 })] }), 'OutStranded')).toEqual([]);
    const stated = reportOf({ ...base, MigrationPlan: [leave('a', { StrandedCost: 7 })] });
    expect(rowsOf(stated, 'OutMigration').find(({ Component }) => Component === 'Stranded commitments')?.['Likely']).toBe(7);
  });

  it('keep the size of a placement\'s own reservation', () => {
    const report = reportOf({
      ...year, PriceSheet: [...year.PriceSheet, { ...price('t2.small', 0.01), PriceId: 'r', Purchase: 'reserved-1y-no-upfront' }],
      ...fleet({ a: { nodes: 2, nodeType: 't2.small', more: { Purchase: 'reserved-1y-no-upfront' } } }), MigrationPlan: [leave('a')],
    });
    expect(only(rowsOf(report, 'OutStranded'))).toMatchObject({ CommitmentId: 'a', StrandedInPlan: 88.32 });
  });
});

describe('spend that was promised', () => {
  const spend = { MinimumId: 'deal', Provider: 'aws', Amount: 400, Currency: 'USD', Period: 'year', From: serial('2027-01-01') };
  // 0.02 an hour: a costs 175.20 in the half year it stays and 353.28 if it stayed; b 175.20 a year
  const plan = { ...year, ...fleet({ a: { nodes: 2, nodeType: 't2.small' }, b: { nodes: 1, nodeType: 't2.small' } }) };
  const [half, whole] = [181 * 24 * 2 * 0.02, 365 * 24 * 2 * 0.02];

  it('is due as far as leaving makes it fall short', () => {
    const report = reportOf({ ...plan, MinimumSpends: [spend], MigrationPlan: [leave('a')] });
    const missing = Math.round((400 - half - 175.2) * 100) / 100;
    const row = only(rowsOf(report, 'OutStranded'));
    expect(row).toMatchObject({ CommitmentId: 'deal', What: 'Minimum spend', UnusedStaying: 0, UnusedGoing: missing, StrandedInPlan: missing, TermEnd: '2028-01-01' });
    expect(Number(row['Freed'])).toBeCloseTo(whole - half, 2);
    expect(rowsOf(report, 'OutMigration').find(({ Component }) => Component === 'Stranded commitments')?.['Likely']).toBeCloseTo(missing, 2);
  });

  it('is lost only by what falls short through leaving, and only where leaving makes it fall short', () => {
    const [short, enough] = [{ ...spend, Amount: 600 }, { ...spend, Amount: 100 }].map(promise =>
      rowsOf(reportOf({ ...plan, MinimumSpends: [promise], MigrationPlan: [leave('a')] }), 'OutStranded'));
    expect(Number(only(short ?? [])['StrandedInPlan'])).toBeCloseTo(whole - half, 2);
    expect(Number(only(short ?? [])['UnusedStaying'])).toBeCloseTo(600 - whole - 175.2, 2);
    expect(enough).toEqual([]);
  });

  it('counts metered usage of a workload until it leaves', () => {
    const usage = { UsageId: 'm', WorkloadId: 'a', MeterId: 'requests', Quantity: 100, Unit: 'Requests' };
    const meter = { Meters: [{ MeterId: 'requests', Provider: 'aws', Unit: 'Requests', Currency: 'USD' }], MeterTiers: [{ MeterId: 'requests', FromQuantity: 0, UnitPrice: 1 }], MeterUsage: [usage] };
    const report = reportOf({ ...plan, ...meter, MinimumSpends: [{ ...spend, Amount: 1400 }], MigrationPlan: [leave('a')] });
    // Six months of 100 go with it
    expect(Number(only(rowsOf(report, 'OutStranded'))['StrandedInPlan'])).toBeCloseTo(1400 - 600 - half - 175.2, 2);
  });
});

describe('services a workload stands on', () => {
  it('tell how hard it is to move, and add their rework to it', () => {
    const report = reportOf({
      ...year,
      MigrationPlan: [leave('web', { MonthlyCostBefore: 100, HoursLikely: 10, RatePerHour: 50 }), leave('crm', { MonthlyCostBefore: 10 })],
      Dependencies: [
        { WorkloadId: 'web', Service: 'queue', Layer: 'PaaS', Standard: 'no', Weight: 3, HoursLeast: 10, HoursLikely: 20, HoursMost: 60 },
        { WorkloadId: 'web', Service: 'machines', Layer: 'IaaS', Standard: 'yes', Weight: 1 },
        { WorkloadId: 'crm', Service: 'crm suite', Layer: 'SaaS', Difficulty: 0.8 },
      ],
    });
    const rows = rowsOf(report, 'OutDependencies');
    expect(rows.map(row => [row['WorkloadId'], row['Service']])).toEqual([['crm', 'crm suite'], ['web', 'queue'], ['web', 'machines']]);
    // (3 x 0.7 + 1 x 0.1) / 4
    expect(rows[1]?.['DependencyIndex']).toBeCloseTo(0.55, 12);
    expect(rows[1]?.['Part']).toBeCloseTo(0.525, 12);
    expect(rows[1]?.['ReworkCost']).toBe(1000);
    const rework = rowsOf(report, 'OutMigration').find(({ Component }) => Component === 'Rework');
    expect([rework?.['AllLow'], rework?.['Likely'], rework?.['AllHigh']]).toEqual([1000, 1500, 3500]);
  });
});
