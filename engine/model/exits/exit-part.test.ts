import { describe, expect, it } from '@jest/globals';
import { detail, fleet, hoursBy, issuesOf, price, reportOf, reservation, settings, type Cells } from '../../test/fleet.ts';
import { rowsOf } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

/** Three nodes through the first year of a three-year term bought with the plan. */
const year = settings('2027-01-01', 24);
const leave = (CommitmentId: string, date: string, Way: string, more: Cells = {}): Cells =>
  ({ CommitmentId, Date: serial(date), Way, ...more });
const standard: Cells = { ...reservation('ri', 't2.small', 1), Term: '3y', Payment: 'all-upfront', Upfront: 36_000, RecurringPerHour: 0 };
const nodes: Readonly<Record<string, Rows>> = { ...year, ...fleet({ a: { nodes: 1, nodeType: 't2.small' } }), PriceSheet: [price('t2.small', 2)] };
const azure: Cells = { Provider: 'azure', Region: 'eastus' };
const azureNodes: Readonly<Record<string, Rows>> = {
  ...year, ...fleet({ a: { nodes: 1, nodeType: 'Standard_D2s_v5', more: azure } }), PriceSheet: [price('Standard_D2s_v5', 2, 'on-demand', azure)],
};

describe('commitments given up', () => {
  // Held for 365 of 1,095 days: 24 of 36 months are left, 24,000 of 36,000; 10 % off and 12 % fee leave 19,008
  it('are sold for what the marketplace leaves; the rest of the prepaid is lost', () => {
    const report = reportOf({ ...nodes, Commitments: [standard], CommitmentExits: [leave('ri', '2028-01-01', 'resale', { PriceCut: 0.1 })] });
    expect(rowsOf(report, 'OutCommitmentExits')).toEqual([
      expect.objectContaining({ CommitmentId: 'ri', Way: 'resale', Date: '2028-01-01', Prepaid: 24_000, Credit: 19_008, Lost: 4_992, FeesNotPaid: 0 }),
    ]);
    const lines = detail(report).filter(row => ['Credit', 'Adjustment'].includes(String(row['ChargeCategory'])));
    expect(lines.map(row => [row['ChargeCategory'], row['BilledCost'], row['EffectiveCost'], row['BillingPeriodStart']])).toEqual([
      ['Credit', -19_008, -19_008, '2028-01-01T00:00:00Z'], ['Adjustment', 0, 24_000, '2028-01-01T00:00:00Z'],
    ]);
    // From that day on the node is paid as it is used: 8,784 hours of 2028 at 2
    const onDemand = detail(report).filter(row => row['PricingCategory'] === 'Standard' && row['ChargeCategory'] === 'Usage');
    expect(onDemand.reduce((sum, row) => sum + Number(row['EffectiveCost']), 0)).toBeCloseTo(8784 * 2, 6);
    expect(rowsOf(report, 'OutCommitment')[0]).toMatchObject({ BilledCost: 16_992, EffectiveCost: 16_992, PrepaidClosing: 0, End: '2028-01-01T00:00:00Z' });
  });

  it('costs the held months and the loss, wherever the plan ends', () => {
    const at = (months: number) =>
      rowsOf(reportOf({ ...nodes, ...settings('2027-01-01', months), Commitments: [standard], CommitmentExits: [leave('ri', '2028-01-01', 'resale')] }), 'OutCommitment')[0];
    expect(at(24)).toMatchObject({ EffectiveCost: 36_000 - 24_000 * 0.88, PrepaidClosing: 0 });
    expect(at(12)).toMatchObject({ EffectiveCost: 12_000, PrepaidClosing: 24_000 });
  });

  // Azure's own example: 100 a month for three years, returned after a year, takes 2,400 of the 50,000
  const monthly = (id: string, Quantity: number): Cells =>
    ({ ...reservation(id, 'Standard_D2s_v5', Quantity), ...azure, Term: '3y', Payment: 'monthly', RecurringPerHour: 1200 / 8760 });
  it('are returned to Azure against a pool of 50,000 in twelve months', () => {
    const report = reportOf({ ...azureNodes, Commitments: [monthly('r', 1)], CommitmentExits: [leave('r', '2028-01-01', 'refund')] });
    expect(rowsOf(report, 'OutCommitmentExits')).toEqual([
      expect.objectContaining({ Way: 'refund', Prepaid: 0, Credit: 0, Lost: 0, FeesNotPaid: 2400, PoolLeft: 47_600 }),
    ]);
    expect(hoursBy(report)['a on-demand']).toBeCloseTo(8784 / 744, 9);
    const both = (second: string) => issuesOf({
      ...azureNodes, Commitments: [monthly('r', 15), monthly('s', 8)], CommitmentExits: [leave('r', '2027-12-01', 'refund'), leave('s', second, 'refund')],
    }).filter(([code]) => code !== 'commitment-covers-nothing');
    expect(both('2027-12-02')).toEqual([['refund-pool-spent', 'error', 'Date']]);
    expect(both('2028-12-01')).toEqual([]);
  });

  it('are exchanged for others of at least their value, what was paid set off', () => {
    const convertible = (id: string, start: string, Upfront: number): Cells =>
      ({ ...reservation(id, 't2.small', 1), Kind: 'convertible', Term: '3y', Payment: 'all-upfront', Upfront, RecurringPerHour: 0, Start: serial(start) });
    const tables = (upfront: number, start = '2028-01-01'): Readonly<Record<string, Rows>> => ({
      ...nodes, Commitments: [convertible('old', '2027-01-01', 36_000), convertible('new', start, upfront)],
      CommitmentExits: [leave('old', '2028-01-01', 'exchange', { Into: 'new' })],
    });
    const report = reportOf(tables(30_000));
    expect(rowsOf(report, 'OutCommitmentExits')).toEqual([expect.objectContaining({ Into: 'new', Prepaid: 24_000, Credit: 24_000, Lost: 0 })]);
    const billed = detail(report).filter(row => row['BillingPeriodStart'] === '2028-01-01T00:00:00Z').reduce((sum, row) => sum + Number(row['BilledCost']), 0);
    expect(billed).toBe(6_000);
    expect(issuesOf(tables(23_000))).toEqual([['exchange-below-value', 'error', 'Into']]);
    expect(issuesOf(tables(30_000, '2028-02-01'))).toEqual([['exchange-starts-otherwise', 'error', 'Into']]);
  });

  it('only as they can be, inside their term', () => {
    const problem = (Commitments: Rows, exit: Cells, base = nodes) => issuesOf({ ...base, Commitments, CommitmentExits: [exit] });
    expect(problem([standard], leave('ri', '2028-01-01', 'refund'))).toEqual([['exit-not-offered', 'error', 'Way']]);
    expect(problem([standard], leave('ri', '2031-01-01', 'resale'))).toEqual([['exit-outside-term', 'error', 'Date']]);
    expect(problem([standard], leave('ri', '2027-01-15', 'resale'))).toEqual([['resale-outside-window', 'error', 'Date']]);
    expect(problem([standard], leave('no', '2028-01-01', 'resale'))).toEqual([['unknown-reference', 'error', 'CommitmentId']]);
    // Azure sells none that can be exchanged from February 2027 on
    const bought = (start: string): Cells => ({ ...monthly('r', 1), Start: serial(start) });
    expect(problem([bought('2027-01-31')], leave('r', '2028-01-01', 'exchange'), azureNodes).map(([code]) => code)).toEqual(['blank-cell']);
    expect(problem([bought('2027-02-01')], leave('r', '2028-01-01', 'exchange'), azureNodes).map(([code]) => code)).toContain('exit-not-offered');
  });
});
