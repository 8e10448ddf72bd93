import { offerColumns } from './offer-columns.ts';
import type { Sample } from './sample.ts';

/** Factor on the base demand by local hour, midnight first: a shop that people visit at work and in the evening. */
const weekday = [
  0.42, 0.34, 0.3, 0.28, 0.3, 0.38, 0.55, 0.8, 1.05, 1.25, 1.38, 1.45,
  1.42, 1.45, 1.48, 1.46, 1.4, 1.32, 1.3, 1.38, 1.42, 1.25, 0.95, 0.65,
];
const weekend = [
  0.5, 0.4, 0.34, 0.3, 0.29, 0.31, 0.38, 0.5, 0.66, 0.82, 0.95, 1.04,
  1.08, 1.08, 1.05, 1.02, 1, 1, 1.04, 1.12, 1.15, 1.02, 0.82, 0.62,
];

const aws = ['aws', 'us-east-1', 'm7i.2xlarge'];
const graviton = ['aws', 'us-east-1', 'm7g.2xlarge'];
const azure = ['azure', 'eastus', 'Standard_D8s_v5'];
const google = ['gcp', 'us-east4', 'n2-standard-8'];
const node = '"aws","us-east-1","m7i.2xlarge"';

export const webService: Sample = {
  id: 'web-service',
  title: 'A web service with a daily cycle',
  question: 'Pay for every hour as it comes, or reserve for one or three years, and how many nodes?',
  background: [
    'A web shop in the eastern United States carries 6,000 requests a second on average, three in the morning and in the evening at very different '
      + 'rates, less at weekends, and 30 percent more a year from now. Nodes are started and stopped hour by hour.',
    'A reservation is cheaper by the hour, but is paid in every hour of its term, used or not. It pays for a node that is needed '
      + 'often enough: in more than two thirds of all hours at a discount of one third.',
    'The scenarios set side by side: everything on demand; enough reserved for the highest peak; only the base reserved and the '
      + 'rest on demand; and the same base on an ARM node, on Azure and on Google Cloud.',
  ],
  figures: [
    { figure: '6,000 requests per second, daily and weekly cycle, 30 % growth', source: 'Made up for this sample: replace them by your own in the sheet Demand.' },
    {
      figure: '450 requests per second and node, 65 % used',
      source: 'Made up: a load test tells yours. All node types here have 8 vCPUs and 32 GiB and are taken to carry the same load.',
    },
    { figure: 'On-demand prices', source: 'From the catalog: AWS us-east-1, Azure eastus, Google Cloud us-east4, Linux, shared hardware.' },
    {
      figure: 'Reservation prices of AWS and Azure',
      source: 'On-demand less the discount assumed in the catalog (basis assumed-discount in Results Prices). Google Cloud\'s commitment is a listed price.',
    },
    { figure: '16 and 27 reserved nodes', source: 'The counts that make the year cheapest at 33 % and 59 % discount: try others in the sheet Placements.' },
  ],
  results: [
    {
      sheet: 'Results Summary',
      meaning: 'Compare EffectiveCost: it spreads what is paid upfront over the term. BilledCost is what the invoices of the year say.',
    },
    { sheet: 'Results Capacity', meaning: 'How many nodes each month needs at its peak and on average, and how well they are used.' },
    { sheet: 'Results Months', meaning: 'Each month of each scenario: on demand, committed and used, committed and unused.' },
    { sheet: 'Results Day', meaning: 'How the nodes follow the hours of the day.' },
    { sheet: 'Results Detail', meaning: 'Every line of the bill, in the columns of a real one (FOCUS).' },
  ],
  liveFormulas: [
    { id: 'onDemand', question: 'A node on demand', formula: `=CLOUD.PRICE(${node})`, unit: 'USD per hour', numberFormat: '#,##0.0000' },
    {
      id: 'reserved', question: 'The same node reserved for a year',
      formula: `=CLOUD.PRICE(${node},"reserved-1y-no-upfront")`, unit: 'USD per hour', numberFormat: '#,##0.0000',
    },
    {
      question: 'It pays when used in at least this share of the hours',
      formula: '=CLOUD.BREAKEVENUTIL({@onDemand},{@reserved})', unit: 'of the hours', numberFormat: '0.0%',
    },
    {
      question: 'Reserved for the peak it would be used in 56 % of the hours: price of a used hour',
      formula: '=CLOUD.EFFECTIVERATE({@onDemand},1-{@reserved}/{@onDemand},0.56)', unit: 'USD per hour', numberFormat: '#,##0.0000',
    },
    {
      question: 'A year of the reserved base',
      formula: `=CLOUD.COST(${node},8760,{Placements.reserved-1y-base.CommittedNodes},{Placements.reserved-1y-base.Purchase})`,
      unit: 'USD', numberFormat: '#,##0.00',
    },
    { question: 'Day of the newest price in the catalog', formula: '=CLOUD.CATALOGDATE()', unit: 'date', numberFormat: 'yyyy-mm-dd' },
  ],
  spillingFormula: {
    sheetName: 'Cheapest nodes',
    question: 'Which AWS node types with 8 vCPUs and 32 GiB or more cost at most 0.41 USD an hour?',
    formula: '=CLOUD.NODES("aws","us-east-1",8,32,,,0.41)',
    note: 'One formula lists them, cheapest first: change its conditions in the first cell of the table.',
    columns: offerColumns,
  },
  sheets: [
    {
      name: 'Settings',
      tables: [
        {
          tableId: 'Settings',
          columns: ['Setting', 'Value', 'Note'],
          rows: [
            ['BaseCurrency', 'USD', 'Currency of all results.'],
            ['HorizonStart', '2026-10-01', 'First day of the fiscal year 2027.'],
            ['HorizonMonths', 12, 'October 2026 to September 2027.'],
            ['TimeZone', 'America/New_York', 'The cycle follows the customers\' clock, daylight saving time included.'],
            ['FirstFiscalMonth', 10, 'The fiscal year begins in October.'],
          ],
        },
      ],
    },
    {
      name: 'Workloads',
      tables: [
        {
          tableId: 'Services',
          note: 'Nodes needed in an hour = demand / (450 requests per second x 65 %), rounded up, at least 4.',
          columns: [
            'ServiceId', 'DemandId', 'DemandUnit', 'CapacityPerNode', 'TargetUtilization', 'MinNodes', 'MaxNodes',
            'Account', 'CostCentre', 'Owner', 'Environment', 'TagProduct',
          ],
          rows: [['shop', 'visitors', 'requests/s', 450, 0.65, 4, 60, 'retail-prod', 'E-commerce', 'Web platform', 'production', 'Online shop']],
        },
      ],
    },
    {
      name: 'Demand',
      tables: [
        {
          tableId: 'DemandProfiles',
          columns: ['DemandId', 'Base', 'GrowthPerYear'],
          rows: [['visitors', 6_000, 0.3]],
          numberFormats: { Base: '#,##0' },
        },
        {
          tableId: 'DemandShapes',
          columns: ['DemandId', 'DayOfWeek', 'HourOfDay', 'Factor'],
          rows: [
            ...weekday.map((factor, hour) => ['visitors', 'weekday', hour, factor]),
            ...weekend.map((factor, hour) => ['visitors', 'weekend', hour, factor]),
          ],
          numberFormats: { Factor: '0.00' },
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          note: 'Committed nodes are paid in every hour; what is needed above them runs on demand. Blank: as many as the highest peak needs.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType', 'Purchase', 'CommittedNodes'],
          rows: [
            ['on-demand', 'shop', '1 On demand', ...aws, 'on-demand', null],
            ['reserved-1y-peak', 'shop', '2 Reserved peak 1y', ...aws, 'reserved-1y-no-upfront', null],
            ['reserved-1y-base', 'shop', '3 Reserved base 1y', ...aws, 'reserved-1y-no-upfront', 16],
            ['reserved-3y-base', 'shop', '4 Reserved base 3y', ...aws, 'reserved-3y-all-upfront', 27],
            ['graviton', 'shop', '5 ARM on demand', ...graviton, 'on-demand', null],
            ['graviton-1y-base', 'shop', '6 ARM base 1y', ...graviton, 'reserved-1y-no-upfront', 16],
            ['azure-1y-base', 'shop', '7 Azure base 1y', ...azure, 'reserved-1y-monthly', 16],
            ['google-1y-base', 'shop', '8 Google base 1y', ...google, 'reserved-1y-monthly', 16],
          ],
        },
      ],
    },
  ],
};
