import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { detail, fleet, january, reportOf } from '../../test/fleet.ts';
import type { Row } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

const gcp = { Provider: 'gcp', Region: 'us-central1' };
const on: Rows = [...(january['Settings'] ?? []), { Setting: 'SustainedUse', Value: 'yes' }];
const creditsOf = (tables: Readonly<Record<string, Rows>>): Row[] =>
  detail(reportOf({ ...january, Settings: on, ...tables }, starterCatalog)).filter(row => row['ChargeCategory'] === 'Credit');
const nodes = (nodeType: string, count = 2) => fleet({ a: { nodes: count, nodeType, more: gcp } });

describe('sustained use', () => {
  it('takes 30 % off N1 that runs all month, vCPUs and memory each', () => {
    const tables = nodes('n1-standard-4');
    const report = reportOf({ ...january, Settings: on, ...tables }, starterCatalog);
    const billed = (category: string): number =>
      detail(report).filter(row => row['ChargeCategory'] === category).reduce((sum, row) => sum + Number(row['BilledCost']), 0);
    expect(billed('Credit')).toBeCloseTo(-0.3 * billed('Usage'), 1);
    expect(creditsOf(tables).map(row => row['ChargeDescription'])).toEqual([
      'Sustained use discount (n1, vcpu)', 'Sustained use discount (n1, memory)',
    ]);
  });

  it('is not granted unless the settings say so, nor to series that do not earn it, nor to spot', () => {
    expect(creditsOf({ ...nodes('n1-standard-4'), Settings: january['Settings'] ?? [] })).toEqual([]);
    expect(creditsOf(nodes('e2-standard-4'))).toEqual([]);
    expect(creditsOf(fleet({ a: { nodes: 2, nodeType: 'n1-standard-4', more: { ...gcp, Purchase: 'spot' } } }))).toEqual([]);
  });

  it('adds up the machine types of a series, account by account', () => {
    const two = { a: { nodes: 1, nodeType: 'n2-standard-4', more: gcp }, b: { nodes: 1, nodeType: 'n2-highmem-4', more: gcp } };
    expect(creditsOf(fleet(two))).toHaveLength(2);
    expect(creditsOf(fleet({ ...two, b: { ...two.b, account: 'other' } }))).toHaveLength(4);
  });

  it('never discounts what a commitment covers', () => {
    const cud = { ...gcp, Kind: 'cud', Term: '1y', NodeTypeOrFamily: 'n1', Start: serial('2027-01-01') };
    const credits = creditsOf({
      ...nodes('n1-standard-4'), // 8 vCPUs, 30 GiB
      Commitments: [
        { ...cud, CommitmentId: 'v', Quantity: 6, QuantityUnit: 'vcpu' }, { ...cud, CommitmentId: 'm', Quantity: 30, QuantityUnit: 'gib' },
      ],
    });
    // two vCPUs remain: 30 % of 2 x 744 x 0.031611
    expect(credits.map(row => [row['ChargeDescription'], row['BilledCost']])).toEqual([['Sustained use discount (n1, vcpu)', -14.11]]);
  });

  it('counts half a month as half used', () => {
    const half = fleet({ a: { nodes: 2, nodeType: 'n1-standard-4', more: { ...gcp, To: serial('2027-01-16') } } });
    const report = reportOf({ ...january, Settings: on, ...half }, starterCatalog);
    const sum = (category: string): number =>
      detail(report).filter(row => row['ChargeCategory'] === category).reduce((total, row) => total + Number(row['BilledCost']), 0);
    // 360 of 744 hours: 186 at the base rate, 174 at 80 %
    expect(sum('Credit') / sum('Usage')).toBeCloseTo((-0.2 * 174) / 360, 3);
  });
});
