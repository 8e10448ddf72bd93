import { describe, expect, it } from '@jest/globals';
import { issueCodes, type IssueCode } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import { smallCatalog } from '../test/small-catalog.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

type Tables = Readonly<Record<string, Rows>>;

const good: Tables = {
  Settings: [{ Setting: 'HorizonStart', Value: serial('2027-01-01') }, { Setting: 'HorizonMonths', Value: 1 }],
  Services: [{ ServiceId: 'shop', DemandId: 'web', CapacityPerNode: 10 }],
  DemandProfiles: [{ DemandId: 'web', Base: 100, GrowthPerYear: 0.1 }],
  DemandShapes: [{ DemandId: 'web', DayOfWeek: 'all', HourOfDay: 9, Factor: 2 }],
  DemandSeries: [{ DemandId: 'seen', PeriodStart: serial('2026-12-01'), Quantity: 5 }],
  DemandFormulas: [{ DemandId: 'rule', Formula: 'hour + web' }],
  FarmJobs: [{ JobId: 'film', Work: 1000, Nodes: 10 }],
  NodeCounts: [{ JobId: 'film', Nodes: 20 }],
  Placements: [
    { PlacementId: 'p1', WorkloadId: 'shop', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge', Os: 'linux', Purchase: 'on-demand' },
    { PlacementId: 'p2', WorkloadId: 'film', Provider: 'aws', Region: 'us-east-1', NodeType: 'c7i.4xlarge' },
  ],
};
const issuesOf = (tables: Tables): readonly Issue[] => {
  const outcome = runModel(workbook(tables), smallCatalog, { parts: allParts });
  return outcome.ok ? outcome.report.warnings : outcome.issues;
};
const isRefused = (tables: Tables): boolean => !runModel(workbook(tables), smallCatalog, { parts: allParts }).ok;

/** The good workbook with a row of a table changed, and perhaps a table more. */
const changed = (tableId: string, change: Rows[number], row = 0, more: Tables = {}): Tables => ({
  ...good, ...more,
  [tableId]: (good[tableId] ?? [{}]).map((cells, index) => (index === row ? { ...cells, ...change } : cells)),
});
const without = (tableId: string): Tables => Object.fromEntries(Object.entries(good).filter(([id]) => id !== tableId));
const added = (tableId: string, ...rows: Rows): Tables => ({ ...good, [tableId]: [...(good[tableId] ?? []), ...rows] });
const secondService = { ServiceId: 'shop2', DemandId: 'web', CapacityPerNode: 10 };

const agreed = (more: Rows[number]): Rows[number] => ({ NegotiatedId: 'EDP', AppliesTo: 'both', Percent: 0.1, ...more });

type Values = Readonly<Record<string, string | number>>;

const cases: readonly (readonly [what: string, tables: Tables, code: IssueCode, column: string | undefined, values: Values])[] = [
  ['text in a number cell', changed('Services', { CapacityPerNode: 'ten' }), 'invalid-number', 'CapacityPerNode', { text: 'ten' }],
  ['a number typed as text', changed('Services', { CapacityPerNode: '10' }), 'invalid-number', 'CapacityPerNode', { text: '10' }],
  ['TRUE in a number cell', changed('DemandProfiles', { Base: true }), 'invalid-number', 'Base', { text: 'TRUE' }],
  ['an Excel error', changed('DemandProfiles', { Base: '#N/A' }), 'error-cell', 'Base', { error: '#N/A' }],
  ['an Excel error in an optional text cell', changed('Services', { DemandUnit: '#REF!' }), 'error-cell', 'DemandUnit', { error: '#REF!' }],
  ['a blank required cell', changed('Services', { ServiceId: '  ' }), 'blank-cell', 'ServiceId', {}],
  ['negative hours', changed('FarmJobs', { Work: -5 }), 'not-above', 'Work', { value: -5, limit: 0 }],
  ['no nodes', changed('FarmJobs', { Nodes: 0 }), 'below-minimum', 'Nodes', { value: 0, minimum: 1 }],
  ['no nodes to try', changed('NodeCounts', { Nodes: 0 }), 'below-minimum', 'Nodes', { value: 0, minimum: 1 }],
  ['half a node', changed('FarmJobs', { Nodes: 2.5 }), 'not-whole', 'Nodes', { value: 2.5 }],
  ['an hour beyond 23', changed('DemandShapes', { HourOfDay: 24 }), 'above-maximum', 'HourOfDay', { value: 24, maximum: 23 }],
  ['a share above one', changed('Placements', { Share: 1.5 }), 'above-maximum', 'Share', { value: 1.5, maximum: 1 }],
  ['most nodes below least', changed('Services', { MinNodes: 5, MaxNodes: 2 }), 'below-minimum', 'MaxNodes', { value: 2, minimum: 5 }],
  ['a misspelled day', changed('DemandShapes', { DayOfWeek: 'mom' }), 'not-a-choice', 'DayOfWeek', { value: 'mom', suggestion: 'mon' }],
  ['a misspelled operating system', changed('Placements', { Os: 'windos' }), 'not-a-choice', 'Os', { suggestion: 'windows' }],
  ['a misspelled setting', changed('Settings', { Setting: 'HorizonStrat' }), 'not-a-choice', 'Setting', { suggestion: 'HorizonStart' }],
  ['a setting of the wrong kind', changed('Settings', { Value: 'soon' }, 0), 'invalid-date', 'Value', { text: 'soon' }],
  ['an unknown time zone', added('Settings', { Setting: 'TimeZone', Value: 'Mars/Base' }), 'invalid-time-zone', 'Value', { timeZone: 'Mars/Base' }],
  ['no currency', added('Settings', { Setting: 'BaseCurrency', Value: 'dollars' }), 'unknown-currency', 'Value', { currency: 'dollars' }],
  ['a date as text', changed('DemandSeries', { PeriodStart: '1.12.2026' }), 'invalid-date', 'PeriodStart', { text: '1.12.2026' }],
  ['a date that never was', changed('Placements', { From: '2027-02-30' }), 'invalid-date', 'From', { text: '2027-02-30' }],
  ['an end before its start', changed('Placements', { From: serial('2027-02-01'), To: serial('2027-01-15') }), 'end-before-start', 'To', { start: '2027-02-01', end: '2027-01-15' }],
  ['a placement stated twice', added('Placements', { ...good['Placements']?.[0] }), 'duplicate-key', 'PlacementId', { key: 'p1', otherCell: 'C6' }],
  ['a demand in two tables', added('DemandProfiles', { DemandId: 'Seen', Base: 1 }), 'stated-twice', 'DemandId', { name: 'seen', otherTable: 'DemandProfiles' }],
  ['a service and a job of one name', added('Services', { ...secondService, ServiceId: 'FILM' }), 'stated-twice', 'JobId', { otherTable: 'Services' }],
  ['an unknown demand', changed('Services', { DemandId: 'wep' }), 'unknown-reference', 'DemandId', { value: 'wep', suggestion: 'web' }],
  ['an unknown workload', changed('Placements', { WorkloadId: 'shp' }), 'unknown-reference', 'WorkloadId', { suggestion: 'shop', tables: 'Services, FarmJobs' }],
  ['node counts of an unknown job', changed('NodeCounts', { JobId: 'flim' }), 'unknown-reference', 'JobId', { suggestion: 'film' }],
  ['a plan of spend for a placement', changed('Placements', { Purchase: 'compute-sp-1y-no-upfront' }), 'purchase-not-for-placement', 'Purchase', { purchase: 'compute-sp-1y-no-upfront' }],
  ['an unknown provider', changed('Placements', { Provider: 'awz' }), 'unknown-provider', 'Provider', { suggestion: 'aws' }],
  ['an unknown region', changed('Placements', { Region: 'us-eest-1' }), 'unknown-region', 'Region', { suggestion: 'us-east-1' }],
  ['an unknown node type', changed('Placements', { NodeType: 'm7i.xlrge' }), 'unknown-node-type', 'NodeType', { suggestion: 'm7i.xlarge' }],
  ['an unknown node type of a job', changed('Placements', { NodeType: 'c7i.4xlrge' }, 1), 'unknown-node-type', 'NodeType', { suggestion: 'c7i.4xlarge' }],
  ['an unknown purchase word', changed('Placements', { Purchase: 'on demad' }), 'unknown-purchase', 'Purchase', { suggestion: 'on-demand' }],
  ['a form the provider does not sell', changed('Placements', { Purchase: 'reserved-1y-monthly' }), 'purchase-not-sold', 'Purchase', { provider: 'aws' }],
  ['a combination without a price', changed('Placements', { Os: 'windows' }), 'no-price', 'NodeType', { operatingSystem: 'windows' }],
  ['a currency without a rate', added('Settings', { Setting: 'BaseCurrency', Value: 'CHF' }), 'no-exchange-rate', 'NodeType', { from: 'USD', to: 'CHF' }],
  ['a job without work', changed('FarmJobs', { Work: null }), 'no-work', 'Work', { job: 'film' }],
  ['work stated and measured', { ...good, SampleRuns: [{ JobId: 'film', SampleUnits: 1, SampleSeconds: 1, TotalUnits: 2 }] }, 'work-stated-twice', 'Work', { job: 'film' }],
  ['sample totals that differ', changed('FarmJobs', { Work: null }, 0, { SampleRuns: [1, 2].map(TotalUnits => ({ JobId: 'film', SampleUnits: 1, SampleSeconds: 1, TotalUnits })) }), 'total-units-differ', 'TotalUnits', { value: 2, other: 1 }],
  ['samples on unknown cores', { ...changed('FarmJobs', { Work: null }, 0, { SampleRuns: [{ JobId: 'film', SampleUnits: 1, SampleSeconds: 1, TotalUnits: 9, CoresPerNode: null }] }), Placements: [...(good['Placements'] ?? []), { PlacementId: 'p3', WorkloadId: 'film', ScenarioId: 'B', Provider: 'aws', Region: 'us-east-1', NodeType: 'c7i.8xlarge' }] }, 'sample-cores-unknown', 'CoresPerNode', { coreCounts: '8, 16' }],
  ['gpu-hours on a node without GPUs', changed('FarmJobs', { WorkUnit: 'gpu-hours' }), 'node-type-without-cores', 'NodeType', { workUnit: 'gpu-hours' }],
  ['a job before the plan', changed('FarmJobs', { Start: serial('2026-12-31') }), 'job-outside-placement', 'Start', { job: 'film' }],
  ['an unsafe formula', changed('DemandFormulas', { Formula: 'hour.constructor("return 1")' }), 'formula-not-allowed', 'Formula', {}],
  ['a formula that assigns', changed('DemandFormulas', { Formula: 'hour = 5' }), 'formula-not-allowed', 'Formula', { part: '=' }],
  ['a broken formula', changed('DemandFormulas', { Formula: '5 +' }), 'formula-syntax', 'Formula', {}],
  ['a formula of unknown names', changed('DemandFormulas', { Formula: 'hours * 2' }), 'formula-unknown-name', 'Formula', { name: 'hours', suggestion: 'hour' }],
  ['a formula with too few arguments', changed('DemandFormulas', { Formula: 'pow(2)' }), 'formula-argument-count', 'Formula', { given: 1, wanted: '2' }],
  ['a formula out of bounds', changed('DemandFormulas', { Formula: `1${' + 1'.repeat(800)}` }), 'formula-too-large', 'Formula', {}],
  ['a formula that reads itself', changed('DemandFormulas', { Formula: 'rule + 1' }), 'circular-formula', 'Formula', { path: 'rule > rule' }],
  ['a negative result', { ...changed('DemandFormulas', { Formula: '10 - hour' }), Services: [{ ...secondService, ServiceId: 'shop', DemandId: 'rule' }] }, 'formula-result', 'Formula', { value: -1, localTime: '2027-01-01T11:00:00' }],
  ['a series that starts late', { ...changed('DemandSeries', { PeriodStart: serial('2027-01-02') }), Services: [{ ...secondService, ServiceId: 'shop', DemandId: 'seen' }] }, 'series-starts-late', 'DemandId', { demand: 'seen' }],
  ['an own price in no currency', { ...good, PriceSheet: [{ PriceId: 'x', Provider: 'lab', Region: 'r', NodeType: 'n', UnitPrice: 1, Currency: '' }] }, 'blank-cell', 'Currency', {}],
  ['an upfront part of a savings plan rate', { ...good, PriceSheet: [{ PriceId: 'x', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.large', Purchase: 'compute-sp-1y-all-upfront', UnitPrice: 0.1, Upfront: 5, Currency: 'USD' }] }, 'upfront-without-reservation', 'Upfront', { price: 'x', purchase: 'compute-sp-1y-all-upfront' }],
  ['own prices that contradict each other', { ...good, PriceSheet: ['x', 'y'].map(PriceId => ({ PriceId, Provider: 'lab', Region: 'r', NodeType: 'n', UnitPrice: 1, Currency: 'USD' })) }, 'duplicate-key', 'PriceId', {}],
  ['an exchange rate of nothing', { ...good, FxRates: [{ From: 'USD', To: 'EUR', Date: serial('2026-01-01'), Rate: 0 }] }, 'not-above', 'Rate', {}],
  ['a negotiated discount above all', { ...good, Negotiated: [agreed({ Percent: 1.2 })] }, 'above-maximum', 'Percent', { value: 1.2, maximum: 1 }],
  ['a negotiated row of nothing', { ...good, Negotiated: [agreed({ Percent: null })] }, 'negotiated-change', 'Percent', { negotiated: 'EDP' }],
  ['a discount and a fixed price', { ...good, Negotiated: [agreed({ AppliesTo: 'on-demand', FixedPrice: 1, Currency: 'USD' })] }, 'negotiated-change', 'Percent', {}],
  ['a fixed price of no currency', { ...good, Negotiated: [agreed({ AppliesTo: 'on-demand', Percent: null, FixedPrice: 1, Currency: null })] }, 'blank-cell', 'Currency', {}],
  ['a fixed fee of commitments', { ...good, Negotiated: [agreed({ Percent: null, FixedPrice: 1, Currency: 'USD' })] }, 'negotiated-fixed-fee', 'AppliesTo', {}],
  ['an agreement that ends before it starts', { ...good, Negotiated: [agreed({ From: serial('2027-02-01'), To: serial('2027-02-01') })] }, 'end-before-start', 'To', {}],
  ['two agreements of one priority', { ...good, Negotiated: [agreed({ SkuPattern: '*.xlarge', Priority: 3 }), agreed({ NegotiatedId: 'PPA', SkuPattern: 'm7i.*', Priority: 3 })] }, 'negotiated-tie', 'Priority', { negotiated: 'PPA', other: 'EDP', priority: 3 }],
  ['a support plan without its first band', { ...good, SupportPlans: [{ SupportId: 's', Provider: 'aws', Currency: 'USD' }], SupportBands: [{ SupportId: 's', FromAmount: 10, Percent: 0.1 }] }, 'support-bands-start', 'SupportId', { support: 's' }],
  ['a band of an unknown plan', { ...good, SupportPlans: [{ SupportId: 's', Provider: 'aws', Currency: 'USD' }], SupportBands: [{ SupportId: 's', FromAmount: 0, Percent: 0.1 }, { SupportId: 'ss', FromAmount: 0, Percent: 0.1 }] }, 'unknown-reference', 'SupportId', { suggestion: 's' }],
  ['a tax above all', { ...good, Taxes: [{ TaxId: 't', Percent: 19 }] }, 'above-maximum', 'Percent', { value: 19, maximum: 1 }],
  ['a fee of an unknown scenario', { ...good, Taxes: [{ TaxId: 't', Percent: 0.19, ScenarioId: 'Bass' }] }, 'unknown-reference', 'ScenarioId', { value: 'Bass', suggestion: 'Base' }],
  ['a fee without a rate of exchange', { ...good, FlatFees: [{ FeeId: 'f', Provider: 'aws', AmountPerMonth: 1, Currency: 'CHF' }] }, 'no-exchange-rate', 'Currency', { from: 'CHF', to: 'USD' }],
  ['a fee that ends before it starts', { ...good, FlatFees: [{ FeeId: 'f', Provider: 'aws', AmountPerMonth: 1, Currency: 'USD', From: serial('2027-02-01'), To: serial('2027-01-01') }] }, 'end-before-start', 'To', {}],
  ['a negative fee', { ...good, FlatFees: [{ FeeId: 'f', Provider: 'aws', AmountPerMonth: -1, Currency: 'USD' }] }, 'below-minimum', 'AmountPerMonth', {}],
  ['a yearly promise of no beginning', { ...good, MinimumSpends: [{ MinimumId: 'm', Provider: 'aws', Amount: 1, Currency: 'USD', Period: 'year', From: null }] }, 'blank-cell', 'From', {}],
  ['a promise from the middle of a month', { ...good, MinimumSpends: [{ MinimumId: 'm', Provider: 'aws', Amount: 1, Currency: 'USD', Period: 'month', From: serial('2027-01-15') }] }, 'not-first-of-month', 'From', { date: '2027-01-15' }],
  ['a missing column', { ...good, Placements: (good['Placements'] ?? []).map(({ PlacementId, WorkloadId, Provider, Region }) => ({ PlacementId, WorkloadId, Provider, Region }) as Rows[number]) }, 'missing-column', undefined, { table: 'Placements', column: 'NodeType' }],
  ['a missing table', without('Placements'), 'missing-table', undefined, { table: 'Placements' }],
  ['a missing table that others need', { Placements: good['Placements'] ?? [] }, 'missing-table', undefined, { table: 'Services, FarmJobs, Queues, ModelServing, ModelTraining', neededBy: 'Placements.WorkloadId' }],
  ['an empty table', { ...good, Placements: [{ PlacementId: null, WorkloadId: null, Provider: null, Region: null, NodeType: null }] }, 'empty-table', undefined, { table: 'Placements' }],
];

describe('bad input', () => {
  it('starts from a workbook without a problem', () => expect(issuesOf(good)).toEqual([]));

  it.each(cases)('%s is refused with its cell and values', (_what, tables, code, column, values) => {
    const issues = issuesOf(tables);
    expect(isRefused(tables)).toBe(true);
    const found = issues.find(issue => issue.code === code && issue.location?.columnName === column);
    expect({ found: found?.code, all: issues.map(issue => `${issue.code} ${issue.location?.columnName ?? ''}`) }).toMatchObject({ found: code });
    expect(found?.values).toMatchObject(values);
    expect(Object.keys(found?.values ?? {}).sort()).toEqual([...issueCodes[code]].sort());
    expect(found?.severity).toBe('error');
    if (column) expect(found?.location?.cellAddress).toMatch(/^[A-Z]+\d+$/);
  });

  it('tells one problem of one cell, not its consequences', () => {
    for (const [what, tables, code] of cases) {
      const codes = issuesOf(tables).filter(issue => issue.severity === 'error').map(issue => issue.code);
      expect([what, [...new Set(codes)]]).toEqual([what, [code]]);
    }
  });

  it('names the very cell: the table starts at any column, headers in row 5', () => {
    // Tables of the fixture start in columns A, B, C in turn: Services is the second, its first body row is row 6.
    const [issue] = issuesOf(changed('Services', { CapacityPerNode: 'ten' }));
    expect(issue?.location).toEqual({ sheetName: 'Services sheet', tableName: 'Services', cellAddress: 'D6', columnName: 'CapacityPerNode' });
  });

  it('tells all problems at once, errors first, in the order of the tables', () => {
    const issues = issuesOf({
      ...good,
      Services: [{ ServiceId: 'shop', DemandId: 'wep', CapacityPerNode: 'ten' }, { ServiceId: 'b', DemandId: 'web', CapacityPerNode: -1 }],
      DemandFormulas: [{ DemandId: 'rule', Formula: 'nonsense' }],
      Placements: [{ ...good['Placements']?.[0], NodeType: 'm7i.xlrge' }, { ...good['Placements']?.[1], Region: 'us-eest-1', CommittedNodes: 4 }],
    });
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error unknown-reference', 'error invalid-number', 'error not-above', 'error formula-unknown-name', 'error unknown-node-type', 'error unknown-region',
      'warning committed-nodes-ignored',
    ]);
  });

  it('warns of what is allowed but probably not meant', () => {
    const warned = (tables: Tables): string[] => {
      expect(isRefused(tables)).toBe(false);
      return issuesOf(tables).map(({ code }) => code);
    };
    expect(warned(changed('Placements', { Share: 0.4 }))).toEqual(['shares-not-one']);
    expect(warned(changed('Placements', { From: serial('2027-01-10') }))).toEqual(['shares-not-one']);
    expect(warned(changed('Placements', { CommittedNodes: 3 }))).toEqual(['committed-nodes-ignored']);
    expect(warned(added('Services', secondService))).toEqual(['workload-not-placed']);
    expect(warned({ ...good, PriceSheet: [{ PriceId: 'x', Provider: 'lab', Region: 'r', NodeType: 'n', UnitPrice: null, Currency: 'USD' }] })).toEqual(['own-price-blank']);
    expect(warned(changed('FarmJobs', { Nodes: 1, Work: 50_000 }))).toEqual(['job-ends-late']);
    expect(warned(added('Placements', { ...good['Placements']?.[0], PlacementId: 'p9', From: serial('2028-01-01') }))).toContain('placement-outside-plan');
  });

  it('ignores columns it does not know, and blank rows', () => {
    const tables = changed('Services', { Remark: 'ours', Target: '#N/A' });
    expect(issuesOf({ ...tables, DemandShapes: [...(tables['DemandShapes'] ?? []), { DemandId: null, DayOfWeek: ' ', HourOfDay: null, Factor: null }] })).toEqual([]);
  });

  it('never takes an own blank price for zero', () => {
    const tables = changed('Placements', { Os: 'windows' }, 0, {
      PriceSheet: [{ PriceId: 'x', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge', Os: 'windows', UnitPrice: null, Currency: 'USD' }],
    });
    expect(issuesOf(tables).map(({ code }) => code)).toEqual(['no-price', 'own-price-blank']);
  });

  it('takes 100,000 rows and refuses one more', () => {
    const rows = (count: number): Rows => Array.from({ length: count }, (_, row) => ({ DemandId: 'seen', PeriodStart: serial('2016-01-01') + row / 24, Quantity: row % 7 }));
    const tables = (count: number): Tables => ({ ...good, DemandSeries: rows(count), Services: [{ ServiceId: 'shop', DemandId: 'seen', CapacityPerNode: 1 }] });
    expect(isRefused(tables(100_000))).toBe(false);
    expect(issuesOf(tables(100_001)).map(({ code, values }) => [code, values['rowCount']])).toEqual([['too-many-rows', 100_001]]);
  });

  it('refuses more different runs than memory holds, but not many placements of one', () => {
    const placements = (count: number, share: (index: number) => number): Rows =>
      Array.from({ length: count }, (_, index) => ({ ...good['Placements']?.[0], PlacementId: `p${index}`, ScenarioId: `s${index % 2}`, Share: share(index) }));
    const tables = (rows: Rows, months: number): Tables => ({ ...good, Settings: [{ Setting: 'HorizonMonths', Value: months }], Placements: rows });
    const issues = issuesOf(tables(placements(400, index => (index + 1) / 400), 120));
    expect(issues.map(({ code, location }) => [code, location?.tableName])).toEqual([['too-many-rows', 'Placements']]);
    expect(isRefused(tables(placements(400, () => 0.5), 1))).toBe(false);
    // 8,738 placements for 120 months are 1,048,560 charges at least: the sheet of OutCostDetail has fewer rows
    const charges = issuesOf(tables(placements(8738, () => 0.5), 120));
    expect(charges.map(({ code, location, values }) => [code, location?.tableName, values['maximum']])).toEqual([['too-many-rows', 'Placements', 8737]]);
  });

  it('does not crash on any cell', () => {
    const nasty = [null, '', ' ', 'x', '=1+1', '#N/A', true, false, -1, 0, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 0.1, 1e-320, '__proto__', '1e5', '2027-13-01', 60, 2_958_466];
    for (const tableId of Object.keys(good)) {
      for (const column of Object.keys(good[tableId]?.[0] ?? {})) {
        for (const cell of nasty) expect(() => issuesOf(changed(tableId, { [column]: cell }))).not.toThrow();
      }
    }
  });
});
