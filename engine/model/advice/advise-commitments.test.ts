import { wordsOf } from '../../report/sentence.ts';
import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { byTerm, option, tables } from '../../test/advice.ts';
import { fleet, issuesOf, january, price, reportOf, reservation, settings, type Cells } from '../../test/fleet.ts';
import { answerOf, rowsOf } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

describe('what to commit to', () => {
  it('reserves what is wanted in more hours than the break-even', () => {
    const report = reportOf({ ...tables, CommitmentOptions: [option('ri', 'reserved')] });
    // 4 x 744 hours at 0.63 instead of 1; six nodes in half of the hours are not worth 0.63
    expect(byTerm(report, 'OutCommitmentPlan', 'share')).toEqual([
      expect.objectContaining({
        OptionId: 'ri', What: 'reserved-1y-no-upfront, t2.small', Region: 'us-east-1',
        Quantity: 4, Unit: 'Nodes', FractionalQuantity: 4, Upfront: 0, Fees: 1874.88, CoveredOnDemandCost: 2976, Saving: 1101.12, Utilization: 1,
        BreakEvenUtilization: expect.closeTo(0.63, 12),
      }),
    ]);
    // 30 % less: 4 x 0.63 x 744 + 3 x 372, or the best of 2.8 reserved; 30 % more likewise
    expect(byTerm(report, 'OutCommitmentWorth', 'share')).toEqual([
      expect.objectContaining({
        CostWithout: 5208, Cost: 4106.88, Saving: 1101.12, CostOfRounding: 0, LowerBound: 4106.88, CouldMiss: expect.closeTo(0, 8),
        Upfront: 0, Liability: 22_075.2, BreakEvenCashMonths: 0, BreakEvenLiabilityMonths: null,
        RegretLess: 116.06, RegretMore: 330.34,
      }),
    ]);
  });

  it('buys nothing for a month when the whole year is counted', () => {
    const report = reportOf({ ...tables, CommitmentOptions: [option('ri', 'reserved')] });
    expect(byTerm(report, 'OutCommitmentPlan', 'whole')).toEqual([expect.objectContaining({ Quantity: 0, Fees: 0, Utilization: null })]);
    expect(byTerm(report, 'OutCommitmentWorth', 'whole')).toEqual([expect.objectContaining({ Cost: 5208, Saving: 0, RegretLess: 0 })]);
  });

  it('buys for the whole term when demand goes on, and tells that first where the settings say so', () => {
    const goesOn = { Settings: [...(january['Settings'] ?? []), { Setting: 'TermBeyondPlan', Value: 'demand goes on' }] };
    const report = reportOf({ ...tables, ...goesOn, CommitmentOptions: [option('ri', 'reserved')] });
    // The days of January over and over for a year: four nodes always, six in half of its hours
    expect(byTerm(report, 'OutCommitmentWorth', 'demand goes on')).toEqual([
      expect.objectContaining({ CostWithout: 4 * 8760 + 6 * 4380, Cost: Math.round((4 * 0.63 * 8760 + 6 * 4380) * 100) / 100, Upfront: 0 }),
    ]);
    expect(rowsOf(report, 'OutCommitmentWorth').map(row => row['TermCounted'])).toEqual(['demand goes on', 'share', 'whole']);
    const answer = (tables_: Readonly<Record<string, Rows>>) => answerOf(reportOf(tables_), 'OutCommitmentPlan');
    expect(answer({ ...tables, ...goesOn, CommitmentOptions: [option('ri', 'reserved')] })).toContain('12,964.80'); // 4 x 0.37 x 8,760
    const whole = { Settings: [...(january['Settings'] ?? []), { Setting: 'TermBeyondPlan', Value: 'whole' }] };
    expect(answer({ ...tables, ...whole, CommitmentOptions: [option('ri', 'reserved')] })).toBe('Nothing considered pays.');
  });

  it('adds to what is held only what that leaves', () => {
    const report = reportOf({ ...tables, Commitments: [reservation('held', 't2.small', 3)], CommitmentOptions: [option('ri', 'reserved')] });
    expect(byTerm(report, 'OutCommitmentPlan', 'share')).toEqual([expect.objectContaining({ Quantity: 1, Saving: 275.28 })]);
    expect(byTerm(report, 'OutCommitmentWorth', 'share')).toEqual([expect.objectContaining({ CostWithout: 5208 - 3 * 744 })]);
  });

  it('prefers the cheaper of several, sizes a plan to 0.001, and keeps to a limit', () => {
    const options = [option('ri', 'reserved', { Most: 1 }), option('sp', 'compute-sp')];
    const report = reportOf({ ...tables, CommitmentOptions: options });
    // one node by reservation, three by the plan at 0.75 an hour
    expect(byTerm(report, 'OutCommitmentPlan', 'share').map(row => [row['OptionId'], row['Quantity'], row['Unit']])).toEqual([
      ['ri', 1, 'Nodes'], ['sp', 2.25, 'USD per hour'],
    ]);
    expect(byTerm(report, 'OutCommitmentWorth', 'share')).toEqual([
      expect.objectContaining({ Cost: Math.round((744 * (0.63 + 2.25) + 372 * 6) * 100) / 100 }),
    ]);
  });

  it('draws the load-duration curve beside what is to be reserved', () => {
    const report = reportOf({ ...tables, CommitmentOptions: [option('ri', 'reserved')] });
    expect(rowsOf(report, 'OutLoadDuration').map(row => [row['Family'], row['Band'], row['Hours'], row['Nodes']])).toEqual([
      ['us-east-1 t2.small', 'Wanted', 0, 10], ['us-east-1 t2.small', 'Wanted', 372, 10],
      ['us-east-1 t2.small', 'Wanted', 372, 4], ['us-east-1 t2.small', 'Wanted', 744, 4],
      ['us-east-1 t2.small', 'buy: ri', 0, 4], ['us-east-1 t2.small', 'buy: ri', 744, 4],
    ]);
    expect(report.charts.map(({ id }) => id)).toContain('ChartLoadDuration');
  });

  it('stacks what is to be bought on what is held, a line of the chart for each', () => {
    const report = reportOf({ ...tables, Commitments: [reservation('old', 't2.small', 3)], CommitmentOptions: [option('ri', 'reserved')] });
    const bands = rowsOf(report, 'OutLoadDuration').filter(row => row['Band'] !== 'Wanted');
    expect(bands.map(row => [row['Band'], row['Nodes']])).toEqual([['held: old', 3], ['held: old', 3], ['buy: ri', 4], ['buy: ri', 4]]);
    const chart = report.charts.find(({ id }) => id === 'ChartLoadDuration');
    expect(chart?.series?.map(({ name, firstRow, rowCount }) => [wordsOf(name), firstRow, rowCount])).toEqual([
      ['Wanted', 0, 4], ['held: old', 4, 2], ['buy: ri', 6, 2],
    ]);
  });

  it('covers no more than a share of the usage, and buys no less than is sold', () => {
    // 4 x 744 + 6 x 372 = 5,208 node-hours; 2 nodes cover 1,488 of them, 28.6 %
    const limited = (more: Cells) =>
      byTerm(reportOf({ ...tables, CommitmentOptions: [option('ri', 'reserved', more)] }), 'OutCommitmentPlan', 'share')[0]?.['Quantity'];
    expect(limited({ MostCoverage: 0.3 })).toBe(2);
    expect(limited({ MostCoverage: 1488 / 5208 })).toBe(2);
    expect(limited({ MostCoverage: 0.285 })).toBe(1);
    expect(limited({ MostCoverage: 0 })).toBe(0);
    expect(limited({ Least: 4 })).toBe(4);
    // five save 372 hours more than four cost; twelve would cost 12 x 744 x 0.63, more than 5,208
    expect(limited({ Least: 5 })).toBe(5);
    expect(limited({ Least: 12 })).toBe(0);
  });

  it('spends no more upfront than the budget', () => {
    const prices = [...tables.PriceSheet, price('t2.small', 0.1, 'reserved-1y-partial-upfront', { Upfront: 3000 })];
    const bought = (UpfrontBudget: number | null) => {
      const Settings = [...(january['Settings'] ?? []), { Setting: 'UpfrontBudget', Value: UpfrontBudget }];
      const CommitmentOptions = [option('ri', 'reserved', { Payment: 'partial-upfront' })];
      return byTerm(reportOf({ ...tables, Settings, PriceSheet: prices, CommitmentOptions }), 'OutCommitmentPlan', 'share')[0];
    };
    // 0.10 and 3,000 / 8,760 an hour pay even for half of the hours
    expect(bought(null)).toMatchObject({ Quantity: 10, Upfront: 30_000 });
    expect(bought(8999)).toMatchObject({ Quantity: 2, Upfront: 6000, FractionalQuantity: expect.closeTo(8999 / 3000, 6) });
    expect(bought(0)).toMatchObject({ Quantity: 0, Upfront: 0 });
  });

  it('costs, once bought, what was said: the bill is rated by the same waterfall', () => {
    const types = { 'm7i.large': 0.1, 'c7i.xlarge': 0.18, 't2.small': 0.023 };
    const groups = Object.keys(types).map((nodeType, index) => [`s${index}`, { nodes: 5 + 4 * index, nodeType }] as const);
    const plain = {
      ...january,
      ...fleet(Object.fromEntries(groups)),
      DemandShapes: groups.flatMap(([DemandId], index) =>
        Array.from({ length: 24 }, (_, hour) => ({ DemandId, DayOfWeek: 'all', HourOfDay: hour, Factor: ((hour * (index + 3)) % 7) / 5 }))),
      PriceSheet: Object.entries(types).flatMap(([nodeType, onDemand], index) => [
        price(nodeType, onDemand),
        price(nodeType, onDemand * (0.55 + 0.05 * index), 'reserved-1y-no-upfront'),
        price(nodeType, onDemand * (0.7 - 0.04 * index), 'compute-sp-1y-no-upfront'),
      ]),
    };
    const advised = reportOf({ ...plain, CommitmentOptions: [option('ri', 'reserved'), option('sp', 'compute-sp')] });
    const bought = byTerm(advised, 'OutCommitmentPlan', 'share').filter(row => Number(row['Quantity']) > 0);
    expect(new Set(bought.map(row => row['OptionId']))).toEqual(new Set(['ri', 'sp']));
    const Commitments = bought.map((row, index): Cells => {
      const quantity = Number(row['Quantity']);
      const common = { CommitmentId: `c${index}`, Provider: 'aws', Term: '1y', Start: serial('2027-01-01') };
      if (row['OptionId'] === 'sp') return { ...common, Kind: 'compute-sp', HourlyCommit: quantity };
      const NodeTypeOrFamily = String(row['What']).split(', ')[1] ?? '';
      return { ...common, Kind: 'reserved', Region: 'us-east-1', NodeTypeOrFamily, Quantity: quantity };
    });
    const [worth] = byTerm(advised, 'OutCommitmentWorth', 'share');
    const [bill] = rowsOf(reportOf({ ...plain, Commitments }), 'OutSummary');
    expect(Number(bill?.['EffectiveCost'])).toBeCloseTo(Number(worth?.['Cost']), 1);
    expect(Number(worth?.['Cost'])).toBeLessThan(Number(worth?.['CostWithout']));
  });

  it('shows month by month when buying has paid for itself', () => {
    const upfront = price('t2.small', 0.1, 'reserved-1y-partial-upfront', { Upfront: 3000 });
    const report = reportOf({
      ...tables, ...settings('2027-01-01', 3), PriceSheet: [...tables.PriceSheet, upfront],
      CommitmentOptions: [option('ri', 'reserved', { Payment: 'partial-upfront', Most: 4 })],
    });
    // four nodes: 12,000 upfront and 0.40 an hour, instead of 4.00; 3.00 an hour for the others, on the average
    const rows = byTerm(report, 'OutCommitmentCash', 'share');
    const hours = [744, 1416, 2160];
    expect(rows.map(row => row['PaidWithout'])).toEqual(hours.map(count => 7 * count));
    expect(rows.map(row => row['PaidWith'])).toEqual(hours.map(count => 12_000 + Math.round(count * (0.4 + 3) * 100) / 100));
    expect(rows.map(row => row['OwedWith'])).toEqual(hours.map(count => 12_000 + 0.4 * 8760 + 3 * count));
    expect(byTerm(report, 'OutCommitmentWorth', 'share')[0]).toMatchObject({ Upfront: 12_000, BreakEvenCashMonths: null });
    expect(report.charts.map(({ id }) => id)).toContain('ChartBreakEven');
  });

  it('commits vCPUs and memory of Google Cloud apart, and Azure by node type', () => {
    const at = (Provider: string, Region: string): Cells => ({ Provider, Region });
    const report = reportOf(
      {
        ...january,
        ...fleet({
          g: { nodes: 10, nodeType: 'n2-standard-4', more: at('gcp', 'us-central1') },
          a: { nodes: 3, nodeType: 'Standard_D4s_v5', more: at('azure', 'eastus') },
        }),
        CommitmentOptions: [
          option('cud', 'cud', { Provider: 'gcp', Term: '3y' }), option('ri', 'reserved', { Provider: 'azure', NodeTypeOrFamily: 'standard_d4s_v5' }),
        ],
      },
      starterCatalog,
    );
    const rows = byTerm(report, 'OutCommitmentPlan', 'share');
    // ten nodes of 4 vCPUs and 16 GiB
    expect(rows.map(row => [row['OptionId'], row['Quantity'], row['Unit'], row['Utilization']])).toEqual([
      ['cud', 40, 'vCPUs', 1], ['cud', 160, 'GiB', 1], ['ri', 3, 'Nodes', 1],
    ]);
    // Google's three years are 55 % off
    for (const row of rows.slice(0, 2)) expect(row['BreakEvenUtilization']).toBeCloseTo(0.45, 2);
    expect(rowsOf(report, 'OutCommitmentSchedule').filter(row => row['TermCounted'] === 'share').map(row => row['Quantity'])).toEqual([40, 160, 3]);
  });

  it('says nothing unless it is asked', () => {
    const report = reportOf(tables);
    expect([...rowsOf(report, 'OutCommitmentPlan'), ...rowsOf(report, 'OutCommitmentWorth'), ...rowsOf(report, 'OutLoadDuration')]).toEqual([]);
  });
});

describe('options that cannot be considered', () => {
  it('are told: not sold, without a price, for a scenario that is not there', () => {
    const issues = (...CommitmentOptions: Cells[]) => issuesOf({ ...tables, CommitmentOptions });
    expect(issues(option('x', 'azure-sp'))).toEqual([['purchase-not-sold', 'error', 'Kind']]);
    expect(issues(option('x', 'reserved', { Payment: 'monthly' }))).toEqual([['purchase-not-sold', 'error', 'Payment']]);
    expect(issues(option('x', 'reserved', { Step: 0 }))).toEqual([['not-above', 'error', 'Step']]);
    expect(issues(option('x', 'reserved', { Term: '3y' }))).toEqual([['no-price', 'warning', 'Kind']]);
    const type = { Term: '3y', NodeTypeOrFamily: 'T2.small' };
    expect(issues(option('x', 'reserved', type))).toEqual([['no-price', 'warning', 'NodeTypeOrFamily']]);
    expect(issues(option('x', 'reserved', { ScenarioId: 'Bass' }))).toEqual([['unknown-reference', 'warning', 'ScenarioId']]);
  });
});
