import { describe, expect, it } from '@jest/globals';
import { erlangC } from '../simulation/queueing/erlang.ts';
import { box, boxType, checksHold, only, ownPrices, runTables, settings, steady } from '../test/own-box.ts';
import { rowsOf } from '../test/report-rows.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { smallCatalog } from '../test/small-catalog.ts';
import { runModel } from './run-model.ts';

const base = {
  NodeTypes: boxType,
  PriceSheet: ownPrices,
  Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 1 }),
  Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
};
const service = (more: Rows[number]): Rows => [{ ...steady[0], ...more }];
const hours = 31 * 24;

describe('a service that waits', () => {
  const constant = { ...base, DemandProfiles: [{ DemandId: 'd', Base: 95 }] };
  /** A node carries 10 in all; four slots of 0.4 s are 10 a second. */
  const waiting = { CapacityPerNode: 10, TargetUtilization: 1, ServiceSeconds: 0.4, SlotsPerNode: 4 };

  it('tells waits by Erlang, with the slots of its nodes for servers', () => {
    const report = runTables({ ...constant, Services: service({ ...waiting, TargetUtilization: 0.8 }) });
    const row = only(rowsOf(report, 'OutCapacity'));
    // 95 / 8 are 12 nodes: 48 slots under 38 erlangs.
    expect(row['PeakNodes']).toBe(12);
    const [probability, rate] = [erlangC(48, 38), (48 - 38) / 0.4];
    expect(row['WaitP99Seconds']).toBeCloseTo(Math.max(0, Math.log(probability / 0.01) / rate), 8);
    expect(row['WaitP50Seconds']).toBe(0);
    expect(row['MeanWaiting']).toBeCloseTo((95 * probability) / rate, 8);
    expect(row['BindingConstraint']).toBe('target utilization');
    checksHold(report);
  });

  it('takes more nodes for a target wait, and pays for them', () => {
    const report = runTables({ ...constant, Services: service({ ...waiting, TargetWaitSeconds: 0.01, TargetWaitShare: 0.95 }) });
    const row = only(rowsOf(report, 'OutCapacity'));
    const kept = (nodes: number): boolean => erlangC(4 * nodes, 38) * Math.exp((-(4 * nodes - 38) / 0.4) * 0.01) <= 0.05;
    const fewest = Array.from({ length: 40 }, (_, index) => index + 10).find(kept);
    expect(row['PeakNodes']).toBe(fewest);
    expect(row['BindingConstraint']).toBe('target wait');
    expect(row['WaitP95Seconds']).toBeLessThanOrEqual(0.01);
    expect(only(rowsOf(report, 'OutSummary'))['EffectiveCost']).toBeCloseTo((fewest ?? NaN) * hours * 0.1, 2);
    checksHold(report);
  });

  it('says from when a load above its most nodes is short, and what it lost', () => {
    const report = runTables({
      ...base,
      Services: service({ ...waiting, MaxNodes: 3 }),
      DemandSeries: [
        { DemandId: 'd', PeriodStart: serial('2027-01-01'), Quantity: 20 },
        { DemandId: 'd', PeriodStart: serial('2027-01-11'), Quantity: 40 },
      ],
    });
    const row = only(rowsOf(report, 'OutCapacity'));
    expect(row).toMatchObject({
      UnservedFrom: '2027-01-11T00:00:00Z',
      UnservedHours: 21 * 24,
      BindingConstraint: 'most nodes',
      WaitP50Seconds: null,
      MeanWaiting: null,
    });
    expect(row['UnservedShare']).toBeCloseTo((21 * 10) / (10 * 20 + 21 * 40), 12);
    checksHold(report);
  });
});

describe('a service with lags', () => {
  /** 20 until noon of the second day, 60 from then on, in a month; a node carries 10. */
  const jump = {
    ...base,
    DemandSeries: [
      { DemandId: 'd', PeriodStart: serial('2027-01-01'), Quantity: 20 },
      { DemandId: 'd', PeriodStart: serial('2027-01-02T12:00'), Quantity: 60 },
      { DemandId: 'd', PeriodStart: serial('2027-01-02T18:00'), Quantity: 20 },
    ],
  };
  const lags = { CapacityPerNode: 10, TargetUtilization: 1, ScaleOutSeconds: 60, WarmUpSeconds: 90, ScaleInSeconds: 1800 };

  it('pays warm-up and scale-in, and loses what comes before nodes are ready', () => {
    const report = runTables({ ...jump, Services: service(lags) });
    const row = only(rowsOf(report, 'OutCapacity'));
    // Two nodes all month; four more for six hours, a minute later at the start and half an hour longer at the end.
    const nodeHours = 2 * hours + 4 * (6 - 60 / 3600 + 0.5);
    expect(row['NodeHours']).toBeCloseTo(nodeHours, 9);
    expect(row['PeakNodes']).toBe(6);
    expect(row['UnservedFrom']).toBe('2027-01-02T12:00:00Z');
    expect(row['UnservedShare']).toBeCloseTo((40 * 150) / 3600 / (20 * hours + 40 * 6), 9);
    expect(row['BindingConstraint']).toBe('scale-out lag');
    expect(only(rowsOf(report, 'OutSummary'))['EffectiveCost']).toBeCloseTo(nodeHours * 0.1, 2);
    checksHold(report);
  });

  it('loses nothing when running nodes may grow at once, and pays for their size', () => {
    const rowWith = (HotAddFactor: number) => only(rowsOf(runTables({ ...jump, Services: service({ ...lags, HotAddFactor }) }), 'OutCapacity'));
    // For 150 seconds two nodes are as large as six; the others are paid from their start all the same.
    expect(rowWith(3)['UnservedShare']).toBe(0);
    expect(rowWith(3)['NodeHours']).toBeCloseTo(2 * hours + 4 * (6 - 60 / 3600 + 0.5) + (4 * 150) / 3600, 9);
    // A quarter larger they carry 50 of 60 in the mean of the first five minutes
    expect(rowWith(1.25)['UnservedShare']).toBeCloseTo((10 * 300) / 3600 / (20 * hours + 40 * 6), 9);
    expect(rowWith(1)['UnservedShare']).toBeCloseTo((40 * 150) / 3600 / (20 * hours + 40 * 6), 9);
  });

  it('loses nothing that may be put off for as long as a node takes', () => {
    const report = runTables({ ...jump, Services: service({ ...lags, MaxNodes: 8, DeferrableSeconds: 600 }) });
    const row = only(rowsOf(report, 'OutCapacity'));
    expect([row['UnservedShare'], row['UnservedHours']]).toEqual([0, 0]);
    expect(row['LongestDelaySeconds']).toBeGreaterThan(0);
    expect(row['LongestDelaySeconds']).toBeLessThanOrEqual(600);
    checksHold(report);
  });
});

describe('what a waiting service needs to be told', () => {
  const issuesOf = (more: Rows[number]) => {
    const outcome = runModel(
      workbook({ ...base, DemandProfiles: [{ DemandId: 'd', Base: 95 }], Services: service(more) }),
      smallCatalog,
    );
    return outcome.ok ? [] : outcome.issues.map(({ code, location, values }) => [code, location?.columnName ?? values['column']]);
  };

  it.each([
    [{ TargetWaitSeconds: 1 }, ['blank-cell', 'ServiceSeconds']],
    [{ ServiceSeconds: 1, TargetWaitShare: 0.9 }, ['blank-cell', 'TargetWaitSeconds']],
    [{ ServiceSeconds: 0 }, ['not-above', 'ServiceSeconds']],
    [{ ServiceSeconds: 1, TargetWaitSeconds: 1, TargetWaitShare: 1 }, ['above-maximum', 'TargetWaitShare']],
    [{ SlotsPerNode: 0.5 }, ['not-whole', 'SlotsPerNode']],
    [{ ScaleOutSeconds: -1 }, ['below-minimum', 'ScaleOutSeconds']],
    [{ WarmUpSeconds: 1e6 }, ['above-maximum', 'WarmUpSeconds']],
  ] as const)('%j', (more, issue) => {
    expect(issuesOf(more)).toContainEqual(issue);
  });

  it('never crashes, whatever stands in its cells', () => {
    const nasty = [null, '', 'x', -1, 0, 1, 1e308, 0.1, 1e-320, true, 2_958_466];
    const full = { ServiceSeconds: 0.1, TargetWaitSeconds: 0.1, TargetWaitShare: 0.9, ScaleInSeconds: 60, DeferrableSeconds: 5 };
    const columns = ['CapacityPerNode', 'TargetUtilization', 'MinNodes', 'MaxNodes', 'SlotsPerNode', 'ArrivalScv', 'ServiceScv', 'CooldownSeconds'];
    for (const column of [...Object.keys(full), ...columns])
      for (const cell of nasty) expect(() => issuesOf({ ...full, [column]: cell })).not.toThrow();
  });
});
