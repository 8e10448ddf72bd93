import fc from 'fast-check';
import { serial, type Rows } from './workbook.ts';

const dayNames = ['all', 'weekday', 'weekend', 'mon', 'sat'];
const purchases = [
  'on-demand',
  'spot',
  'reserved-1y-no-upfront',
  'reserved-1y-partial-upfront',
  'reserved-1y-all-upfront',
  'reserved-3y-all-upfront',
];

/** Prices with awkward decimals, so that every line has something to round. */
const priceRows: Rows = purchases.map((Purchase, index) => ({
  PriceId: `own ${index}`,
  Provider: 'lab',
  Region: 'r1',
  NodeType: 'box',
  Purchase,
  Currency: index % 2 === 0 ? 'USD' : 'EUR',
  UnitPrice: Purchase.endsWith('all-upfront') ? 0 : 0.0123457 + index * 0.0071,
  Upfront: Purchase.includes('upfront') && !Purchase.includes('no-upfront') ? 123.456789 + index : 0,
}));
const fxRows: Rows = [
  { From: 'EUR', To: 'USD', Date: serial('2020-01-01'), Rate: 1.0837 },
  { From: 'EUR', To: 'USD', Date: serial('2027-03-01'), Rate: 1.1213 },
];

/** Discounts of awkward decimals, one of them for a part of the plan; the higher priority holds for one account. */
const negotiatedRows: Rows = [
  { NegotiatedId: 'all', AppliesTo: 'both', Percent: 0.0731, To: serial('2027-03-10') },
  { NegotiatedId: 'boxes', AppliesTo: 'on-demand', Percent: 0.3, SkuPattern: 'b?x', Account: 'a1', Priority: 1 },
  { NegotiatedId: 'fees', AppliesTo: 'commitment-fees', Percent: 0.02, From: serial('2027-03-10') },
];

/** Fees of awkward decimals, in the other currency too. */
const feeTables: Readonly<Record<string, Rows>> = {
  FlatFees: [{ FeeId: 'link', Provider: 'lab', AmountPerMonth: 33.333, Currency: 'EUR' }],
  SupportPlans: [{ SupportId: 'help', Provider: 'lab', MinimumPerMonth: 1.001, Currency: 'EUR' }],
  SupportBands: [
    { SupportId: 'help', FromAmount: 0, Percent: 0.0777 },
    { SupportId: 'help', FromAmount: 123.45, Percent: 0.0333 },
  ],
  MinimumSpends: [{ MinimumId: 'all', Provider: 'lab', Amount: 321.0987, Currency: 'EUR', Period: 'month' }],
  Taxes: [
    { TaxId: 'one', Percent: 0.0725, To: serial('2027-03-10') },
    { TaxId: 'two', Percent: 0.19 },
  ],
};

/** Meters with awkward prices in two currencies, of every kind of charge. */
export const meterTables: Readonly<Record<string, Rows>> = {
  Meters: [
    { MeterId: 'volume', Provider: 'lab', ServiceCategory: 'Storage', Unit: 'GB-Months', Currency: 'EUR', AllowanceId: 'free' },
    { MeterId: 'calls', Provider: 'lab', Unit: '1000 Requests', Currency: 'USD', Mode: 'all-units', MinimumCharge: 7.77 },
    { MeterId: 'boxes', Provider: 'lab', ServiceCategory: 'Compute', Unit: 'Hours', Currency: 'EUR', BillingStep: 60, StepUnit: 'Seconds' },
  ],
  MeterTiers: [
    { MeterId: 'volume', FromQuantity: 0, UnitPrice: 0.0233333 },
    { MeterId: 'volume', FromQuantity: 111.1, UnitPrice: 0.0177777 },
    { MeterId: 'volume', FromQuantity: 0, UnitPrice: 0.0211111, ValidFrom: serial('2027-03-01') },
    { MeterId: 'calls', FromQuantity: 0, UnitPrice: 0.00531 },
    { MeterId: 'calls', FromQuantity: 333, UnitPrice: 0.00499 },
    { MeterId: 'boxes', FromQuantity: 0, UnitPrice: 0.123457 },
  ],
  MeterAllowances: [{ AllowanceId: 'free', FreeQuantity: 17.3, Unit: 'GB-Months' }],
  MeterUsage: [
    { UsageId: 'a', MeterId: 'volume', Quantity: 90.123, GrowthPerYear: 0.37, WorkloadId: 'service 0' },
    { UsageId: 'b', MeterId: 'volume', Quantity: 0.0777, Unit: 'TB-Months', TagTeam: 'b' },
    { UsageId: 'c', MeterId: 'calls', Quantity: 351_234, Unit: 'Requests', ScenarioId: 'B', From: serial('2027-02-03') },
    { UsageId: 'd', MeterId: 'calls', Quantity: 1, ScenarioId: 'Base', To: serial('2027-04-04') },
    { UsageId: 'e', MeterId: 'boxes', Quantity: 97, Unit: 'Seconds', UsesPerMonth: 1234.5 },
    { UsageId: 'f', MeterId: 'aws/us-east-1/internet-egress', Quantity: 12_345.678 },
  ],
};

const day = fc.integer({ min: 0, max: 150 }).map(offset => serial('2027-01-01') + offset);
const blankOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const lag = blankOr(fc.integer({ min: 0, max: 4000 }));
const lags = fc.record({ ScaleOutSeconds: lag, WarmUpSeconds: lag, ScaleInSeconds: lag, CooldownSeconds: lag });
const waits = fc.record({
  ServiceSeconds: fc.constantFrom(0.05, 0.7),
  SlotsPerNode: blankOr(fc.integer({ min: 1, max: 6 })),
  TargetWaitSeconds: blankOr(fc.constantFrom(0.01, 0.3)),
  ArrivalScv: blankOr(fc.constantFrom(0.4, 2.5)),
});

const service = (index: number) =>
  fc
    .record({
      capacity: fc.integer({ min: 3, max: 40 }),
      target: fc.integer({ min: 30, max: 100 }),
      least: fc.integer({ min: 0, max: 3 }),
      room: blankOr(fc.integer({ min: 0, max: 9 })),
      lags: blankOr(lags),
      waits: blankOr(waits),
      DeferrableSeconds: blankOr(fc.integer({ min: 0, max: 9000 })),
    })
    .map(({ capacity, target, least, room, lags: slow, waits: waiting, DeferrableSeconds }) => ({
      ServiceId: `service ${index}`,
      DemandId: `demand ${index}`,
      CapacityPerNode: capacity,
      TargetUtilization: target / 100,
      MinNodes: least,
      MaxNodes: room === null ? null : Math.max(1, least + room),
      DeferrableSeconds,
      ...(slow ?? {}),
      ...(waiting ?? {}),
      Account: `a${index}`,
      CostCentre: `c${index % 2}`,
      TagTeam: 'a',
    }));

const shape = fc.uniqueArray(
  fc.record({
    DayOfWeek: fc.constantFrom(...dayNames),
    HourOfDay: blankOr(fc.integer({ min: 0, max: 23 })),
    Factor: fc.integer({ min: 0, max: 30 }).map(tenths => tenths / 10),
  }),
  { maxLength: 8, selector: ({ DayOfWeek, HourOfDay }) => `${DayOfWeek} ${HourOfDay}` },
);

const placement = fc.record({
  workload: fc.constantFrom('service 0', 'service 1', 'service 2', 'job'),
  ScenarioId: fc.constantFrom('Base', 'B', null),
  Purchase: fc.constantFrom(...purchases),
  CommittedNodes: blankOr(fc.integer({ min: 1, max: 12 })),
  Share: fc.constantFrom(null, 0.25, 0.5, 1),
  From: blankOr(day),
  length: blankOr(fc.integer({ min: 1, max: 90 })),
});

/** Shared commitments: of any owner, begun before the plan, in it or after it. */
const commitment = fc.record({
  Payment: fc.constantFrom('no-upfront', 'partial-upfront', 'all-upfront'),
  Account: fc.constantFrom(null, 'a0', 'a1', 'nobody'),
  SharingScope: fc.constantFrom('organization', 'account'),
  Quantity: fc.integer({ min: 1, max: 25 }),
  Start: fc.integer({ min: -400, max: 160 }).map(offset => serial('2027-01-01') + offset),
});

/**
 * Valid workbooks of services with every kind of demand, a job, own prices in two currencies, and placements at random.
 */
export const randomTables: fc.Arbitrary<Readonly<Record<string, Rows>>> = fc
  .record({
    services: fc.tuple(service(0), service(1), service(2)),
    growth: fc.integer({ min: -40, max: 80 }),
    shape,
    series: fc.uniqueArray(
      fc.record({ day: fc.integer({ min: -30, max: 170 }), quantity: fc.integer({ min: 0, max: 300 }) }),
      { minLength: 1, maxLength: 12, selector: ({ day: start }) => start },
    ),
    amplitude: fc.integer({ min: 0, max: 90 }),
    job: fc.record({
      Work: fc.integer({ min: 1, max: 3000 }),
      Nodes: fc.integer({ min: 1, max: 30 }),
      BillingQuantumSeconds: fc.constantFrom(1, 60, 3600),
      BootSeconds: fc.integer({ min: 0, max: 900 }),
    }),
    counts: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
    placements: fc.array(placement, { minLength: 1, maxLength: 7 }),
    commitments: fc.uniqueArray(commitment, { maxLength: 3, selector: ({ Quantity, Start }) => `${Quantity} ${Start}` }),
    zone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata'),
  })
  .map(({ services, growth, shape: shapeRows, series, amplitude, job, counts, placements, commitments, zone }) => ({
    Settings: [
      { Setting: 'HorizonStart', Value: serial('2027-01-15') },
      { Setting: 'HorizonMonths', Value: 4 },
      { Setting: 'TimeZone', Value: zone },
    ],
    Services: services,
    DemandProfiles: [{ DemandId: 'demand 0', Base: 97, GrowthPerYear: growth / 100 }],
    DemandShapes:
      shapeRows.length > 0
        ? shapeRows.map(row => ({ DemandId: 'demand 0', ...row }))
        : [{ DemandId: 'demand 0', DayOfWeek: 'all', HourOfDay: null, Factor: 1 }],
    DemandSeries: [
      { DemandId: 'demand 1', PeriodStart: serial('2026-11-01'), Quantity: 50 },
      ...series.map(({ day: start, quantity }) => ({
        DemandId: 'demand 1',
        PeriodStart: serial('2027-01-01') + start,
        Quantity: quantity,
      })),
    ],
    DemandFormulas: [
      { DemandId: 'demand 2', Formula: `100 + ${amplitude} * sin(hour / 12 * pi) + (weekday > 5 ? 0 : 7 * month)` },
    ],
    FarmJobs: [{ JobId: 'job', ...job }],
    ...(counts.length > 0 ? { NodeCounts: counts.map(Nodes => ({ JobId: 'job', Nodes })) } : {}),
    Placements: placements.map(({ workload, length, From, ...rest }, index) => {
      // A job runs where its placement begins: keep it inside the plan.
      const from =
        workload === 'job' && From !== null
          ? Math.min(serial('2027-05-01'), Math.max(From, serial('2027-01-15')))
          : From;
      return {
        PlacementId: `placement ${index}`,
        WorkloadId: workload,
        Provider: 'lab',
        Region: 'r1',
        NodeType: 'box',
        ...rest,
        From: from,
        To: length === null || workload === 'job' ? null : (from ?? serial('2027-01-15')) + length,
      };
    }),
    ...(commitments.length > 0
      ? {
          Commitments: commitments.map((row, index) => ({
            CommitmentId: `held ${index}`, Provider: 'lab', Kind: 'reserved', Term: '1y', Region: 'r1', NodeTypeOrFamily: 'box', ...row,
          })),
        }
      : {}),
    PriceSheet: priceRows,
    Negotiated: negotiatedRows,
    NodeTypes: [{ Provider: 'lab', NodeType: 'box', PhysicalCores: 3 }],
    FxRates: fxRows,
  }));

/** The same with meters, and with flat fees, support, promised spend and taxes: what no workload answers for. */
export const randomTablesWithFees: typeof randomTables = randomTables.map(tables => ({ ...tables, ...meterTables, ...feeTables }));
