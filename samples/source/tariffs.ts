import type { Sample, SourceCell } from './sample.ts';

/** The same archive at the prices of another year: stored, moved in and out, written and read. */
const archive = (scenario: string, pricesOf: string, ingress: string, egress: string): SourceCell[][] => {
  const row = (part: string, meter: string, quantity: number, unit: string): SourceCell[] => [
    `${scenario}: ${part}`, scenario, 'photo archive', `aws/us-east-1/${meter}`, null, quantity, unit, null, null, pricesOf, 'Media', null,
  ];
  return [
    row('stored', 's3-standard', 10_000, 'GiB-Months'), row('in', ingress, 1000, 'GiB'), row('out', egress, 4000, 'GiB'),
    row('writes', 's3-write-requests', 20_000_000, 'Requests'), row('reads', 's3-read-requests', 100_000_000, 'Requests'),
  ];
};

/** Two products whose traffic adds up to find the tier. */
const egress = (scenario: string, meter: string): SourceCell[][] =>
  [['video', 30], ['downloads', 20]].map(([product, quantity]): SourceCell[] => [
    `${scenario}: ${product}`, scenario, 'downloads', meter, null, quantity as number, 'TiB', null, null, null, 'Media', product as string,
  ]);

const water = (scenario: string, meter: string, eligibility: string | null = null): SourceCell[] => [
  scenario, scenario, 'water', meter, eligibility, 20, null, null, null, null, 'House', null,
];
const logs = (scenario: string, meter: string, quantity: number, growth: number | null): SourceCell[] => [
  scenario, scenario, 'logs', meter, null, quantity, null, null, growth, null, 'Platform', null,
];
const runs = (scenario: string, meter: string): SourceCell[] => [
  scenario, scenario, 'short runs', meter, null, 130, 'Seconds', 1000, null, null, 'Media', null,
];

const meter = (id: string, provider: string, service: string, category: string, unit: string, currency: string, rest: {
  readonly mode?: string; readonly allowance?: string; readonly minimum?: number; readonly step?: number; readonly least?: number;
} = {}): SourceCell[] => [
  id, provider, service, category, unit, currency, rest.mode ?? 'graduated', rest.allowance ?? null, rest.minimum ?? null,
  rest.step ?? null, rest.least ?? null, rest.step === undefined ? null : 'Seconds',
];
const pohang = 'Water tariff of Pohang, mixed use, 2014 (pohang.go.kr)';
const madeUp = 'Made up for this sample';

export const tariffs: Sample = {
  id: 'tariffs',
  title: 'Storage, traffic and other tariffs with steps',
  question: 'What do steps, free quantities, conditions and started hours do to a bill, and what became of the prices of 2006?',
  background: [
    'Most of a cloud bill beside its nodes is metered: so much stored, so much sent, so many requests. In 2006 Amazon S3 began with one price for '
      + 'storage and one for transfer; a year later requests had a price of their own, and traffic had steps. The same archive of photographs is '
      + 'charged here at the prices of 2006, of 2007 and of today.',
    'Traffic to the internet is priced by steps that begin anew each month, the first 100 GB free. Two products share the steps: it is their traffic '
      + 'together that reaches the cheaper ones, and each product gets its part of every step.',
    'Steps can be meant in two ways. Graduated, each step prices the units inside it; all units, the step reached prices every unit, so that one cubic '
      + 'metre more can raise the whole bill. A water tariff of a Korean city shows both, and a household rate on a condition.',
    'At last two that are easily overlooked: a flat fee against a price by volume with a free quantity and a minimum, and short runs that are paid by '
      + 'the second or by the started hour.',
  ],
  figures: [
    {
      figure: 'S3 of 2006 and 2007',
      source: 'From the catalog: 0.15 USD per GB-month, 0.20 USD per GB in and out at launch; letter to S3 users of 2007-04-30 (costpernews.com).',
    },
    {
      figure: 'Storage, requests and traffic of today',
      source: 'From the catalog, with sources and dates in Results Tariffs. A GB of the price lists is 2^30 bytes, so units are GiB and TiB.',
    },
    { figure: '585 and 950 won per cubic metre, limit 15', source: `${pohang}. A dollar is taken for 1,000 won, a round figure.` },
    {
      figure: '1.60 USD an hour; 130 seconds',
      source: 'A node of 2011 paid by the started hour, as in the sample render-farm; the length of a run is made up.',
    },
    { figure: 'Archive, traffic, logs', source: 'Made up: replace them by your own in the sheet Usage.' },
  ],
  results: [
    {
      sheet: 'Results Summary',
      meaning: 'One row for each scenario. Compare those with the same first word: each of the five topics stands for itself, and their totals '
        + 'mean nothing to each other.',
    },
    { sheet: 'Results Detail', meaning: 'Every tier reached is a line of its own: quantity times unit price, free units first.' },
    { sheet: 'Results Workloads', meaning: 'The months of each workload, by scenario.' },
    { sheet: 'Results Tariffs', meaning: 'Every tier of every tariff used, with its source and date.' },
  ],
  liveFormulas: [
    {
      question: '20 m3 of water, graduated', formula: '=CLOUD.TIERCOST({MeterUsage.Water graduated.Quantity},{0,585;15,950})', unit: 'won',
      numberFormat: '#,##0',
    },
    {
      question: 'The same when the step reached prices all of it', formula: '=CLOUD.TIERCOST({MeterUsage.Water all units.Quantity},{0,585;15,950},1)',
      unit: 'won', numberFormat: '#,##0',
    },
    {
      question: 'The same for a household, which keeps the lower rate',
      formula: '=CLOUD.TIERCOST({MeterUsage.Water household.Quantity},{0,585;15,950},1,TRUE)', unit: 'won', numberFormat: '#,##0',
    },
    {
      question: 'One cubic metre more, from 15 to 16, when the step prices all of it',
      formula: '=CLOUD.TIERCOST(16,{0,585;15,950},1)-CLOUD.TIERCOST(15,{0,585;15,950},1)', unit: 'won', numberFormat: '#,##0',
    },
    {
      question: 'Both products\' traffic of a month from AWS',
      formula: '=CLOUD.EGRESS(({MeterUsage.Egress AWS: video.Quantity}+{MeterUsage.Egress AWS: downloads.Quantity})*1024,"aws")',
      unit: 'USD', numberFormat: '#,##0.00',
    },
    {
      question: 'Taking 500 TB home from Frankfurt in a month, as an ordinary customer',
      formula: '=CLOUD.EGRESS(500*1024,"aws",DATE(2026,11,1),"DE",FALSE,"eu-central-1")', unit: 'USD', numberFormat: '#,##0.00',
    },
    {
      question: 'The same when leaving for good: waived within 60 days, and from 2027-01-12 by European law',
      formula: '=CLOUD.EGRESS(500*1024,"aws",DATE(2027,2,1),"DE",TRUE,"eu-central-1",3)', unit: 'USD', numberFormat: '#,##0.00',
    },
  ],
  sheets: [
    {
      name: 'Settings',
      tables: [
        {
          tableId: 'Settings',
          columns: ['Setting', 'Value', 'Note'],
          rows: [
            ['BaseCurrency', 'USD', 'Currency of all results.'],
            ['HorizonStart', '2026-10-01', 'First day of the plan.'],
            ['HorizonMonths', 6, 'October 2026 to March 2027.'],
          ],
        },
        { tableId: 'FxRates', note: 'A round figure.', columns: ['From', 'To', 'Date', 'Rate'], rows: [['KRW', 'USD', '2014-01-01', 0.001]] },
      ],
    },
    {
      name: 'Usage',
      tables: [
        {
          tableId: 'MeterUsage',
          note: 'Quantities are those of a month; of one use where UsesPerMonth is given. A meter is one of the catalog, or a row of Meters.',
          columns: [
            'UsageId', 'ScenarioId', 'WorkloadId', 'MeterId', 'Eligibility', 'Quantity', 'Unit', 'UsesPerMonth', 'GrowthPerYear', 'PricesOf',
            'CostCentre', 'TagProduct',
          ],
          rows: [
            ...archive('Archive 2006', '2006-06-01', 's3-transfer-in', 's3-transfer-out'),
            ...archive('Archive 2007', '2007-07-01', 's3-transfer-in', 's3-transfer-out'),
            ...archive('Archive today', '2026-09-01', 'internet-ingress', 'internet-egress'),
            ...egress('Egress AWS', 'aws/us-east-1/internet-egress'),
            ...egress('Egress Azure', 'azure/eastus/internet-egress'),
            ...egress('Egress Google', 'gcp/us-central1/internet-egress'),
            water('Water graduated', 'water'),
            water('Water all units', 'water, all units'),
            water('Water household', 'water, all units', 'household'),
            logs('Logs flat', 'log service', 1, null),
            logs('Logs by volume', 'log volume', 200, 0.6),
            runs('Runs per second', 'node by the second'),
            runs('Runs per hour', 'node by the hour'),
          ],
          numberFormats: { Quantity: '#,##0', UsesPerMonth: '#,##0' },
        },
      ],
    },
    {
      name: 'Meters',
      tables: [
        {
          tableId: 'Meters',
          note: 'Only what the catalog does not know.',
          columns: [
            'MeterId', 'Provider', 'ServiceName', 'ServiceCategory', 'Unit', 'Currency', 'Mode', 'AllowanceId', 'MinimumCharge', 'BillingStep',
            'MinimumPerUse', 'StepUnit',
          ],
          rows: [
            meter('water', 'Pohang', 'Water', 'Other', 'm3', 'KRW'),
            meter('water, all units', 'Pohang', 'Water', 'Other', 'm3', 'KRW', { mode: 'all-units' }),
            meter('log service', 'Log house', 'Log service', 'Management and Governance', 'Months', 'USD'),
            meter('log volume', 'Log house', 'Log service', 'Management and Governance', 'GB', 'USD', { allowance: 'free logs', minimum: 80 }),
            meter('node by the second', 'Node house', 'Nodes', 'Compute', 'Hours', 'USD', { step: 1, least: 60 }),
            meter('node by the hour', 'Node house', 'Nodes', 'Compute', 'Hours', 'USD', { step: 3600 }),
          ],
        },
      ],
    },
    {
      name: 'Prices of meters',
      tables: [
        {
          tableId: 'MeterTiers',
          note: 'The first tier begins at 0; a limit belongs to the tier below it.',
          columns: ['MeterId', 'Eligibility', 'FromQuantity', 'UnitPrice', 'Source'],
          rows: [
            ['water', null, 0, 585, pohang],
            ['water', null, 15, 950, pohang],
            ['water, all units', null, 0, 585, pohang],
            ['water, all units', null, 15, 950, pohang],
            ['water, all units', 'household', 0, 585, pohang],
            ['log service', null, 0, 99, madeUp],
            ['log volume', null, 0, 0.5, madeUp],
            ['log volume', null, 200, 0.4, madeUp],
            ['node by the second', null, 0, 1.6, 'As cc1.4xlarge in 2011, billed as nodes are today'],
            ['node by the hour', null, 0, 1.6, 'As cc1.4xlarge in 2011'],
          ],
        },
        {
          tableId: 'MeterAllowances',
          note: 'Free again each month.',
          columns: ['AllowanceId', 'FreeQuantity', 'Unit', 'Source'],
          rows: [['free logs', 50, 'GB', madeUp]],
        },
      ],
    },
  ],
};
