import { describe, expect, it } from '@jest/globals';
import { say, wordsOf } from '../report/sentence.ts';
import { box, boxType, checksHold, only, ownPrices, runTables, settings, steady } from '../test/own-box.ts';
import { rowsOf, sumInMinorUnits } from '../test/report-rows.ts';
import { serial, type Rows } from '../test/workbook.ts';

describe('a steady service', () => {
  const base = { NodeTypes: boxType, PriceSheet: ownPrices, Services: steady };

  it('costs its nodes in every hour of a leap year', () => {
    const report = runTables({
      ...base,
      Settings: settings({ HorizonStart: serial('2028-01-01') }),
      DemandProfiles: [{ DemandId: 'd', Base: 95 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    const total = only(rowsOf(report, 'OutSummary'));
    expect(total['EffectiveCost']).toBe(8784); // 10 nodes x 8,784 h x 0.10
    expect(total['NodeHours']).toBe(87_840);
    expect(rowsOf(report, 'OutCapacity').map(({ PeakNodes, NodeHours }) => [PeakNodes, NodeHours])[1]).toEqual([
      10,
      10 * 29 * 24,
    ]);
    checksHold(report);
  });

  it('pays a commitment used or not, hours beyond it on demand, and all on demand after its term', () => {
    const report = runTables({
      ...base,
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 24 }),
      DemandSeries: [
        { DemandId: 'd', PeriodStart: serial('2027-01-01'), Quantity: 50 },
        { DemandId: 'd', PeriodStart: serial('2027-07-01'), Quantity: 100 },
      ],
      Placements: [
        { PlacementId: 'p', WorkloadId: 's', ...box, Purchase: 'reserved-1y-partial-upfront', CommittedNodes: 8 },
      ],
    });
    // Half a year 5 of 8 nodes (181 days), half a year 10 with 8 committed (184 days), then a leap year of 10 on
    // demand.
    const cost = (column: string): number => sumInMinorUnits(rowsOf(report, 'OutScenarioMonths'), column);
    expect(cost('CommittedUsedCost')).toBe(Math.round((5 * 181 + 8 * 184) * 24 * 0.06 * 100));
    expect(cost('CommittedUnusedCost')).toBe(Math.round(3 * 181 * 24 * 0.06 * 100));
    expect(cost('OnDemandCost')).toBe(Math.round((2 * 184 * 24 + 10 * 366 * 24) * 0.1 * 100));
    const detail = rowsOf(report, 'OutCostDetail');
    const purchases = detail.filter(({ ChargeCategory }) => ChargeCategory === 'Purchase');
    expect(sumInMinorUnits(purchases, 'BilledCost')).toBe(Math.round(8 * 8760 * 0.06 * 100)); // 8 x (350.40 + 8,760 x 0.02)
    expect(only(purchases.filter(({ ChargeFrequency }) => ChargeFrequency === 'One-Time'))['BilledCost']).toBe(2803.2);
    expect(sumInMinorUnits(purchases, 'EffectiveCost')).toBe(0);
    checksHold(report);
  });

  it('takes the peak for a blank commitment, and pays a term begun before the plan only for its rest', () => {
    const report = runTables({
      ...base,
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12 }),
      DemandProfiles: [{ DemandId: 'd', Base: 40 }],
      Placements: [
        {
          PlacementId: 'p',
          WorkloadId: 's',
          ...box,
          Purchase: 'reserved-1y-partial-upfront',
          From: serial('2026-07-01'),
        },
      ],
    });
    // The term of 8,760 h ends with 30 June 2027: 181 days of 4 nodes at 0.06, of which the upfront part was paid
    // before.
    const total = only(rowsOf(report, 'OutSummary'));
    const [committed, onDemand] = [181 * 24 * 4 * 0.06, 184 * 24 * 4 * 0.1];
    expect(total['EffectiveCost']).toBeCloseTo(committed + onDemand, 2);
    expect(total['BilledCost']).toBeCloseTo(181 * 24 * 4 * 0.02 + onDemand, 2);
    expect(total['PrepaidChange']).toBeCloseTo(-181 * 24 * 4 * 0.04, 2);
    checksHold(report);
  });

  it('keeps paying a commitment whose placement has ended', () => {
    const report = runTables({
      ...base,
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12 }),
      DemandProfiles: [{ DemandId: 'd', Base: 40 }],
      Placements: [
        {
          PlacementId: 'p',
          WorkloadId: 's',
          ...box,
          Purchase: 'reserved-1y-partial-upfront',
          To: serial('2027-02-01'),
        },
      ],
    });
    expect(only(rowsOf(report, 'OutSummary'))['UnusedCommitmentCost']).toBeCloseTo(334 * 24 * 4 * 0.06, 2);
    expect(rowsOf(report, 'OutChecks').filter(({ Status }) => Status === 'warning')).toHaveLength(1); // shares add to 0 from February
    checksHold(report);
  });

  it('reports demand its most nodes cannot carry', () => {
    const report = runTables({
      ...base,
      Services: [{ ...steady[0], MaxNodes: 3 }] as Rows,
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 1 }),
      DemandFormulas: [{ DemandId: 'd', Formula: 'hour < 12 ? 20 : 40' }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    const row = only(rowsOf(report, 'OutCapacity'));
    expect([row['PeakNodes'], row['UnservedHours'], row['UnservedShare'], row['Utilization']]).toEqual([
      3,
      31 * 12,
      10 / 60,
      50 / 50,
    ]);
    expect(only(rowsOf(report, 'OutSummary'))['UnservedShare']).toBeCloseTo(1 / 6, 12);
    checksHold(report);
  });

  it('compares scenarios that place the same workloads, and no others', () => {
    const report = runTables({
      ...base,
      Settings: settings({ HorizonStart: serial('2027-01-01') }),
      DemandProfiles: [
        { DemandId: 'd', Base: 40 },
        { DemandId: 'e', Base: 10 },
      ],
      Services: [...steady, { ServiceId: 't', DemandId: 'e', CapacityPerNode: 10, TargetUtilization: 1 }],
      Placements: [
        { PlacementId: '1', WorkloadId: 's', ...box },
        { PlacementId: '2', WorkloadId: 't', ...box },
        { PlacementId: '3', WorkloadId: 's', ScenarioId: 'Committed', ...box, Purchase: 'reserved-1y-partial-upfront' },
        { PlacementId: '4', WorkloadId: 't', ScenarioId: 'committed', ...box },
        { PlacementId: '5', WorkloadId: 's', ScenarioId: 'Half', ...box },
      ],
    });
    const rows = rowsOf(report, 'OutSummary');
    expect(rows.map(({ ScenarioId, AboveCheapest, IsComplete }) => [ScenarioId, AboveCheapest, IsComplete])).toEqual([
      ['Base', 1401.6, true],
      ['Committed', 0, true],
      ['Half', null, false],
    ]);
    expect(report.warnings.map(({ code }) => code)).toEqual(['workload-not-placed']);
    expect(report.summary[0]).toEqual({
      label: say`Cheapest scenario: ${'Committed'}`,
      value: 2978.4,
      format: 'money',
      currency: 'USD',
    });
  });

  it('compares nothing across scenarios of different workloads, and does not warn of them', () => {
    const report = runTables({
      ...base,
      Settings: settings({ HorizonStart: serial('2027-01-01') }),
      DemandProfiles: [{ DemandId: 'd', Base: 40 }],
      Services: ['s', 't', 'u', 'v'].map(ServiceId => ({ ServiceId, DemandId: 'd', CapacityPerNode: 10, TargetUtilization: 1 })),
      // s is compared with s; t with u, through the scenario that places both; v stands alone.
      Placements: [
        { PlacementId: '1', WorkloadId: 's', ScenarioId: 'A', ...box },
        { PlacementId: '2', WorkloadId: 't', ScenarioId: 'B', ...box },
        { PlacementId: '3', WorkloadId: 'u', ScenarioId: 'C', ...box },
        { PlacementId: '4', WorkloadId: 's', ScenarioId: 'D', ...box, Purchase: 'reserved-1y-partial-upfront' },
        { PlacementId: '5', WorkloadId: 't', ScenarioId: 'E', ...box },
        { PlacementId: '6', WorkloadId: 'u', ScenarioId: 'E', ...box },
        { PlacementId: '7', WorkloadId: 'v', ScenarioId: 'F', ...box },
      ],
    });
    const rows = rowsOf(report, 'OutSummary');
    expect(rows.map(({ ScenarioId, IsComplete, AboveCheapest }) => [ScenarioId, IsComplete, AboveCheapest === 0])).toEqual([
      ['A', true, false],
      ['B', false, false],
      ['C', false, false],
      ['D', true, true],
      ['E', true, true],
      ['F', true, true],
    ]);
    expect(report.warnings.map(({ code, values }) => [code, values['workload'], values['scenario']])).toEqual([
      ['workload-not-placed', 't', 'C'],
      ['workload-not-placed', 'u', 'B'],
    ]);
    expect(report.summary.map(({ label }) => wordsOf(label))).toEqual(['A', 'B', 'C', 'D', 'E', 'F'].map(id => `${id}: effective cost`));
  });
});
