import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { ComposedReport } from '../report/report.ts';
import { detail, fleet, hoursBy, issuesOf, january, plan, price, reportOf, reservation, settings, type Cells } from '../test/fleet.ts';
import { rowsOf, type Row } from '../test/report-rows.ts';
import { serial } from '../test/workbook.ts';

const onlyCommitment = (report: ComposedReport): Row => rowsOf(report, 'OutCommitment')[0] ?? {};

describe('reserved instances of the Commitments table', () => {
  const small = { ...january, PriceSheet: [price('t2.small', 0.02), price('t2.large', 0.08)] };

  it('covers two t2.small by a t2.medium, and half of a t2.large', () => {
    const two = reportOf({ ...small, ...fleet({ a: { nodes: 2, nodeType: 't2.small' } }), Commitments: [reservation('ri', 't2.medium', 1)] });
    expect(hoursBy(two)).toEqual({ 'a ri': 2 });
    const half = reportOf({ ...small, ...fleet({ a: { nodes: 1, nodeType: 't2.large' } }), Commitments: [reservation('ri', 't2.medium', 1)] });
    expect(hoursBy(half)).toEqual({ 'a ri': 0.5, 'a on-demand': 0.5 });
    expect(rowsOf(half, 'OutSummary')[0]).toMatchObject({ EffectiveCost: 66.96 }); // 744 x (0.05 + 0.04)
  });

  it('bills its purchase, and shows used and unused hours on lines of their own', () => {
    const report = reportOf({
      ...small, ...fleet({ a: { nodes: 2, nodeType: 't2.small' } }),
      Commitments: [reservation('ri', 't2.small', 3, { Upfront: 100, Account: 'a1', Payment: 'partial-upfront' })],
    });
    const lines = detail(report).map(row => [
      row['ChargeCategory'], row['CommitmentDiscountStatus'], row['x_PlacementId'], row['SubAccountId'], row['BilledCost'],
      row['CommitmentDiscountQuantity'],
    ]);
    expect(lines).toEqual([
      ['Usage', 'Used', 'a', null, 0, 1488],
      ['Purchase', null, null, 'a1', 300, 26_280],
      ['Purchase', null, null, 'a1', 111.6, 2232],
      ['Usage', 'Unused', null, 'a1', 0, 744],
    ]);
    // Of 3 x (100 + 8,760 x 0.05) = 1,614 fall 744 of 8,760 hours to January; a third is unused.
    expect(onlyCommitment(report)).toMatchObject({
      EffectiveCost: 137.08, UsedCost: 91.39, UnusedCost: 45.69, BilledCost: 411.6, PrepaidOpening: 0, PrepaidClosing: 274.52,
      CoveredOnDemandCost: 29.76, Coverage: 1, BreakEvenCashMonths: null,
    });
    expect(onlyCommitment(report)['Utilization']).toBeCloseTo(2 / 3, 12);
    expect(onlyCommitment(report)['BreakEvenUtilization']).toBeCloseTo((1614 / 3 / 8760) / 0.02, 3);
  });

  it('serves the owner first, and the organization only when shared', () => {
    const accounts = fleet({ a: { nodes: 2, nodeType: 't2.small', account: 'one' }, b: { nodes: 2, nodeType: 't2.small', account: 'Two' } });
    const covered = (SharingScope: string): Record<string, number> =>
      hoursBy(reportOf({ ...small, ...accounts, Commitments: [reservation('ri', 't2.small', 3, { Account: 'two', SharingScope })] }));
    expect(covered('organization')).toEqual({ 'a ri': 1, 'a on-demand': 1, 'b ri': 2 });
    expect(covered('account')).toEqual({ 'a on-demand': 2, 'b ri': 2 });
  });

  it('covers by a zonal one only its zone and size', () => {
    const zones = fleet({
      a: { nodes: 1, nodeType: 't2.small', more: { Zone: 'us-east-1a' } }, b: { nodes: 1, nodeType: 't2.small' },
    });
    const report = reportOf({ ...small, ...zones, Commitments: [reservation('ri', 't2.small', 2, { Zone: 'us-east-1a' })] });
    expect(hoursBy(report)).toEqual({ 'a ri': 1, 'b on-demand': 1 });
  });

  it('ends inside the plan, and begins before it', () => {
    const tables = { ...small, ...settings('2027-01-01', 2), ...fleet({ a: { nodes: 1, nodeType: 't2.small' } }) };
    const Start = serial('2026-02-01'); // 365 days: to the first of February 2027
    const report = reportOf({ ...tables, Commitments: [reservation('ri', 't2.small', 1, { Start })] });
    expect(detail(report).map(row => [row['ChargeCategory'], row['ChargePeriodStart'], row['CommitmentDiscountStatus']])).toEqual([
      ['Usage', '2027-01-01T00:00:00Z', 'Used'],
      ['Purchase', '2027-01-01T00:00:00Z', null],
      ['Usage', '2027-02-01T00:00:00Z', null],
    ]);
  });

  it('leaves spot alone, and what other reservations cover', () => {
    const report = reportOf({
      ...small,
      PriceSheet: [...small.PriceSheet, price('t2.small', 0.01, 'spot'), price('t2.small', 0.012, 'reserved-1y-no-upfront')],
      ...fleet({
        a: { nodes: 1, nodeType: 't2.small', more: { Purchase: 'spot' } },
        b: { nodes: 3, nodeType: 't2.small', more: { Purchase: 'reserved-1y-no-upfront', CommittedNodes: 1 } },
      }),
      Commitments: [reservation('ri', 't2.small', 1)],
    });
    expect(hoursBy(report)).toEqual({ 'a on-demand': 1, 'b b': 1, 'b ri': 1, 'b on-demand': 1 });
  });

  it('takes its cost from the price lists where none is stated', () => {
    const report = reportOf(
      {
        ...january, ...fleet({ a: { nodes: 1, nodeType: 't3.medium' } }),
        Commitments: [reservation('ri', 't3.medium', 1, { RecurringPerHour: null })],
      },
      starterCatalog,
    );
    expect(onlyCommitment(report)).toMatchObject({ BilledCost: 19.42, CoveredOnDemandCost: 30.95 }); // 744 h at 0.0261 and 0.0416
  });
});

describe('savings plans', () => {
  const sheet = [
    price('c5.9xlarge', 4), price('c5.9xlarge', 2, 'compute-sp-1y-no-upfront'), price('c5.9xlarge', 1, 'ec2-sp-1y-no-upfront'),
    price('c5.24xlarge', 10, 'on-demand', { Os: 'windows' }), price('c5.24xlarge', 8, 'compute-sp-1y-no-upfront', { Os: 'windows' }),
    price('vcpu.large', 1.5), price('vcpu.large', 1, 'compute-sp-1y-no-upfront'),
    price('gb.large', 2), price('gb.large', 1, 'compute-sp-1y-no-upfront'),
  ];
  const example = {
    ...january, PriceSheet: sheet,
    ...fleet({
      c9: { nodes: 1, nodeType: 'c5.9xlarge' }, c24: { nodes: 1, nodeType: 'c5.24xlarge', more: { Os: 'windows' } },
      vcpu: { nodes: 10, nodeType: 'vcpu.large' }, gb: { nodes: 5, nodeType: 'gb.large' },
    }),
  };

  it("covers all of AWS's example for 25 USD an hour", () => {
    const report = reportOf({ ...example, Commitments: [plan('csp', 'compute-sp', 25)] });
    expect(hoursBy(report)).toEqual({ 'c9 csp': 1, 'c24 csp': 1, 'vcpu csp': 10, 'gb csp': 5 });
    expect(onlyCommitment(report)).toMatchObject({
      BilledCost: 18_600, EffectiveCost: 18_600, UnusedCost: 0, Utilization: 1, Coverage: 1, CoveredOnDemandCost: 29_016,
      CommitmentType: 'Compute Savings Plan', Quantity: 25, Unit: 'USD per hour',
    }); // 744 h x 25, and x (4 + 10 + 15 + 10)
    expect(rowsOf(report, 'OutPrices').map(row => [row['NodeType'], row['Purchase'], row['EffectivePerHour'], row['Placements']])).toEqual([
      ['gb.large', 'compute-sp-1y-no-upfront', 1, 'gb'], ['c5.9xlarge', 'compute-sp-1y-no-upfront', 2, 'c9'],
      ['vcpu.large', 'compute-sp-1y-no-upfront', 1, 'vcpu'], ['c5.24xlarge', 'compute-sp-1y-no-upfront', 8, 'c24'],
    ]);
    const [line] = detail(report).filter(({ CommitmentDiscountStatus }) => CommitmentDiscountStatus === 'Used');
    expect(line).toMatchObject({ CommitmentDiscountCategory: 'Spend', CommitmentDiscountUnit: 'USD', PricingCategory: 'Committed' });
  });

  it('serves an EC2 Instance plan before a Compute plan, the highest saving first', () => {
    const commitments = [plan('csp', 'compute-sp', 7), plan('esp', 'ec2-sp', 1, { Region: 'us-east-1', NodeTypeOrFamily: 'c5' })];
    const { ['c24 on-demand']: left, ...covered } = hoursBy(reportOf({ ...example, Commitments: commitments }));
    expect(left).toBe(1);
    // 7 USD: five GB at 1 (50 %), then two vCPUs (33 %).
    expect(covered).toEqual({ 'c9 esp': 1, 'vcpu csp': 2, 'vcpu on-demand': 8, 'gb csp': 5 });
  });

  it('pays at once what is paid upfront, half of it when partial', () => {
    const billed = (Payment: string): number => {
      const csp = plan('csp', 'compute-sp', 25, { Payment });
      const rates = sheet.map(row => ({ ...row, Purchase: String(row['Purchase']).replace('no-upfront', Payment) }));
      return Number(onlyCommitment(reportOf({ ...example, PriceSheet: rates, Commitments: [csp] }))['BilledCost']);
    };
    expect(billed('all-upfront')).toBe(25 * 8760);
    expect(billed('partial-upfront')).toBe(12.5 * 8760 + 12.5 * 744);
  });

  it('keeps the rates of its first day, or takes those of the month', () => {
    const rates = (ValidFrom: string | null, ValidTo: string | null, UnitPrice: number): Cells =>
      price('c5.9xlarge', UnitPrice, 'compute-sp-1y-no-upfront', {
        ValidFrom: ValidFrom === null ? null : serial(ValidFrom), ValidTo: ValidTo === null ? null : serial(ValidTo),
      });
    const tables = {
      ...settings('2027-01-01', 2), ...fleet({ a: { nodes: 20, nodeType: 'c5.9xlarge' } }),
      PriceSheet: [price('c5.9xlarge', 4), rates(null, '2027-02-01', 2), rates('2027-02-01', null, 1)],
    };
    const covered = (RateLocked: string): unknown[] =>
      detail(reportOf({ ...tables, Commitments: [plan('csp', 'compute-sp', 10, { RateLocked })] }))
        .filter(row => row['CommitmentDiscountStatus'] === 'Used')
        .map(row => row['ConsumedQuantity']);
    // 10 USD an hour: five nodes at 2, ten at 1
    expect(covered('yes')).toEqual([5 * 744, 5 * 672]);
    expect(covered('no')).toEqual([5 * 744, 10 * 672]);
  });

  it('is not applied where what was negotiated costs less', () => {
    const tables = { ...example, Negotiated: [{ NegotiatedId: 'n', AppliesTo: 'on-demand', Percent: 0.5, SkuPattern: 'c5.9*' }] };
    const { ['c9 on-demand']: left, ['c9 csp']: covered } = hoursBy(reportOf({ ...tables, Commitments: [plan('csp', 'compute-sp', 25)] }));
    // 4 less 50 % is what the plan charges: nothing is saved
    expect([left, covered]).toEqual([1, undefined]);
  });

  it('warns of node types whose rate it does not know, and of covering nothing', () => {
    const issues = issuesOf({ ...example, PriceSheet: sheet.filter(({ NodeType }) => NodeType !== 'gb.large' ).concat(price('gb.large', 2)), Commitments: [
      plan('csp', 'compute-sp', 1), plan('esp', 'ec2-sp', 1, { Region: 'eu-west-1', NodeTypeOrFamily: 'c5' }),
    ] });
    expect(issues).toEqual([
      ['commitment-without-rate', 'warning', 'CommitmentId'],
      ['commitment-covers-nothing', 'warning', 'CommitmentId'],
    ]);
  });
});

describe('a three-year reservation paid at once, seen through twelve months', () => {
  const seen = (Start: string): Row =>
    onlyCommitment(
      reportOf({
        ...settings('2027-01-01', 12), ...fleet({ a: { nodes: 10, nodeType: 'm5.large' } }), PriceSheet: [price('m5.large', 0.2)],
        Commitments: [
          reservation('ri', 'm5.large', 10, {
            Term: '3y', Payment: 'all-upfront', Upfront: 2628, RecurringPerHour: 0, Start: serial(Start),
          }),
        ],
      }),
    );

  // 10 x 2,628 = 26,280 for 26,280 hours: 1 USD an hour
  it('bought with the plan: two thirds are prepaid at its end', () => {
    expect(seen('2027-01-01')).toMatchObject({
      PrepaidOpening: 0, BilledCost: 26_280, EffectiveCost: 8760, PrepaidClosing: 17_520, Saving: 8760, BreakEvenUtilization: 0.5,
      // 1,488 to 1,344 USD of on-demand a month: 17,520 in twelve months is less than 26,280
      BreakEvenCashMonths: null, BreakEvenLiabilityMonths: null,
    });
  });

  it('bought a year before: it opens with two thirds and closes with one', () => {
    expect(seen('2026-01-01')).toMatchObject({
      PrepaidOpening: 17_520, BilledCost: 0, EffectiveCost: 8760, PrepaidClosing: 8760, BreakEvenCashMonths: 12,
      BreakEvenLiabilityMonths: 12,
    });
  });

  it('bought in the middle of the plan', () => {
    // 184 days from the first of July
    expect(seen('2027-07-01')).toMatchObject({ PrepaidOpening: 0, BilledCost: 26_280, EffectiveCost: 4416, PrepaidClosing: 21_864 });
  });
});

describe('scenarios', () => {
  it('hold the commitments that name them, and those that name none', () => {
    const groups = fleet({ a: { nodes: 3, nodeType: 't2.small' } });
    const [placement] = groups['Placements'] ?? [];
    const report = reportOf({
      ...january, ...groups, PriceSheet: [price('t2.small', 0.02)],
      Placements: [{ ...placement, ScenarioId: 'Base' }, { ...placement, PlacementId: 'b', ScenarioId: 'More' }],
      Commitments: [reservation('held', 't2.small', 1), reservation('planned', 't2.small', 1, { ScenarioId: 'more', RecurringPerHour: 0.015 })],
    });
    expect(hoursBy(report)).toEqual({ 'a held': 1, 'a on-demand': 2, 'b held': 1, 'b planned': 1, 'b on-demand': 1 });
    expect(rowsOf(report, 'OutCommitment').map(row => [row['ScenarioId'], row['CommitmentId']])).toEqual([
      ['Base', 'held'], ['More', 'held'], ['More', 'planned'],
    ]);
    expect(report.charts.some(({ id }) => id === 'ChartCostByPurchase')).toBe(true);
  });
});
