import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { box, boxType, checksHold, ownPrices, runTables, settings, steady } from '../../test/own-box.ts';
import { answerOf, rowsOf, type Row } from '../../test/report-rows.ts';
import { serial } from '../../test/workbook.ts';

const frame = (more: Readonly<Record<string, number>> = {}) =>
  settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12, DiscountRate: 0.07, ...more });
const plain = { DurationWeeks: 0, ParallelLikely: 0 };
const run = (exits: readonly Cells[], more: object = {}) => {
  const report = runTables({ Settings: frame(), MigrationPlan: exits, ...more });
  checksHold(report);
  return report;
};
const measure = (rows: readonly Row[], name: string): Row => rows.find(row => row['Measure'] === name) as Row;

describe('leaving, in the workbook', () => {
  it('is the sheet\'s own NPV of savings by month, and at rate 0 their sum', () => {
    const exits = [{ WorkloadId: 'a', MonthlyCostBefore: 1000, MonthlyCostAfter: 400, OtherCost: 3000, ...plain }];
    const report = run(exits);
    const months = rowsOf(report, 'OutCashflow');
    expect(months.map(row => row['Saving'])).toEqual([-2400, ...Array<number>(11).fill(600)]);
    const i = 1.07 ** (1 / 12) - 1;
    const expected = months.reduce((sum, row, month) => sum + Number(row['Saving']) / (1 + i) ** month, 0);
    const measures = rowsOf(report, 'OutLockIn');
    expect(measure(measures, 'Net present value of leaving')['Amount']).toBeCloseTo(expected, 1);
    // 3,000 once, 600 a month: paid back in the fifth
    expect(measure(measures, 'Payback')['Months']).toBe(5);
    const flat = rowsOf(run(exits, { Settings: frame({ DiscountRate: 0 }) }), 'OutLockIn');
    expect(measure(flat, 'Net present value of leaving')['Amount']).toBe(12 * 600 - 3000);
    expect(measure(flat, 'Lock-in premium')['Share']).toBeCloseTo((12 * 400 + 3000) / 12_000 - 1, 12);
  });

  it('says in which order one team should leave, when anything is committed', () => {
    const month = 365.25 / 12 / 7;
    const exit = (WorkloadId: string, more: Cells): Cells =>
      ({ WorkloadId, MonthlyCostBefore: 100, MonthlyCostAfter: 40, DurationWeeks: 3 * month, ParallelLikely: 0, ...more });
    const exits = [
      exit('a', {}), exit('b', { MonthlyCostBefore: 200 }), exit('held', { CommittedPerMonth: 90, CommittedUntil: serial('2028-01-01') }),
      exit('never', { MonthlyCostAfter: 150, DurationWeeks: 0 }),
    ];
    const report = run(exits, { Settings: frame({ HorizonMonths: 36 }) });
    const rows = rowsOf(report, 'OutExitOrder');
    // Most saving first, then what is held; what is dearer elsewhere stays
    expect(rows.filter(row => row['WorkloadId'] !== 'never').map(row => row['WorkloadId'])).toEqual(['b', 'a', 'held']);
    const never = rows.find(row => row['WorkloadId'] === 'never');
    expect(never).toMatchObject({ Leaves: null, WaitsFor: 'nothing: it stays' });
    // Three years of 1,096 days, months of 30.4375
    expect(never?.['CostToEnd']).toBeCloseTo((1096 / 30.4375) * 100, 2);
    const held = rows.find(row => row['WorkloadId'] === 'held');
    expect(held).toMatchObject({ WaitsFor: 'end of its commitment', StrandedCost: 0, CommittedUntil: '2028-01-01', Leaves: '2028-01-01' });
    expect(answerOf(report, 'OutExitOrder')).toContain('No order costs less.');
    // 12 months at 100, 24 at 40
    expect(Number(held?.['CostToEnd'])).toBeCloseTo(1200 + 960, -1);
    expect(rowsOf(run(exits.slice(0, 2)), 'OutExitOrder')).toEqual([]);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [exit('a', { CommittedPerMonth: 5 })] })).toContainEqual(['blank-cell', 'error', 'CommittedPerMonth']);
  });

  it('pays both places for the months of running in parallel, and the work as it is done', () => {
    const exit = { WorkloadId: 'a', MonthlyCostBefore: 3000, MonthlyCostAfter: 1000 };
    const once = { HoursLikely: 100, RatePerHour: 10, CutoverHours: 2, LossPerHour: 50 };
    const report = run([{ ...exit, ...once, DurationWeeks: 31 / 7, ParallelLikely: 2, StrandedCost: 70 }]);
    const [january, february, march, april] = rowsOf(report, 'OutCashflow');
    // 100 h at 10 with the mean overrun of 15.22 %, all in January; the new place from 1 February
    const overrun = (0.75 * 0.2) / Math.log(0.75 / 0.28);
    expect(january).toMatchObject({ GoOld: 3000, GoNew: 0 });
    expect(january?.['OneTime']).toBeCloseTo(1000 * (1 + overrun), 2);
    expect(february).toMatchObject({ GoOld: 3000, GoNew: 1000, OneTime: 100 });
    // The old one is left two twelfths of a year after 1 February: 60.875 days, on 2 April
    expect(march).toMatchObject({ GoOld: 3000, GoNew: 1000, OneTime: 0 });
    expect(Number(april?.['GoOld'])).toBeCloseTo((3000 * 1.875) / 30, 1);
    expect(april?.['OneTime']).toBe(70);
    expect(rowsOf(report, 'OutExitTimeline')[0]).toMatchObject({ GoLive: '2027-02-01', OldOff: '2027-04-02', Blocker: null });
  });

  it('is due for as long as the notice says, and bound until then', () => {
    const exit = { WorkloadId: 'a', MonthlyCostBefore: 3000, MonthlyCostAfter: 1000, DurationWeeks: 31 / 7, ParallelLikely: 0 };
    const months = (more: Cells) => rowsOf(run([{ ...exit, ...more }]), 'OutCashflow').map(row => Number(row['GoOld']));
    // Two twelfths of a year from 1 February: until 2 April, 21 hours
    expect(months({ NoticeMonths: 2 }).slice(0, 5)).toEqual([3000, 3000, 3000, expect.closeTo((3000 * 1.875) / 30, 1), 0]);
    expect(months({ NoticeMonths: 2, ParallelLikely: 3 })).toEqual(months({ ParallelLikely: 3 }));
    const report = run([{ ...exit, NoticeMonths: 2, ParallelLeast: 0, ParallelLikely: 1, ParallelMost: 5 }]);
    const notice = rowsOf(report, 'OutMigration').find(({ Component }) => Component === 'Notice');
    expect([notice?.['AllLow'], notice?.['Likely'], notice?.['AllHigh']]).toEqual([6000, 3000, 0]);
    expect(rowsOf(report, 'OutExitTimeline')[0]).toMatchObject({ ContractualExit: '2027-04-02' });
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...exit, NoticeMonths: 6, Jurisdiction: 'DE' }] })).toEqual([['notice-above-law', 'warning', 'NoticeMonths']]);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...exit, NoticeMonths: 2, Jurisdiction: 'DE' }, { ...exit, WorkloadId: 'b', NoticeMonths: 6 }] })).toEqual([]);
    // Before the regulation applied
    const early = { Settings: frame({ HorizonStart: serial('2025-01-01') }), MigrationPlan: [{ ...exit, NoticeMonths: 6, Jurisdiction: 'DE' }] };
    expect(issuesOf(early)).toEqual([]);
  });

  it('costs what is stated beside, when it is due', () => {
    const exit = { WorkloadId: 'a', MonthlyCostBefore: 0, MonthlyCostAfter: 0, DurationWeeks: 31 / 7, ParallelLikely: 1 };
    const costs = [
      { WorkloadId: 'a', Component: 'Assessment', CostLikely: 100 }, { WorkloadId: 'a', Component: 'Training', CostLeast: 10, CostLikely: 20, CostMost: 40 },
      { WorkloadId: 'a', Component: 'Termination', CostLikely: 500 }, { WorkloadId: 'a', Component: 'Licences', CostLikely: 7, Due: 'start' },
    ];
    const report = run([exit], { MigrationCosts: costs });
    const overrun = (0.75 * 0.2) / Math.log(0.75 / 0.28);
    const [january, february, march] = rowsOf(report, 'OutCashflow').map(row => row['OneTime']);
    // Work overruns, contracts do not
    expect(january).toBeCloseTo(100 * (1 + overrun) + 7, 2);
    expect(february).toBeCloseTo(20 * (1 + overrun), 2);
    expect(march).toBe(500);
    const rows = rowsOf(report, 'OutMigration');
    expect(rows.map(row => row['Component'])).toEqual([
      'Rework', 'Assessment', 'Training', 'Licences', 'Termination', 'Parallel run', 'Cutover', 'Egress', 'Stranded commitments', 'Overrun', 'Total',
    ]);
    const of = (component: string) => rows.find(row => row['Component'] === component);
    expect([of('Training')?.['AllLow'], of('Training')?.['AllHigh'], of('Total')?.['AllLow']]).toEqual([10, 40, 617]);
    // The median of the triangle 10, 20, 40
    expect(Number(of('Training')?.['Median'])).toBeCloseTo(40 - Math.sqrt(0.5 * 30 * 20), 0);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [exit], MigrationCosts: [{ WorkloadId: 'b', Component: 'Training', CostLikely: 1 }] }))
      .toContainEqual(['unknown-reference', 'error', 'WorkloadId']);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [exit], MigrationCosts: [{ ...costs[1], CostLeast: 30 }] })).toContainEqual(['not-in-order', 'error', 'CostLeast']);
  });

  it('is surer in sum when efforts do not go together', () => {
    const exits = Array.from({ length: 8 }, (_, index) =>
      ({ WorkloadId: `w${index}`, MonthlyCostBefore: 0, HoursLeast: 0, HoursLikely: 100, HoursMost: 400, RatePerHour: 10, ...plain }));
    const ninety = (EffortCorrelation?: number) =>
      Number(rowsOf(run(exits, { Settings: frame(EffortCorrelation === undefined ? {} : { EffortCorrelation }) }), 'OutMigration').find(row => row['Component'] === 'Rework')?.['NinetyPercent']);
    expect(ninety(0)).toBeLessThan(ninety(0.5));
    expect(ninety(0.5)).toBeLessThan(ninety(1));
    expect(ninety()).toBe(ninety(0.5));
    // All together: eight times the 90th percentile of one triangle
    expect(Math.abs(ninety(1) - 80 * (400 - Math.sqrt(0.1 * 400 * 300)))).toBeLessThan(400);
    expect(issuesOf({ Settings: frame({ EffortCorrelation: 1.2 }), MigrationPlan: exits })).toContainEqual(['above-maximum', 'error', 'Value']);
  });

  it('costs there what the scenario of going charges', () => {
    const place = (ScenarioId: string, more: Cells): Cells => ({ PlacementId: ScenarioId, ScenarioId, WorkloadId: 's', ...box, ...more });
    const plan = {
      Services: steady, DemandProfiles: [{ DemandId: 'd', Base: 30 }], NodeTypes: boxType, PriceSheet: ownPrices,
      Placements: [place('here', {}), place('there', {})],
    };
    const exit = { WorkloadId: 's', ScenarioAfter: 'there', MonthlyCostAfter: 5, ...plain };
    const months = rowsOf(run([exit], plan), 'OutCashflow');
    for (const row of months) expect(Number(row['GoNew'])).toBeCloseTo(Number(row['Stay']) + 5, 2);
    expect(issuesOf({ Settings: frame(), ...plan, MigrationPlan: [{ ...exit, ScenarioAfter: 'nowhere' }] })).toContainEqual(['unknown-reference', 'error', 'ScenarioAfter']);
    // A target without a price
    const dear = { ...plan, NodeTypes: [...boxType, { ...boxType[0], NodeType: 'crate' }], Placements: [place('here', {}), place('there', { NodeType: 'crate' })] };
    expect(issuesOf({ Settings: frame(), ...dear, MigrationPlan: [exit] }).map(([code, severity]) => [code, severity])).toContainEqual(['no-price', 'error']);
  });

  it('takes what staying costs from the plan, and never costs less when both places are paid for longer', () => {
    const plan = {
      Services: steady, DemandProfiles: [{ DemandId: 'd', Base: 30 }], NodeTypes: boxType, PriceSheet: ownPrices,
      Placements: [{ PlacementId: 's', WorkloadId: 's', ...box }],
    };
    const at = (ParallelLikely: number) => run([{ WorkloadId: 'S', ...plain, ParallelLikely }], plan);
    // Three nodes at 0.10 an hour
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    expect(rowsOf(at(0), 'OutCashflow').map(row => row['Stay'])).toEqual(days.map(count => (count * 72) / 10));
    const spent = [0, 1, 3, 6, 11].map(months => Number(rowsOf(at(months), 'OutCashflow').at(-1)?.['GoSoFar']));
    expect(spent).toEqual([...spent].sort((a, b) => a - b));
    expect(spent[0]).toBe(0);
  });

  it('waits for what must leave first, and sends data by the law of the day', () => {
    const data = { DataGB: 10_240, Provider: 'aws', MonthlyCostBefore: 1, ...plain, LinkGbps: 1 };
    const exits = (more: Cells) => [
      { WorkloadId: 'first', ...data, DurationWeeks: 10, ...more },
      { WorkloadId: 'second', After: 'first', MonthlyCostBefore: 1, ...plain, DurationWeeks: 2 },
    ];
    const report = run(exits({}));
    expect(rowsOf(report, 'OutExitTimeline').map(row => [row['WorkloadId'], row['GoLive'], row['Blocker']])).toEqual([
      ['first', '2027-03-12', null], ['second', '2027-03-26', 'first'],
    ]);
    const egress = (more: Cells) => rowsOf(run(exits(more)), 'OutMigration').find(row => row['Component'] === 'Egress')?.['Likely'];
    // 10 TB of the provider's: 912.60; nothing for one who leaves from the EU after 2027-01-12, nor with the provider's waiver
    expect(egress({})).toBe(912.6);
    expect(egress({ Jurisdiction: 'EU', FullExit: 'yes' })).toBe(0);
    expect(egress({ FullExit: 'yes' })).toBe(0);
    // 10,240 GB of 2^30 bytes over 0.8 Gb/s
    expect(rowsOf(report, 'OutExitTimeline')[0]?.['TransferDays']).toBeCloseTo((10_240 * 2 ** 30 * 8) / 0.8e9 / 86_400, 9);
  });

  it('costs nothing when nothing moves, and says nothing unless it is asked', () => {
    const stays = runTables({
      Settings: frame(), MigrationPlan: [{ WorkloadId: 'a', Strategy: 'retain' }], Services: steady,
      DemandProfiles: [{ DemandId: 'd', Base: 30 }], NodeTypes: boxType, PriceSheet: ownPrices,
      Placements: [{ PlacementId: 's', WorkloadId: 's', ...box }],
    });
    expect(rowsOf(stays, 'OutMigration')).toEqual([]);
  });

  it('adds up, and gives percentiles between all low and all high', () => {
    const hours = { HoursLeast: 50, HoursLikely: 100, HoursMost: 400, RatePerHour: 100 };
    const spread = { ...hours, ParallelLeast: 1, ParallelLikely: 3, ParallelMost: 6 };
    const exits = [
      { WorkloadId: 'a', MonthlyCostBefore: 5000, OtherCost: 10, ...spread }, { WorkloadId: 'b', MonthlyCostBefore: 100, ...spread },
    ];
    const rows = rowsOf(run(exits), 'OutMigration');
    const total = rows.at(-1) as Row;
    for (const column of ['AllLow', 'Likely', 'AllHigh']) {
      expect(Number(total[column])).toBeCloseTo(rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0), 2);
    }
    expect(Number(total['AllLow'])).toBeLessThan(Number(total['Median']));
    expect(Number(total['Median'])).toBeLessThan(Number(total['NinetyPercent']));
    expect(Number(total['NinetyPercent'])).toBeLessThan(Number(total['AllHigh']));
  });
});

describe('an exit that cannot be', () => {
  const issues = (...MigrationPlan: Cells[]) => issuesOf({ Settings: frame(), MigrationPlan });
  const a = { WorkloadId: 'a', MonthlyCostBefore: 1, ...plain };
  it('is told at its cell', () => {
    expect(issues(a)).toEqual([]);
    const circle = ['exit-in-circle', 'error', 'After'];
    expect(issues({ ...a, After: 'b' }, { ...a, WorkloadId: 'b', After: 'a' })).toEqual([circle, circle]);
    expect(issues({ ...a, After: 'a' })).toEqual([['exit-in-circle', 'error', 'After']]);
    expect(issues({ ...a, After: 'c' })).toEqual([['unknown-reference', 'error', 'After']]);
    expect(issues({ ...a, HoursLeast: 5, HoursLikely: 4 })).toEqual([['not-in-order', 'error', 'HoursLeast']]);
    expect(issues({ ...a, ParallelLikely: 4, ParallelMost: 3 })).toEqual([['not-in-order', 'error', 'ParallelMost']]);
    expect(issues({ ...a, DataGB: 5 })).toEqual([['blank-cell', 'error', 'DataGB']]);
    expect(issues({ ...a, DataGB: 5, Provider: 'awz' })).toEqual([['unknown-provider', 'error', 'DataGB']]);
    expect(issues({ ...a, RatePerHour: -1 })).toEqual([['below-minimum', 'error', 'RatePerHour']]);
    expect(issues({ ...a, Start: serial('2028-06-01') })).toEqual([['exit-outside-plan', 'warning', 'WorkloadId']]);
    expect(issues({ WorkloadId: 'nobody', ...plain })).toContainEqual(['missing-table', 'error', undefined]);
  });

  it('knows countries, and says when a waiver that is relied on does not hold', () => {
    const exit = { WorkloadId: 'a', MonthlyCostBefore: 1000, ...plain, DataGB: 100_000, Provider: 'aws', FullExit: 'yes' };
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...exit, Jurisdiction: 'QQ' }] })).toContainEqual(['unknown-jurisdiction', 'error', 'Jurisdiction']);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...exit, Jurisdiction: 'Germany' }] })).toContainEqual(['unknown-jurisdiction', 'error', 'Jurisdiction']);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...exit, Jurisdiction: 'ch' }] })).toEqual([]);
    // 100,000 GiB over 0.1 Gb/s take four months: longer than AWS waives, but the law of the Union has no such window
    const slow = { ...exit, LinkGbps: 0.1 };
    expect(issuesOf({ Settings: frame(), MigrationPlan: [slow] })).toEqual([['waiver-not-in-force', 'warning', 'FullExit']]);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...slow, Jurisdiction: 'DE', Start: serial('2027-01-12') }] })).toEqual([]);
    expect(issuesOf({ Settings: frame(), MigrationPlan: [{ ...slow, Jurisdiction: 'DE', Start: serial('2027-01-11') }] })).toEqual([['waiver-not-in-force', 'warning', 'FullExit']]);
    const egress = (cells: Cells) => rowsOf(run([cells]), 'OutMigration').find(({ Component }) => Component === 'Egress')?.['Likely'];
    // 10 TB less 100 GB at 0.09, 40 TB at 0.085, the rest at 0.07
    expect(egress(slow)).toBe(7810.2);
    expect(egress({ ...exit, LinkGbps: 1 })).toBe(0);
  });
});
