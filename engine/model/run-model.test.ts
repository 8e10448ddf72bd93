import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { Report } from '../report/report.ts';
import { rowsOf, sumInMinorUnits, type Row } from '../test/report-rows.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import type { RunProgress } from './progress.ts';
import { runModel } from './run-model.ts';

const runTables = (tables: Readonly<Record<string, Rows>>): Report => {
  const outcome = runModel(workbook(tables), starterCatalog);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.report;
};
const settings = (values: Readonly<Record<string, string | number>>): Rows => Object.entries(values).map(([Setting, Value]) => ({ Setting, Value }));
const checksHold = (report: Report): void => {
  const checks = rowsOf(report, 'OutChecks').filter(({ Status }) => Status !== 'warning');
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.filter(({ Status }) => Status !== 'ok')).toEqual([]);
};
const only = <Item>(items: readonly Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0] as Item;
};

/** Own price of 0.10 USD on demand, for nodes of one core. */
const ownPrices: Rows = [
  { PriceId: 'od', Provider: 'lab', Region: 'here', NodeType: 'box', Purchase: 'on-demand', UnitPrice: 0.1, Currency: 'USD', Source: 'test' },
  { PriceId: 'ri', Provider: 'lab', Region: 'here', NodeType: 'box', Purchase: 'reserved-1y-partial-upfront', UnitPrice: 0.02, Upfront: 350.4, Currency: 'USD', Source: 'test' },
];
const box = { Provider: 'lab', Region: 'here', NodeType: 'box' };
const boxType: Rows = [{ Provider: 'lab', NodeType: 'box', VCpu: 2, PhysicalCores: 1, MemoryGiB: 4 }];
const steady: Rows = [{ ServiceId: 's', DemandId: 'd', CapacityPerNode: 10, TargetUtilization: 1 }];

describe('a film render on the cluster nodes of 2011', () => {
  // 560,000 core-hours, 8 cores, 1.60 USD/h, 97 s start-up: independently computed hours and costs.
  const golden = [
    [100, 700.027, 112_004.31, 112_160], [1_000, 70.027, 112_043.11, 113_600],
    [10_000, 7.027, 112_431.11, 128_000], [70_000, 1.027, 115_017.78, 224_000],
  ] as const;
  const nodeTypes: Rows = [{ Provider: 'aws', NodeType: 'cc1.4xlarge', PhysicalCores: 8 }];
  const report = runTables({
    Settings: settings({ HorizonStart: serial('2011-05-01'), HorizonMonths: 3 }),
    NodeTypes: nodeTypes,
    FarmJobs: [
      { JobId: 'by second', Work: 560_000, Nodes: 1_000, BillingQuantumSeconds: 1, BootSeconds: 97 },
      { JobId: 'by hour', Work: 560_000, Nodes: 70_000, BillingQuantumSeconds: 3600, BootSeconds: 97 },
    ],
    NodeCounts: golden.flatMap(([Nodes]) => [{ JobId: 'by second', Nodes }, { JobId: 'By Hour', Nodes }]),
    Placements: ['by second', 'by hour'].map(WorkloadId => ({ PlacementId: `p ${WorkloadId}`, WorkloadId, Provider: 'aws', Region: 'us-east-1', NodeType: 'cc1.4xlarge' })),
  });

  it('has its golden frontier', () => {
    const frontier = rowsOf(report, 'OutFrontier');
    for (const [nodes, hours, perSecond, perHour] of golden) {
      const at = (job: string): Row => only(frontier.filter(({ JobId, Nodes }) => JobId === job && Nodes === nodes));
      expect(at('by second')['Hours']).toBeCloseTo(hours, 3);
      expect(at('by second')['Cost']).toBe(perSecond);
      expect(at('by hour')['Cost']).toBe(perHour);
    }
    expect(frontier.filter(({ Choice }) => Choice).map(({ JobId, Nodes, Choice }) => `${JobId} ${Nodes} ${Choice}`)).toEqual([
      'by hour 100 cheapest', 'by hour 70000 fastest, planned', 'by second 100 cheapest', 'by second 1000 planned', 'by second 70000 fastest',
    ]);
  });

  it('bills the planned nodes to the month they run in', () => {
    const [first, second] = rowsOf(report, 'OutCostMonthly') as [Row, Row];
    expect([first['Month'], first['WorkloadId'], first['EffectiveCost'], first['NodeHours']]).toEqual(['2011-05-01', 'by hour', 224_000, 140_000]);
    expect([second['WorkloadId'], second['BilledCost']]).toEqual(['by second', 112_043.11]);
    expect(only(rowsOf(report, 'OutSummary'))['EffectiveCost']).toBe(336_043.11);
    checksHold(report);
  });

  it('draws one chart for each job, over its own rows', () => {
    const charts = report.charts.filter(({ tableId }) => tableId === 'OutFrontier');
    expect(charts.map(({ series }) => series)).toEqual([
      [{ name: 'by hour', valueColumn: 'Cost', firstRow: 0, rowCount: 4 }], [{ name: 'by second', valueColumn: 'Cost', firstRow: 4, rowCount: 4 }],
    ]);
  });
});

describe('a steady service', () => {
  const base = { NodeTypes: boxType, PriceSheet: ownPrices, Services: steady };

  it('costs its nodes in every hour of a leap year', () => {
    const report = runTables({
      ...base, Settings: settings({ HorizonStart: serial('2028-01-01') }), DemandProfiles: [{ DemandId: 'd', Base: 95 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    const total = only(rowsOf(report, 'OutSummary'));
    expect(total['EffectiveCost']).toBe(8784); // 10 nodes x 8,784 h x 0.10
    expect(total['NodeHours']).toBe(87_840);
    expect(rowsOf(report, 'OutCapacity').map(({ PeakNodes, NodeHours }) => [PeakNodes, NodeHours])[1]).toEqual([10, 10 * 29 * 24]);
    checksHold(report);
  });

  it('pays a commitment used or not, hours beyond it on demand, and all on demand after its term', () => {
    const report = runTables({
      ...base, Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 24 }),
      DemandSeries: [{ DemandId: 'd', PeriodStart: serial('2027-01-01'), Quantity: 50 }, { DemandId: 'd', PeriodStart: serial('2027-07-01'), Quantity: 100 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box, Purchase: 'reserved-1y-partial-upfront', CommittedNodes: 8 }],
    });
    // Half a year 5 of 8 nodes (181 days), half a year 10 with 8 committed (184 days), then a leap year of 10 on demand.
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
      ...base, Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12 }), DemandProfiles: [{ DemandId: 'd', Base: 40 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box, Purchase: 'reserved-1y-partial-upfront', From: serial('2026-07-01') }],
    });
    // The term of 8,760 h ends with 30 June 2027: 181 days of 4 nodes at 0.06, of which the upfront part was paid before.
    const total = only(rowsOf(report, 'OutSummary'));
    const [committed, onDemand] = [181 * 24 * 4 * 0.06, 184 * 24 * 4 * 0.1];
    expect(total['EffectiveCost']).toBeCloseTo(committed + onDemand, 2);
    expect(total['BilledCost']).toBeCloseTo(181 * 24 * 4 * 0.02 + onDemand, 2);
    expect(total['PrepaidChange']).toBeCloseTo(-181 * 24 * 4 * 0.04, 2);
    checksHold(report);
  });

  it('keeps paying a commitment whose placement has ended', () => {
    const report = runTables({
      ...base, Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12 }), DemandProfiles: [{ DemandId: 'd', Base: 40 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box, Purchase: 'reserved-1y-partial-upfront', To: serial('2027-02-01') }],
    });
    expect(only(rowsOf(report, 'OutSummary'))['UnusedCommitmentCost']).toBeCloseTo(334 * 24 * 4 * 0.06, 2);
    expect(rowsOf(report, 'OutChecks').filter(({ Status }) => Status === 'warning')).toHaveLength(1); // shares add to 0 from February
    checksHold(report);
  });

  it('reports demand its most nodes cannot carry', () => {
    const report = runTables({
      ...base, Services: [{ ...steady[0], MaxNodes: 3 }] as Rows, Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 1 }),
      DemandFormulas: [{ DemandId: 'd', Formula: 'hour < 12 ? 20 : 40' }], Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    const row = only(rowsOf(report, 'OutCapacity'));
    expect([row['PeakNodes'], row['UnservedHours'], row['UnservedShare'], row['Utilization']]).toEqual([3, 31 * 12, 10 / 60, 50 / 50]);
    expect(only(rowsOf(report, 'OutSummary'))['UnservedShare']).toBeCloseTo(1 / 6, 12);
    checksHold(report);
  });

  it('compares scenarios that place the same workloads, and no others', () => {
    const report = runTables({
      ...base, Settings: settings({ HorizonStart: serial('2027-01-01') }), DemandProfiles: [{ DemandId: 'd', Base: 40 }, { DemandId: 'e', Base: 10 }],
      Services: [...steady, { ServiceId: 't', DemandId: 'e', CapacityPerNode: 10, TargetUtilization: 1 }],
      Placements: [
        { PlacementId: '1', WorkloadId: 's', ...box }, { PlacementId: '2', WorkloadId: 't', ...box },
        { PlacementId: '3', WorkloadId: 's', ScenarioId: 'Committed', ...box, Purchase: 'reserved-1y-partial-upfront' },
        { PlacementId: '4', WorkloadId: 't', ScenarioId: 'committed', ...box },
        { PlacementId: '5', WorkloadId: 's', ScenarioId: 'Half', ...box },
      ],
    });
    const rows = rowsOf(report, 'OutSummary');
    expect(rows.map(({ ScenarioId, AboveCheapest, IsComplete }) => [ScenarioId, AboveCheapest, IsComplete])).toEqual([
      ['Base', 1401.6, true], ['Committed', 0, true], ['Half', null, false],
    ]);
    expect(report.warnings.map(({ code }) => code)).toEqual(['workload-not-placed']);
    expect(report.summary[0]).toEqual({ label: 'Cheapest scenario: Committed', value: 2978.4, format: 'money', currency: 'USD' });
  });
});

describe('currencies, prices and dates', () => {
  it('converts prices at the rate of their month, commitments at that of their term\'s first day', () => {
    const report = runTables({
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 2, BaseCurrency: 'eur' }), NodeTypes: boxType, PriceSheet: ownPrices, Services: steady,
      DemandProfiles: [{ DemandId: 'd', Base: 10 }],
      FxRates: [{ From: 'USD', To: 'EUR', Date: serial('2027-02-01'), Rate: 0.5 }, { From: 'usd', To: 'EUR', Date: serial('2026-01-01'), Rate: 0.8 }],
      Placements: [
        { PlacementId: 'a', WorkloadId: 's', ...box }, { PlacementId: 'b', WorkloadId: 's', ScenarioId: 'R', ...box, Purchase: 'reserved-1y-partial-upfront' },
      ],
    });
    const months = rowsOf(report, 'OutScenarioMonths').map(({ EffectiveCost }) => EffectiveCost);
    expect(months).toEqual([744 * 0.08, 672 * 0.05, 35.71, 32.26].map(value => Math.round(value * 100) / 100)); // 744, 672 h x 0.06 x 0.8
    expect(rowsOf(report, 'OutPrices').map(({ EffectivePerHour, Currency, ExchangeRate }) => [EffectivePerHour, Currency, ExchangeRate])).toEqual([
      [0.1, 'USD', 0.8], [0.1, 'USD', 0.5], [0.06, 'USD', 0.8],
    ]);
    checksHold(report);
  });

  it('reads both date systems alike', () => {
    const tables = (shift: number): Readonly<Record<string, Rows>> => ({
      Settings: settings({ HorizonStart: serial('2027-03-01') - shift, HorizonMonths: 1 }), NodeTypes: boxType, PriceSheet: ownPrices, Services: steady,
      DemandSeries: [{ DemandId: 'd', PeriodStart: serial('2027-02-01') - shift, Quantity: 1 }, { DemandId: 'd', PeriodStart: serial('2027-03-05T06:30:00') - shift, Quantity: 25 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box, From: serial('2027-03-02') - shift }],
    });
    const [old, mac] = [runModel(workbook(tables(0)), starterCatalog), runModel(workbook(tables(1462), 1904), starterCatalog)];
    if (!old.ok || !mac.ok) throw new Error('invalid');
    expect(mac.report.tables.map(({ rows }) => rows).slice(0, -1)).toEqual(old.report.tables.map(({ rows }) => rows).slice(0, -1));
  });

  it('takes dates typed as ISO text', () => {
    const report = runTables({
      Settings: settings({ HorizonStart: '2027-03-01', HorizonMonths: 1 }), NodeTypes: boxType, PriceSheet: ownPrices, Services: steady,
      DemandSeries: [{ DemandId: 'd', PeriodStart: '2027-02-01 00:00', Quantity: 10 }], Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    expect(only(rowsOf(report, 'OutSummary'))['EffectiveCost']).toBe(74.4);
  });

  it('plans a year from the month after the catalog date when nothing is set', () => {
    const report = runTables({
      NodeTypes: boxType, PriceSheet: ownPrices, Services: steady, DemandProfiles: [{ DemandId: 'd', Base: 1 }], Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    const [year = 0, month = 0] = starterCatalog.date.split('-').map(Number);
    const first = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const months = rowsOf(report, 'OutCostMonthly').map(row => row['Month']);
    expect([months[0], months.length]).toEqual([first, 12]);
  });
});

describe('jobs', () => {
  it('are measured by samples, whose cores come from the nodes they are placed on', () => {
    const report = runTables({
      Settings: settings({ HorizonStart: serial('2027-01-01') }), NodeTypes: [{ ...boxType[0], PhysicalCores: 4 }] as Rows, PriceSheet: ownPrices,
      FarmJobs: [{ JobId: 'j', Nodes: 10, BootSeconds: 0 }], NodeCounts: [{ JobId: 'j', Nodes: 20 }],
      SampleRuns: [{ JobId: 'j', SampleUnits: 10, SampleSeconds: 900, SampleNodes: 2, TotalUnits: 4000 }, { JobId: 'j', SampleUnits: 20, SampleSeconds: 1800, SampleNodes: 2, TotalUnits: 4000 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 'j', ...box }],
    });
    // 2 nodes x 4 cores x 2,700 s for 30 units: 0.2 core-hours each, 800 in all; on 10 nodes of 4 cores 20 h, 200 node-hours
    const job = only(rowsOf(report, 'OutJobs'));
    expect([job['Work'], job['Hours'], job['NodeHours'], job['EffectiveCost'], job['WorkPerBilledCore']]).toEqual([800, 20, 200, 20, 1]);
    const point = rowsOf(report, 'OutFrontier')[1] as Row;
    expect([point['Hours'], point['HoursLow'], point['HoursHigh']]).toEqual([10, 10, 10]);
    checksHold(report);
  });

  it('start on the local clock, and are charged in the plan only', () => {
    const outcome = runModel(workbook({
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 1, TimeZone: 'America/New_York' }), NodeTypes: boxType, PriceSheet: ownPrices,
      FarmJobs: [{ JobId: 'j', Nodes: 1, Work: 10, BootSeconds: 0, Start: serial('2027-01-31T12:00:00') }],
      Placements: [{ PlacementId: 'p', WorkloadId: 'j', ...box }],
    }), starterCatalog);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const job = only(rowsOf(outcome.report, 'OutJobs'));
    expect([job['Start'], job['End'], job['EffectiveCost'], job['CostPerWork']]).toEqual(['2027-01-31T17:00:00Z', '2027-02-01T03:00:00Z', 0.7, null]);
    expect(outcome.report.warnings.map(({ code }) => code)).toEqual(['job-ends-late']);
    checksHold(outcome.report);
  });
});

describe('a run', () => {
  it('tells its progress, never falling, and is the same every time', () => {
    const tables = { NodeTypes: boxType, PriceSheet: ownPrices, Services: steady, DemandProfiles: [{ DemandId: 'd', Base: 1 }], Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }] };
    const told: RunProgress[] = [];
    const [first, second] = [runModel(workbook(tables), starterCatalog, { onProgress: progress => told.push(progress) }), runModel(workbook(tables), starterCatalog)];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['read', 'demand', 'capacity', 'pricing', 'report']);
    expect(told.map(({ fraction }) => fraction)).toEqual([...told.map(({ fraction }) => fraction)].sort((a, b) => a - b));
    expect(told.at(-1)?.fraction).toBe(1);
  });
});
