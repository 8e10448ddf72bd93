import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { ComposedReport } from '../report/report.ts';
import { detail, fleet, hoursBy, january, plan, price, reportOf, reservation, type Cells } from '../test/fleet.ts';
import { rowsOf, type Row } from '../test/report-rows.ts';
import { serial } from '../test/workbook.ts';

const onlyCommitment = (report: ComposedReport): Row => rowsOf(report, 'OutCommitment')[0] ?? {};

describe('Azure and Google Cloud', () => {
  it('covers the compute of a Windows node; its licence is paid besides', () => {
    const azure = { Provider: 'azure', Region: 'eastus' };
    const windows = { ...azure, Os: 'windows' };
    const report = reportOf({
      ...january, ...fleet({ a: { nodes: 3, nodeType: 'Standard_D2s_v5', more: windows } }),
      PriceSheet: [price('Standard_D2s_v5', 0.096, 'on-demand', azure), price('Standard_D2s_v5', 0.188, 'on-demand', windows)],
      Commitments: [
        { ...reservation('r', 'Standard_D4s_v5', 1, { RecurringPerHour: 0.12 }), ...azure, Payment: 'monthly' },
      ],
    });
    expect(hoursBy(report)).toEqual({ 'a r': 2, 'a on-demand': 1 });
    const licence = detail(report).filter(({ ChargeDescription }) => String(ChargeDescription).startsWith('Windows licence'));
    expect(licence.map(row => [row['PricingQuantity'], row['ContractedUnitPrice'], row['BilledCost']])).toEqual([[1488, 0.092, 136.9]]);
    expect(onlyCommitment(report)).toMatchObject({ CoveredOnDemandCost: 142.85, Utilization: 1 }); // 1,488 x 0.096
  });

  it('covers vCPUs and memory apart, of any machine type of the series', () => {
    const gcp = { Provider: 'gcp', Region: 'us-central1' };
    const cud = (CommitmentId: string, QuantityUnit: string, Quantity: number): Cells => ({
      CommitmentId, ...gcp, Kind: 'cud', Term: '1y', NodeTypeOrFamily: 'n2', Quantity, QuantityUnit, Start: serial('2027-01-01'),
    });
    const report = reportOf(
      {
        ...january, ...fleet({ a: { nodes: 2, nodeType: 'n2-standard-4', more: gcp } }),
        Commitments: [cud('vcpus', 'vcpu', 6), cud('memory', 'gib', 40)],
      },
      starterCatalog,
    );
    expect(hoursBy(report)).toEqual({ 'a vcpus': 6, 'a on-demand': 2, 'a memory': 32 });
    const [memory, vcpus] = rowsOf(report, 'OutCommitment');
    expect([memory?.['Utilization'], vcpus?.['Utilization']]).toEqual([0.8, 1]);
    const remainder = detail(report).filter(({ PricingCategory }) => PricingCategory === 'Standard');
    expect(remainder.filter(row => row['PricingUnit'] === 'VCPU-Hours').map(row => [row['PricingQuantity'], row['BilledCost']])).toEqual([
      [1488, 47.04], // 2 x 744 x 0.031611
    ]);
  });

  // Published: 0.08 a GB-month on demand, 0.0504 for a year
  it('covers local SSD apart, at what was negotiated for the series', () => {
    const gcp = { Provider: 'gcp', Region: 'us-central1' };
    const committed = (Quantity: number, Negotiated: readonly Cells[] = []): ComposedReport =>
      reportOf(
        {
          ...january, ...fleet({ a: { nodes: 2, nodeType: 'c3-standard-4-lssd', more: gcp } }), ...(Negotiated.length > 0 ? { Negotiated } : {}),
          Commitments: [{
            CommitmentId: 'disks', ...gcp, Kind: 'cud', Term: '1y', NodeTypeOrFamily: 'c3', Quantity, QuantityUnit: 'local-ssd-gib',
            Start: serial('2027-01-01'),
          }],
        },
        starterCatalog,
      );
    const report = committed(500);
    expect(hoursBy(report)).toEqual({ 'a disks': 500, 'a on-demand': 250 + 8 + 32 });
    const month = (0.0504 * 500 * 744) / 730;
    expect(Number(onlyCommitment(report)['BilledCost'])).toBeCloseTo(month, 2);
    expect(Number(onlyCommitment(report)['CoveredOnDemandCost'])).toBeCloseTo((0.08 * 500 * 744) / 730, 2);
    const agreed = { NegotiatedId: 'n', Provider: 'gcp', SkuPattern: 'c3', AppliesTo: 'commitment-fees', Percent: 0.25 };
    expect(Number(onlyCommitment(committed(500, [agreed]))['BilledCost'])).toBeCloseTo(month * 0.75, 2);
  });

  it('draws a flexible commitment at its rates; one stated at on-demand rates pays 28 % less', () => {
    const gcp = { Provider: 'gcp', Region: 'us-central1' };
    const flexible = (CommitBasis: string, HourlyCommit: number): Row =>
      onlyCommitment(
        reportOf(
          {
            ...january, ...fleet({ a: { nodes: 100, nodeType: 'n2-standard-4', more: gcp } }),
            Commitments: [{ ...plan('flex', 'flex-cud', HourlyCommit), Provider: 'gcp', CommitBasis }],
          },
          starterCatalog,
        ),
      );
    const spend = flexible('discounted', 7.2);
    expect(spend).toMatchObject({ BilledCost: 5356.8, Utilization: 1, CoveredOnDemandCost: 7440 }); // 744 h x 7.20, and x 10
    expect(flexible('on-demand', 10)).toEqual({ ...spend });
  });
});
