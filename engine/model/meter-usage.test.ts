import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import { checksHold, runTables, settings } from '../test/own-box.ts';
import { rowsOf, type Row } from '../test/report-rows.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

const year = settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 12 });
const month = settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 1 });
const egress = { UsageId: 'out', MeterId: 'aws/us-east-1/internet-egress', Quantity: 10_240 };
const water = (rows: Rows, changes = {}): Record<string, Rows> => ({
  Settings: settings({ BaseCurrency: 'KRW', HorizonStart: serial('2027-01-01'), HorizonMonths: 1 }),
  Meters: [{ MeterId: 'water', Provider: 'Pohang', Unit: 'm3', Currency: 'KRW', ...changes }],
  MeterTiers: rows,
  MeterUsage: [{ UsageId: 'w', MeterId: 'water', Quantity: 20 }],
});
const general: Rows = [{ MeterId: 'water', FromQuantity: 0, UnitPrice: 585 }, { MeterId: 'water', FromQuantity: 15, UnitPrice: 950 }];

const total = (tables: Readonly<Record<string, Rows>>): unknown => {
  const report = runTables(tables);
  checksHold(report);
  return rowsOf(report, 'OutSummary')[0]?.EffectiveCost;
};
const line = (row: Row): string => `${row.PricingQuantity} ${row.PricingUnit} x ${row.ContractedUnitPrice} = ${row.BilledCost}`;
const lines = (tables: Readonly<Record<string, Rows>>): string[] => rowsOf(runTables(tables), 'OutCostDetail').map(line);
const problems = (tables: Readonly<Record<string, Rows>>): string[] => {
  const outcome = runModel(workbook(tables), starterCatalog, { parts: allParts });
  if (outcome.ok) return ['none'];
  return outcome.issues.map(({ code, location }) => `${code} ${location?.tableName}.${location?.columnName ?? ''} ${location?.cellAddress ?? ''}`);
};

describe('usage of meters in a run', () => {
  it('is charged by tariffs of the catalog, a line for the allowance and each tier, alone or beside placements', () => {
    const report = runTables({ Settings: month, MeterUsage: [{ ...egress, Quantity: 51_200, CostCentre: 'web' }] });
    checksHold(report);
    const detail = rowsOf(report, 'OutCostDetail');
    expect(detail.map(line)).toEqual(['100 GiB x 0 = 0', '10140 GiB x 0.09 = 912.6', '40960 GiB x 0.085 = 3481.6']);
    expect(detail[1]).toMatchObject({
      ServiceCategory: 'Networking', ServiceSubcategory: 'Network Connectivity', ServiceName: 'AWS Data Transfer', ProviderName: 'aws',
      RegionId: 'us-east-1', PricingCategory: 'Standard', ChargeFrequency: 'Usage-Based', ResourceId: 'out', x_WorkloadId: 'out',
      x_ScenarioId: 'Base', x_CostCentre: 'web', ConsumedUnit: 'GiB', SkuId: 'aws/us-east-1/internet-egress',
      ChargeDescription: 'AWS Data Transfer usage (aws/us-east-1/internet-egress, from 0)',
    });
    expect(rowsOf(report, 'OutSummary')[0]).toMatchObject({ EffectiveCost: 4394.2, ListCost: 4394.2, IsComplete: true });
    expect(rowsOf(report, 'OutTariffs').map(({ FromQuantity, UnitPrice }) => [FromQuantity, UnitPrice])).toEqual([
      [0, 0.09], [10_240, 0.085], [51_200, 0.07], [153_600, 0.05],
    ]);
  });

  it('begins with tiers and allowance anew each month', () => {
    expect(total({ Settings: year, MeterUsage: [egress] })).toBe(10_951.2); // 12 x 912.60
  });

  it('shares tiers and allowance between rows, by quantity', () => {
    const half = { ...egress, Quantity: 5120 };
    expect(total({ Settings: month, MeterUsage: [half, { ...half, UsageId: 'b' }] })).toBe(912.6);
    const rows = [{ ...half, Quantity: 300 }, { ...half, UsageId: 'b', MeterId: 'aws/sa-east-1/internet-egress', Quantity: 100 }];
    // 75 and 25 GiB are free: 225 x 0.09 + 75 x 0.15
    expect(total({ Settings: month, MeterUsage: rows })).toBe(31.5);
  });

  it('prices 20 m3 of water graduated, at the step reached, or as a household', () => {
    expect(total(water(general))).toBe(13_525);
    expect(total(water(general, { Mode: 'all-units' }))).toBe(19_000);
    const household = [...general, { MeterId: 'water', Eligibility: 'household', FromQuantity: 0, UnitPrice: 585 }];
    const usage = [{ UsageId: 'w', MeterId: 'water', Quantity: 20, Eligibility: 'Household' }];
    expect(total({ ...water(household, { Mode: 'all-units' }), MeterUsage: usage })).toBe(11_700);
  });

  it('converts the unit of a quantity to that of the meter', () => {
    // 10 TB are 9,313.225746154785 GiB, 100 of them free, at 0.09
    expect(total({ Settings: month, MeterUsage: [{ ...egress, Quantity: 10, Unit: 'TB' }] })).toBe(829.19);
    const requests = { UsageId: 'r', MeterId: 'aws/us-east-1/s3-write-requests', Quantity: 3_000_000, Unit: 'Requests' };
    expect(lines({ Settings: month, MeterUsage: [requests] })).toEqual(['3000 1000 Requests x 0.005 = 15']);
  });

  it('bills each use in started steps, with a least time', () => {
    const tables = (step: object, uses: number): Record<string, Rows> => ({
      Settings: month,
      Meters: [{ MeterId: 'vm', Provider: 'lab', Unit: 'Hours', Currency: 'USD', ServiceCategory: 'Compute', ...step }],
      MeterTiers: [{ MeterId: 'vm', FromQuantity: 0, UnitPrice: 1.6 }],
      MeterUsage: [{ UsageId: 'u', MeterId: 'vm', Quantity: 97, Unit: 'Seconds', UsesPerMonth: uses }],
    });
    expect(total(tables({ BillingStep: 1 }, 1000))).toBe(1600); // each a started hour
    expect(total(tables({ BillingStep: 1, MinimumPerUse: 60, StepUnit: 'Seconds' }, 1000))).toBe(43.11); // 97,000 s
    expect(total(tables({ BillingStep: 60, MinimumPerUse: 600, StepUnit: 'Seconds' }, 30))).toBe(8); // 10 minutes each
  });

  it('charges a flat fee in each month, a minimum when little is used, and shares of months', () => {
    const flat = (changes: object, usage: object): Record<string, Rows> => ({
      Settings: year,
      Meters: [{ MeterId: 'fee', Provider: 'lab', Unit: 'Months', Currency: 'USD', ...changes }],
      MeterTiers: [{ MeterId: 'fee', FromQuantity: 0, UnitPrice: 25 }],
      MeterUsage: [{ UsageId: 'f', MeterId: 'fee', Quantity: 1, ...usage }],
    });
    expect(total(flat({}, {}))).toBe(300);
    // from 16 January: 16 of 31 days, or the month in full where only whole months are sold
    const late = { From: serial('2027-01-16'), To: serial('2027-02-01') };
    expect(total(flat({}, late))).toBe(12.9);
    expect(total(flat({ BillingStep: 1 }, late))).toBe(25);
    expect(lines(flat({ MinimumCharge: 40 }, { ...late, From: serial('2027-01-01') }))).toEqual(['1 Months x 25 = 25', '1 Months x 15 = 15']);
    expect(rowsOf(runTables(flat({}, {})), 'OutCostDetail')[0]?.ChargeFrequency).toBe('Recurring');
  });

  it('follows a change of price, and growth', () => {
    const tables: Record<string, Rows> = {
      Settings: year,
      Meters: [{ MeterId: 'm', Provider: 'lab', Unit: 'GB', Currency: 'USD' }],
      MeterTiers: [
        { MeterId: 'm', FromQuantity: 0, UnitPrice: 0.1 },
        { MeterId: 'm', FromQuantity: 0, UnitPrice: 0.08, ValidFrom: serial('2027-07-01') },
      ],
      MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 1000 }],
    };
    expect(total(tables)).toBe(1080); // 6 x 100 + 6 x 80
    const grown = rowsOf(runTables({ ...tables, MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 1000, GrowthPerYear: 0.44 }] }), 'OutCostDetail');
    expect(grown[6]?.PricingQuantity).toBeCloseTo(1200, 9); // half a year later: the root of 1.44
  });

  it('can be asked at the prices of another time: three parts of S3 in 2006, in 2007 and today', () => {
    // 500 GB stored, 100 GB in, 200 GB out, 2 million writes, 10 million reads
    const parts = (scenario: string, day: string, out: string, ingress: string): Rows => {
      const PricesOf = serial(day);
      const row = (UsageId: string, MeterId: string, Quantity: number, Unit = 'GiB') =>
        ({ UsageId: `${scenario} ${UsageId}`, ScenarioId: scenario, WorkloadId: 'photos', MeterId: `aws/us-east-1/${MeterId}`, Quantity, Unit, PricesOf });
      return [
        row('stored', 's3-standard', 500, 'GiB-Months'), row('in', ingress, 100), row('out', out, 200),
        row('writes', 's3-write-requests', 2_000_000, 'Requests'), row('reads', 's3-read-requests', 10_000_000, 'Requests'),
      ];
    };
    const report = runTables({
      Settings: month,
      MeterUsage: [
        ...parts('2006', '2006-06-01', 's3-transfer-out', 's3-transfer-in'),
        ...parts('2007', '2007-07-01', 's3-transfer-out', 's3-transfer-in'),
        ...parts('today', '2026-06-01', 'internet-egress', 'internet-ingress'),
      ],
    });
    checksHold(report);
    expect(rowsOf(report, 'OutSummary').map(({ ScenarioId, EffectiveCost, IsComplete }) => [ScenarioId, EffectiveCost, IsComplete])).toEqual([
      ['2006', 135, true], // 75 + 20 + 40 + 0 + 0
      ['2007', 151, true], // 75 + 10 + 36 + 20 + 10
      ['today', 34.5, true], // 11.5 + 0 + 100 x 0.09 + 10 + 4
    ]);
  });

  it('takes prices in another currency at the rate of the month', () => {
    const tables: Record<string, Rows> = {
      Settings: year,
      Meters: [{ MeterId: 'm', Provider: 'lab', Unit: 'GB', Currency: 'EUR' }],
      MeterTiers: [{ MeterId: 'm', FromQuantity: 0, UnitPrice: 0.1 }],
      MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 100 }],
      FxRates: [
        { From: 'EUR', To: 'USD', Date: serial('2026-01-01'), Rate: 1.1 },
        { From: 'EUR', To: 'USD', Date: serial('2027-07-01'), Rate: 1.2 },
      ],
    };
    expect(total(tables)).toBe(138); // 6 x 11 + 6 x 12
    const without = Object.fromEntries(Object.entries(tables).filter(([name]) => name !== 'FxRates'));
    expect(problems(without)).toEqual(['no-exchange-rate MeterUsage.MeterId B6']);
  });

  it('costs what was agreed: a discount on each tier, by meter and account; the list stays', () => {
    const agreed = (changes: object) =>
      rowsOf(
        runTables({
          Settings: month,
          MeterUsage: [{ ...egress, Quantity: 20_480, Account: 'shop' }],
          Negotiated: [{ NegotiatedId: 'N', Provider: 'aws', SkuPattern: 'internet-*', AppliesTo: 'on-demand', Percent: 0.2, ...changes }],
        }),
        'OutSummary',
      ).map(row => [row.ListCost, row.EffectiveCost])[0];
    // 10,140 x 0.09 + 10,240 x 0.085 = 1,783.00, less 20 %
    expect(agreed({})).toEqual([1783, 1426.4]);
    expect(agreed({ Account: 'Shop' })).toEqual([1783, 1426.4]);
    expect(agreed({ Account: 'other' })).toEqual([1783, 1783]);
    expect(agreed({ SkuPattern: 's3-*' })).toEqual([1783, 1783]);
    // a fixed price takes the place of every tier, free units apart
    expect(agreed({ Percent: null, FixedPrice: 0.05, Currency: 'USD' })).toEqual([1783, 1019]);
  });

  it('belongs to every scenario when it names none, and inherits the owner of its workload', () => {
    const report = runTables({
      Settings: month,
      DemandProfiles: [{ DemandId: 'd', Base: 1 }],
      Services: [{ ServiceId: 'shop', DemandId: 'd', CapacityPerNode: 10, Account: 'retail', TagTeam: 'a' }],
      Placements: ['x', 'y'].map(name => ({
        PlacementId: name, ScenarioId: name, WorkloadId: 'shop', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge',
      })),
      MeterUsage: [{ ...egress, WorkloadId: 'Shop', CostCentre: 'net' }],
    });
    checksHold(report);
    const transfer = rowsOf(report, 'OutCostDetail').filter(({ ServiceCategory }) => ServiceCategory === 'Networking');
    expect(transfer.map(({ x_ScenarioId: id }) => id)).toEqual(['x', 'x', 'y', 'y']);
    expect(transfer[0]).toMatchObject({ SubAccountId: 'retail', x_CostCentre: 'net', x_WorkloadId: 'shop', Tags: '{"CostCentre":"net","Team":"a"}' });
    // 744 h x 0.2016 + 912.60
    expect(rowsOf(report, 'OutCostMonthly').map(({ WorkloadId, EffectiveCost }) => [WorkloadId, EffectiveCost])).toEqual([
      ['shop', 1062.59], ['shop', 1062.59],
    ]);
  });

  it('does not depend on the order of rows', () => {
    const household = { MeterId: 'water', Eligibility: 'household', FromQuantity: 0, UnitPrice: 585, Source: 'b' };
    const tables = water([...general.map(row => ({ ...row, Source: `s${row.FromQuantity}` })), household], { MinimumCharge: 50_000 });
    const usage: Rows = [1, 2, 3].map(n => ({ UsageId: `u${n}`, MeterId: 'water', Quantity: n * 7.3, Eligibility: n === 3 ? 'household' : null }));
    const tablesOf = (rows: Rows, tiers: Rows) => runTables({ ...tables, MeterUsage: rows, MeterTiers: tiers }).tables;
    const expected = tablesOf(usage, tables.MeterTiers as Rows);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...usage], { minLength: 3 }), fc.shuffledSubarray([...(tables.MeterTiers as Rows)], { minLength: 3 }),
        (rows, tiers) => expect(tablesOf(rows, tiers)).toEqual(expected),
      ),
      { numRuns: 20 },
    );
  });
});

describe('problems of meters', () => {
  const meter = { MeterId: 'm', Provider: 'lab', Unit: 'GB', Currency: 'USD' };
  const tier = { MeterId: 'm', FromQuantity: 0, UnitPrice: 1 };
  const own = (changes: Record<string, Rows>): string[] =>
    problems({ Settings: month, Meters: [meter], MeterTiers: [tier], MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 1 }], ...changes });

  it('are none to begin with', () => expect(own({})).toEqual(['none']));

  it.each<[string, Record<string, Rows>, string[]]>([
    ['a first tier above 0', { MeterTiers: [{ ...tier, FromQuantity: 5 }] }, ['tier-gap MeterTiers.FromQuantity D6']],
    ['a gap', { MeterTiers: [{ ...tier, ToQuantity: 10 }, { ...tier, FromQuantity: 20 }] }, ['tier-gap MeterTiers.FromQuantity D7']],
    ['an overlap', { MeterTiers: [{ ...tier, ToQuantity: 30 }, { ...tier, FromQuantity: 20 }] }, ['tier-overlap MeterTiers.FromQuantity D6']],
    ['a tier twice', { MeterTiers: [tier, { ...tier, UnitPrice: 2 }] }, ['duplicate-key MeterTiers.MeterId C7']],
    ['tiers that end on two days', {
      MeterTiers: [{ ...tier, ValidTo: serial('2028-01-01') }, { ...tier, FromQuantity: 5 }],
    }, ['tier-ends-differ MeterTiers.ValidTo F7']],
    ['a negative price', { MeterTiers: [{ ...tier, UnitPrice: -1 }] }, ['below-minimum MeterTiers.UnitPrice E6']],
    ['a blank price', { MeterTiers: [{ ...tier, UnitPrice: null }] }, ['blank-cell MeterTiers.UnitPrice E6']],
    ['a negative quantity', { MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: -1 }] }, ['below-minimum MeterUsage.Quantity C6']],
    ['an end before its start', { MeterTiers: [{ ...tier, ValidFrom: serial('2027-01-01'), ValidTo: serial('2026-01-01') }] }, [
      'end-before-start MeterTiers.ValidTo G6',
    ]],
    ['a unit that does not convert', { MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 1, Unit: 'Hours' }] }, ['unit-mismatch MeterUsage.Unit D6']],
    ['a meter nobody knows', { MeterUsage: [{ UsageId: 'u', MeterId: 'n', Quantity: 1 }] }, ['unknown-meter MeterUsage.MeterId B6']],
    ['a meter without prices', { Meters: [meter, { ...meter, MeterId: 'n' }], MeterUsage: [{ UsageId: 'u', MeterId: 'n', Quantity: 1 }] }, [
      'unknown-meter MeterUsage.MeterId B6',
    ]],
    ['prices of a meter nobody stated', { MeterTiers: [tier, { ...tier, MeterId: 'x' }] }, ['unknown-reference MeterTiers.MeterId C7']],
    ['a zone without prices', { MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 1, Zone: 'moon' }] }, ['unknown-zone MeterUsage.Zone D6']],
    ['a condition without prices', { MeterUsage: [{ UsageId: 'u', MeterId: 'm', Quantity: 1, Eligibility: 'x' }] }, [
      'unknown-eligibility MeterUsage.Eligibility D6',
    ]],
    ['a day without prices', { MeterTiers: [{ ...tier, ValidFrom: serial('2027-06-01') }] }, ['no-tariff MeterUsage.MeterId B6']],
    ['more than the last tier prices', { MeterTiers: [{ ...tier, ToQuantity: 0.5 }] }, ['quantity-beyond-tiers MeterUsage.Quantity C6']],
    ['an allowance nobody grants', { Meters: [{ ...meter, AllowanceId: 'aws-fre-egress' }] }, ['unknown-reference Meters.AllowanceId F6']],
    ['an allowance in another unit', { Meters: [{ ...meter, AllowanceId: 'aws-free-egress' }] }, ['unit-mismatch Meters.AllowanceId F6']],
    ['a tier group in two units', {
      Meters: [{ ...meter, TierGroup: 'g' }, { ...meter, MeterId: 'n', Unit: 'GiB', TierGroup: 'G' }],
    }, ['unit-mismatch Meters.TierGroup F7']],
    ['a mode there is not', { Meters: [{ ...meter, Mode: 'stairs' }] }, ['not-a-choice Meters.Mode F6']],
  ])('%s', (_what, changes, expected) => {
    expect(own(changes)).toEqual(expected);
  });

  it('are that nothing is placed, when nothing is used either', () => {
    expect(problems({ Settings: month })).toEqual(['missing-table Placements. ']);
  });

  it('are warned of: a workload that one of two scenarios forgets', () => {
    const row = (UsageId: string, ScenarioId: string | null, WorkloadId: string) => ({ ...egress, UsageId, ScenarioId, WorkloadId });
    const warned = (...rows: Rows) =>
      runTables({ Settings: month, MeterUsage: rows }).warnings.map(({ code, values }) => [code, values.workload, values.scenario]);
    expect(warned(row('1', 'x', 'a'), row('2', 'y', 'a'), row('3', 'x', 'b'))).toEqual([['workload-not-used', 'b', 'y']]);
    expect(warned(row('1', 'x', 'a'), row('2', 'y', 'a'), row('3', null, 'b'))).toEqual([]);
    // scenarios of different workloads are not alternatives
    expect(warned(row('1', 'x', 'a'), row('2', 'y', 'b'))).toEqual([]);
  });

  it('are more lines than memory and a sheet hold', () => {
    const usage = Array.from({ length: 2084 }, (_, index) => ({ ...egress, UsageId: `u${index}` }));
    const decade = settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 120 });
    // 250,000 rows times months: at most 2,083 rows in ten years
    expect(problems({ Settings: decade, MeterUsage: usage })).toEqual(['too-many-rows MeterUsage. ']);
  });

  it('are all told at once, with a warning for usage outside of the plan', () => {
    const found = own({
      MeterUsage: [
        { UsageId: 'u', MeterId: 'm', Quantity: 1, From: serial('2029-01-01') }, { UsageId: 'v', MeterId: 'x', Quantity: 1 },
        { UsageId: 'w', MeterId: 'm', Quantity: 1, Zone: 'moon' },
      ],
    });
    expect(found.map(text => text.split(' ')[0])).toEqual(['unknown-meter', 'unknown-zone', 'usage-outside-plan']);
  });
});
