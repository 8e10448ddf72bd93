import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { box, boxType, checksHold, ownPrices, runTables, settings } from '../../test/own-box.ts';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial } from '../../test/workbook.ts';

const place = (QueueId: string, more: Cells = {}): Cells => ({ PlacementId: QueueId, WorkloadId: QueueId, ...box, ...more });
const eightCores = [{ ...boxType[0], PhysicalCores: 8, MemoryGiB: 32 }];
/** One month of nodes with eight cores at 0.10 an hour. */
const run = (queue: Cells, jobs: readonly Cells[], more: Readonly<Record<string, readonly Cells[]>> = {}) => {
  const report = runTables({
    Settings: settings({ HorizonStart: serial('2027-02-01'), HorizonMonths: 1, RandomSeed: 7 }),
    Queues: [{ QueueId: 'q', ...queue }],
    Jobs: jobs.map((job, index) => ({ JobId: `j${index}`, QueueId: 'q', ...job })),
    Placements: [place('q')],
    NodeTypes: eightCores,
    PriceSheet: ownPrices,
    ...more,
  });
  checksHold(report);
  return report;
};
const queueRow = (report: ReturnType<typeof run>, department: string | null = null): Row =>
  rowsOf(report, 'OutQueues').find(row => row['DepartmentId'] === department) as Row;

describe('queues of the workbook', () => {
  it('pay a fixed fleet for every hour, and tell who waits: two jobs of a whole node, one node', () => {
    const report = run({ MaxNodes: 1 }, [{ Cores: 8, RunMinutes: 60 }, { Cores: 8, RunMinutes: 30 }]);
    // 28 days; the second waits an hour
    expect(queueRow(report)).toMatchObject({
      Jobs: 2, Finished: 2, Waiting: 0, MeanWait: 0.5, MedianWait: 0, LongestWait: 1, CoreHours: 12, NodeHours: 672, EffectiveCost: 67.2,
      MeanSlowdown: (1 + 3) / 2,
    });
    expect(Number(queueRow(report)['Utilization'])).toBeCloseTo(12 / (672 * 8), 12);
    expect(rowsOf(report, 'OutQueueWaits').filter(row => Number(row['Jobs']) > 0).map(row => [row['Wait'], row['Share']])).toEqual([
      ['none', 0.5], ['up to 1 h', 0.5],
    ]);
    expect(report.charts.map(({ id }) => id)).toContain('ChartQueueWaits');
  });

  it('pay a growing fleet from its start to its stop', () => {
    const report = run({ MaxNodes: 5, MinNodes: 0, BootSeconds: 100, IdleSeconds: 500 }, [{ Cores: 8, Tasks: 3, RunMinutes: 50 }]);
    // Three nodes for 100 s + 3,000 s + 500 s: an hour each
    expect(queueRow(report)).toMatchObject({ NodeHours: 3, EffectiveCost: 0.3, LongestWait: 100 / 3600, CoreHours: 20 });
  });

  it('backfill what ends in time, and not what would delay the first', () => {
    const jobs = [
      { Cores: 6, RunMinutes: 60 },
      { Cores: 8, RunMinutes: 60, Start: serial('2027-02-01T00:01:00') },
      { Cores: 2, RunMinutes: 30, Start: serial('2027-02-01T00:02:00') },
      { Cores: 2, RunMinutes: 90, Start: serial('2027-02-01T00:03:00') },
    ];
    const longest = (Policy: string) => Number(queueRow(run({ MaxNodes: 1, Policy }, jobs))['LongestWait']) * 60;
    // EASY: the third runs at once, the fourth after the second, 117 minutes later; by turns the third waits 118
    expect(longest('easy')).toBeCloseTo(117, 6);
    expect(longest('fcfs')).toBeCloseTo(118, 6);
  });

  it('share a machine by what departments may have, and charge them for what they used, to the cent', () => {
    const jobs = ['a', 'b', 'c'].map((DepartmentId, index) => ({
      DepartmentId, Cores: 1 + index, RunMinutes: 45, EveryMinutes: 10, Arrivals: 'random', RunTimes: 'random',
    }));
    const report = run({ MaxNodes: 3, Policy: 'fair-share' }, jobs, { Departments: [{ DepartmentId: 'a', Share: 3 }, { DepartmentId: 'b', Share: 1 }] });
    const rows = rowsOf(report, 'OutQueues');
    expect(rows.map(row => row['DepartmentId'])).toEqual([null, 'a', 'b', 'c']);
    const cents = rows.map(row => Math.round(Number(row['EffectiveCost']) * 100));
    expect(cents.slice(1).reduce((sum, each) => sum + each, 0)).toBe(cents[0]);
    expect(cents[0]).toBe(672 * 3 * 10);
    // Poisson: 6 an hour for 672 hours, within five deviations
    for (const row of rows.slice(1)) expect(Math.abs(Number(row['Jobs']) - 4032)).toBeLessThan(5 * Math.sqrt(4032));
  });

  it('are M/M/c when arrivals and run times are random: the mean wait is Erlang\'s', () => {
    // Ten servers of one core, one job in 6.25 minutes of 50 minutes each: a load of 8
    const report = run({ MaxNodes: 10 }, [{ Cores: 1, RunMinutes: 50, EveryMinutes: 6.25, Arrivals: 'random', RunTimes: 'random' }], {
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 36, RandomSeed: 3 }),
      NodeTypes: [{ ...boxType[0], PhysicalCores: 1 }],
    });
    // C(10, 8) x 50 / (10 - 8) minutes. Waits of 252,000 jobs hang together for hours: their mean is off by 5 % (one deviation)
    const expected = (0.4091801506 * 50) / 2 / 60;
    expect(Math.abs(Number(queueRow(report)['MeanWait']) / expected - 1)).toBeLessThan(0.15);
  });

  it('cost the same for the same seed whatever the order of rows, and never more hours than were paid', () => {
    const job = fc.record({
      DepartmentId: fc.constantFrom('x', 'y', null), Cores: fc.integer({ min: 1, max: 8 }), Tasks: fc.integer({ min: 1, max: 6 }),
      RunMinutes: fc.integer({ min: 1, max: 600 }), EveryMinutes: fc.integer({ min: 30, max: 3000 }), Arrivals: fc.constantFrom('even', 'random'),
    });
    const queue = fc.constantFrom<Cells>(
      { MaxNodes: 6 }, { MaxNodes: 6, MinNodes: 1, IdleSeconds: 60 }, { MaxNodes: 6, Policy: 'easy' }, { MaxNodes: 6, Policy: 'conservative' },
      { MaxNodes: 6, Policy: 'sjf' }, { MaxNodes: 6, Policy: 'fair-share' },
    );
    fc.assert(
      fc.property(queue, fc.array(job, { minLength: 1, maxLength: 5 }), (asked, jobs) => {
        const named = jobs.map((each, index) => ({ JobId: `n${index}`, ...each }));
        const [report, reversed] = [run(asked, named), run(asked, [...named].reverse())];
        expect(rowsOf(reversed, 'OutQueues')).toEqual(rowsOf(report, 'OutQueues'));
        const row = queueRow(report);
        expect(Number(row['CoreHours'])).toBeLessThanOrEqual(Number(row['NodeHours']) * 8 + 1e-6);
      }),
      { numRuns: 30 },
    );
  });

  it('are not kept from nodes whose memory is not known', () => {
    const NodeTypes = [{ Provider: 'lab', NodeType: 'box', VCpu: 16, PhysicalCores: 8 }];
    const row = queueRow(run({ MaxNodes: 1 }, [{ Cores: 8, MemoryGiB: 500, RunMinutes: 60 }], { NodeTypes }));
    expect(row).toMatchObject({ Finished: 1, CoreHours: 8 });
  });

  it('run on several node types: the small ones first, large ones for what does not fit, each at its own price', () => {
    const NodeTypes = [...eightCores, { Provider: 'lab', NodeType: 'big', VCpu: 32, PhysicalCores: 16, MemoryGiB: 128, GpuCount: 2, GpuModel: 'M2050', GpuMemoryGiB: 3 }];
    const PriceSheet = [...ownPrices, { ...ownPrices[0], PriceId: 'big', NodeType: 'big', UnitPrice: 1 }];
    const growing = { MaxNodes: 4, MinNodes: 0 };
    const mixed = (jobs: readonly Cells[], more: Readonly<Record<string, readonly Cells[]>> = {}) =>
      run({ MaxNodes: 1 }, jobs, {
        NodeTypes, PriceSheet,
        QueueNodes: [{ QueueId: 'q', NodeType: 'big', FillOrder: 2, ...growing }, { QueueId: 'q', NodeType: 'Box', FillOrder: 1, ...growing }],
        Placements: [place('q'), place('q', { PlacementId: 'q2', NodeType: 'big' })],
        ...more,
      });
    const small = { Cores: 8, RunMinutes: 60 };
    const [large, card] = [{ Cores: 16, RunMinutes: 60 }, { Cores: 1, Gpus: 1, RunMinutes: 60 }];
    // One node-hour of each; a row for the queue as a whole
    const report = mixed([small, large]);
    expect(queueRow(report)).toMatchObject({ PlacementId: 'q, q2', Jobs: 2, EffectiveCost: 1.1, CoreHours: 24, LongestWait: 0 });
    // While the large job waits, two more small nodes start for it in vain, and stop after a second
    expect(queueRow(report)['NodeHours']).toBeCloseTo(2 + 2 / 3600, 9);
    expect(queueRow(report)['Utilization']).toBeCloseTo(24 / (24 + (2 * 8) / 3600), 9);
    expect(rowsOf(report, 'OutQueues')).toHaveLength(1);
    // A GPU is only on the large one; two share it
    expect(queueRow(mixed([card, card]))).toMatchObject({ NodeHours: 1, EffectiveCost: 1 });
    expect(queueRow(mixed([card, card, card]))).toMatchObject({ NodeHours: 2, EffectiveCost: 2 });
    // Small work goes to what is filled first
    expect(queueRow(mixed([small, small]))).toMatchObject({ NodeHours: 2, EffectiveCost: 0.2 });
    // A scenario has the node types it places
    const alone = mixed([small], { Placements: [place('q', { ScenarioId: 'large', NodeType: 'big' })] });
    expect(queueRow(alone)).toMatchObject({ PlacementId: 'q', EffectiveCost: 1 });
    // The order of rows does not matter
    const turned = mixed([small, large], { Placements: [place('q', { PlacementId: 'q2', NodeType: 'big' }), place('q')] });
    expect(rowsOf(turned, 'OutQueues')).toEqual(rowsOf(report, 'OutQueues'));
  });
});

describe('work that may be put off', () => {
  const night = { MaxNodes: 9, MinNodes: 0, PreferredFrom: 22, PreferredTo: 6 };
  const job = { Cores: 8, RunMinutes: 60, Start: serial('2027-02-01T10:30:00') };
  const longest = (queue: Cells, more: Cells, tables: Readonly<Record<string, readonly Cells[]>> = {}): unknown =>
    queueRow(run(queue, [{ ...job, ...more }], tables))['LongestWait'];

  it('waits for the preferred hours, over midnight too, when they come in time', () => {
    expect(longest(night, { DeferrableHours: 12 })).toBe(11.5);
    expect(longest(night, { DeferrableHours: 11 })).toBe(0);
    expect(longest(night, { DeferrableHours: 12, Start: serial('2027-02-01T03:30:00') })).toBe(0);
    expect(longest({ ...night, PreferredFrom: 3 }, { DeferrableHours: 24 })).toBe(16.5);
    expect(longest({ MaxNodes: 9, MinNodes: 0 }, { DeferrableHours: 24 })).toBe(0);
  });

  it('waits by the local clock', () => {
    const Settings = settings({ HorizonStart: serial('2027-02-01'), HorizonMonths: 1, TimeZone: 'America/New_York' });
    // 10:30 in New York is 15:30 UTC; 22 o'clock there is 3 UTC of the next day
    expect(longest(night, { DeferrableHours: 12 }, { Settings })).toBe(11.5);
  });

  it('is refused where an order counts cores', () => {
    const tables = {
      Settings: settings({ HorizonStart: serial('2027-02-01'), HorizonMonths: 1 }), NodeTypes: eightCores, PriceSheet: ownPrices, Placements: [place('q')],
      Queues: [{ QueueId: 'q', MaxNodes: 1, Policy: 'fcfs' }], Jobs: [{ JobId: 'j', QueueId: 'q', ...job, DeferrableHours: 1 }],
    };
    expect(issuesOf(tables)).toEqual([['queue-order-of-nodes', 'error', 'Policy']]);
  });
});

describe('queues that cannot run', () => {
  const tables = {
    Settings: settings({ HorizonStart: serial('2027-02-01'), HorizonMonths: 1 }), NodeTypes: eightCores, PriceSheet: ownPrices,
    Placements: [place('q')],
  };
  const issues = (queue: Cells, job: Cells, more: object = {}) =>
    issuesOf({ ...tables, Queues: [{ QueueId: 'q', ...queue }], Jobs: [{ JobId: 'j', QueueId: 'q', Cores: 1, RunMinutes: 1, ...job }], ...more });

  it('are told at their cells', () => {
    expect(issues({ MaxNodes: 2 }, {})).toEqual([]);
    expect(issues({ MaxNodes: 2 }, { Cores: 9 })).toEqual([['queued-job-too-large', 'error', 'Cores']]);
    expect(issues({ MaxNodes: 2, Policy: 'easy' }, { Cores: 9 })).toEqual([]);
    expect(issues({ MaxNodes: 2, Policy: 'easy' }, { Cores: 9, Tasks: 2 })).toEqual([['queued-job-too-large', 'error', 'Cores']]);
    expect(issues({ MaxNodes: 2 }, { Cores: 8, Tasks: 3, Coupled: 'yes' })).toEqual([['queued-job-too-large', 'error', 'Tasks']]);
    expect(issues({ MaxNodes: 2 }, { MemoryGiB: 33 })).toEqual([['queued-job-memory', 'error', 'MemoryGiB']]);
    expect(issues({ MaxNodes: 2 }, { RunMinutes: 0 })).toEqual([['not-above', 'error', 'RunMinutes']]);
    expect(issues({ MaxNodes: 2, MinNodes: 3 }, {})).toEqual([['above-maximum', 'error', 'MinNodes']]);
    expect(issues({ MaxNodes: 2, MinNodes: 1, Policy: 'easy' }, {})).toEqual([['queue-not-growing', 'error', 'Policy']]);
    expect(issues({ MaxNodes: 2 }, { QueueId: 'p' })).toEqual([['unknown-reference', 'error', 'QueueId']]);
    expect(issues({ MaxNodes: 2 }, {}, { Placements: [place('q', { Share: 0.5 })] })).toEqual([['queue-not-shared', 'error', 'Share']]);
    expect(issues({ MaxNodes: 2 }, { EveryMinutes: 0.001, Count: 10_000_000 })).toEqual([['too-many-rows', 'error', 'Count']]);
  });

  it('name what does not go together on several node types', () => {
    const tables = (more: Readonly<Record<string, readonly Cells[]>>) => issuesOf({
      Settings: settings({ HorizonStart: serial('2027-02-01'), HorizonMonths: 1 }),
      Queues: [{ QueueId: 'q', MaxNodes: 1 }],
      QueueNodes: [{ QueueId: 'q', NodeType: 'box', MaxNodes: 1 }, { QueueId: 'q', NodeType: 'big', MaxNodes: 1 }],
      Jobs: [{ JobId: 'j', QueueId: 'q', Cores: 1, RunMinutes: 1 }],
      Placements: [place('q'), place('q', { PlacementId: 'q2', NodeType: 'big' })],
      NodeTypes: [...eightCores, { ...eightCores[0], NodeType: 'big' }],
      PriceSheet: [...ownPrices, { ...ownPrices[0], PriceId: 'big', NodeType: 'big' }],
      ...more,
    });
    expect(tables({})).toEqual([]);
    expect(tables({ QueueNodes: [{ QueueId: 'q', NodeType: 'box', MaxNodes: 1 }] })).toEqual([['queue-nodes-unmatched', 'error', 'NodeType']]);
    expect(tables({ QueueNodes: [{ QueueId: 'q', NodeType: 'box', MaxNodes: 1, MinNodes: 2 }] })).toContainEqual(['above-maximum', 'error', 'MinNodes']);
    expect(tables({ Placements: [place('q'), place('q', { PlacementId: 'q2' })] })).toEqual([
      ['queue-nodes-unmatched', 'error', 'NodeType'], ['queue-nodes-unmatched', 'error', 'NodeType'],
    ]);
    const later = place('q', { PlacementId: 'q2', NodeType: 'big', From: serial('2027-02-02') });
    expect(tables({ Placements: [place('q'), later] })).toEqual([['queue-dates-differ', 'error', 'From']]);
    expect(tables({ Queues: [{ QueueId: 'q', MaxNodes: 1, Policy: 'easy' }] })).toEqual([['queue-order-of-nodes', 'error', 'Policy']]);
    expect(tables({ Jobs: [{ JobId: 'j', QueueId: 'q', Cores: 1, Gpus: 1, RunMinutes: 1 }] })).toEqual([['queued-job-too-large', 'error', 'Gpus']]);
  });

  it('warn of a load above what the fleet can do, with the hour since which somebody waits', () => {
    // One core an hour comes too much from the tenth day on
    const heavy = { Cores: 8, RunMinutes: 120, EveryMinutes: 60, Start: serial('2027-02-10') };
    const found = issues({ MaxNodes: 1 }, heavy);
    expect(found).toEqual([['queue-backlog', 'warning', 'MaxNodes']]);
  });
});
