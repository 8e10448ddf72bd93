import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import { say } from '../report/sentence.ts';
import { box, boxType, checksHold, only, ownPrices, runTables, settings } from '../test/own-box.ts';
import { rowsOf, type Row } from '../test/report-rows.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { runModel } from './run-model.ts';

describe('a film render on the cluster nodes of 2011', () => {
  // 560,000 core-hours, 8 cores, 1.60 USD/h, 97 s start-up: independently computed hours and costs.
  const golden = [
    [100, 700.027, 112_004.31, 112_160],
    [1_000, 70.027, 112_043.11, 113_600],
    [10_000, 7.027, 112_431.11, 128_000],
    [70_000, 1.027, 115_017.78, 224_000],
  ] as const;
  const nodeTypes: Rows = [{ Provider: 'aws', NodeType: 'cc1.4xlarge', PhysicalCores: 8 }];
  const report = runTables({
    Settings: settings({ HorizonStart: serial('2011-05-01'), HorizonMonths: 3 }),
    NodeTypes: nodeTypes,
    FarmJobs: [
      { JobId: 'by second', Work: 560_000, Nodes: 1_000, BillingQuantumSeconds: 1, BootSeconds: 97 },
      { JobId: 'by hour', Work: 560_000, Nodes: 70_000, BillingQuantumSeconds: 3600, BootSeconds: 97 },
    ],
    NodeCounts: golden.flatMap(([Nodes]) => [
      { JobId: 'by second', Nodes },
      { JobId: 'By Hour', Nodes },
    ]),
    Placements: ['by second', 'by hour'].map(WorkloadId => ({
      PlacementId: `p ${WorkloadId}`,
      WorkloadId,
      Provider: 'aws',
      Region: 'us-east-1',
      NodeType: 'cc1.4xlarge',
    })),
  });

  it('has its golden frontier', () => {
    const frontier = rowsOf(report, 'OutFrontier');
    for (const [nodes, hours, perSecond, perHour] of golden) {
      const at = (job: string): Row => only(frontier.filter(({ JobId, Nodes }) => JobId === job && Nodes === nodes));
      expect(at('by second')['Hours']).toBeCloseTo(hours, 3);
      expect(at('by second')['Cost']).toBe(perSecond);
      expect(at('by hour')['Cost']).toBe(perHour);
    }
    expect(
      frontier.filter(({ Choice }) => Choice).map(({ JobId, Nodes, Choice }) => `${JobId} ${Nodes} ${Choice}`),
    ).toEqual([
      'by hour 100 cheapest',
      'by hour 70000 fastest, planned',
      'by second 100 cheapest',
      'by second 1000 planned',
      'by second 70000 fastest',
    ]);
  });

  it('bills the planned nodes to the month they run in', () => {
    const [first, second] = rowsOf(report, 'OutCostMonthly') as [Row, Row];
    expect([first['Month'], first['WorkloadId'], first['EffectiveCost'], first['NodeHours']]).toEqual([
      '2011-05-01',
      'by hour',
      224_000,
      140_000,
    ]);
    expect([second['WorkloadId'], second['BilledCost']]).toEqual(['by second', 112_043.11]);
    expect(only(rowsOf(report, 'OutSummary'))['EffectiveCost']).toBe(336_043.11);
    checksHold(report);
  });

  it('draws one chart for each job, over its own rows', () => {
    const charts = report.charts.filter(({ tableId }) => tableId === 'OutFrontier');
    expect(charts.map(({ series }) => series)).toEqual([
      [{ name: say`${'by hour'}`, valueColumn: 'Cost', firstRow: 0, rowCount: 4 }],
      [{ name: say`${'by second'}`, valueColumn: 'Cost', firstRow: 4, rowCount: 4 }],
    ]);
  });
});

describe('jobs', () => {
  it('are measured by samples, whose cores come from the nodes they are placed on', () => {
    const report = runTables({
      Settings: settings({ HorizonStart: serial('2027-01-01') }),
      NodeTypes: [{ ...boxType[0], PhysicalCores: 4 }] as Rows,
      PriceSheet: ownPrices,
      FarmJobs: [{ JobId: 'j', Nodes: 10, BootSeconds: 0 }],
      NodeCounts: [{ JobId: 'j', Nodes: 20 }],
      SampleRuns: [
        { JobId: 'j', SampleUnits: 10, SampleSeconds: 900, SampleNodes: 2, TotalUnits: 4000 },
        { JobId: 'j', SampleUnits: 20, SampleSeconds: 1800, SampleNodes: 2, TotalUnits: 4000 },
      ],
      Placements: [{ PlacementId: 'p', WorkloadId: 'j', ...box }],
    });
    // 2 nodes x 4 cores x 2,700 s for 30 units: 0.2 core-hours each, 800 in all; on 10 nodes of 4 cores 20 h, 200 node-
    // hours
    const job = only(rowsOf(report, 'OutJobs'));
    expect([job['Work'], job['Hours'], job['NodeHours'], job['EffectiveCost'], job['WorkPerBilledCore']]).toEqual([
      800, 20, 200, 20, 1,
    ]);
    const point = rowsOf(report, 'OutFrontier')[1] as Row;
    expect([point['Hours'], point['HoursLow'], point['HoursHigh']]).toEqual([10, 10, 10]);
    checksHold(report);
  });

  it('start on the local clock, and are charged in the plan only', () => {
    const outcome = runModel(
      workbook({
        Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 1, TimeZone: 'America/New_York' }),
        NodeTypes: boxType,
        PriceSheet: ownPrices,
        FarmJobs: [{ JobId: 'j', Nodes: 1, Work: 10, BootSeconds: 0, Start: serial('2027-01-31T12:00:00') }],
        Placements: [{ PlacementId: 'p', WorkloadId: 'j', ...box }],
      }),
      starterCatalog,
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const job = only(rowsOf(outcome.report, 'OutJobs'));
    expect([job['Start'], job['End'], job['EffectiveCost'], job['CostPerWork']]).toEqual([
      '2027-01-31T17:00:00Z',
      '2027-02-01T03:00:00Z',
      0.7,
      null,
    ]);
    expect(outcome.report.warnings.map(({ code }) => code)).toEqual(['job-ends-late']);
    checksHold(outcome.report);
  });
});
