import type { Sample, SourceCell } from './sample.ts';

const region = ['aws', 'us-east-1'];
const scenarios = ['1 As held', '2 With a plan', '3 With reservations'];

/** Every workload of the fleet in a scenario, all paid on demand: commitments are applied to it. */
const fleet = (scenario: string): SourceCell[][] => {
  const place = (workload: string, nodeType: string): SourceCell[] => [`${scenario}: ${workload}`, workload, scenario, ...region, nodeType];
  return [place('shop', 'm7i.xlarge'), place('search', 'm7i.2xlarge'), place('reports', 'c7i.4xlarge'), place('cache', 'r7i.2xlarge')];
};

const rate = (nodeType: string, price: number): SourceCell[] => [
  `${nodeType} under the plan`, ...region, nodeType, 'compute-sp-1y-no-upfront', price, 'USD', 'Made up for this sample',
];

export const commitments: Sample = {
  id: 'commitments',
  title: 'Reservations and savings plans of a mixed fleet',
  question: 'What do the commitments we hold cover, what of them goes unused, and what should follow when they expire?',
  background: [
    'Two accounts of one organization run four services on three families of nodes, all launched on demand. The organization holds ten reserved '
      + 'm7i.xlarge until the end of March, and six reserved r7i.2xlarge that were paid for three years at once two years ago.',
    'The provider applies them to whatever runs, hour by hour, in an order of its own: reserved instances first, sizes of a family against each other '
      + 'by factors, the owner before the other account; then savings plans, where they save most. What is not used in an hour is lost.',
    'What should follow is worked out, too: how many new reserved instances and how large a plan would have been best on the first day, in whole steps of '
      + 'what is sold, with a bound that no other choice could beat.',
    'Three scenarios: nothing new; a Compute Savings Plan of 5 USD an hour from January; or new reserved instances when the old ones expire.',
  ],
  figures: [
    { figure: 'Demand of the four services', source: 'Made up for this sample: replace it by your own in the sheet Demand.' },
    { figure: 'On-demand prices', source: 'From the catalog: AWS us-east-1, Linux, shared hardware.' },
    {
      figure: 'What the reservations cost, and the rates of the plan',
      source: 'Made up, near the discounts of the catalog. Import the price lists of AWS, or copy your own from the billing console.',
    },
    { figure: '5 USD an hour, 16 reserved nodes', source: 'A first guess: try others in the sheet Commitments, and look at Utilization and Saving.' },
  ],
  results: [
    {
      sheet: 'Results Commitments',
      meaning: 'How far each commitment is used, what it saves and wastes, from which use on it pays, and what is prepaid.',
    },
    { sheet: 'Results What to buy', meaning: 'How much of each option to buy on the first day, counting the share of its term in the plan, or all of it.' },
    { sheet: 'Results Load duration', meaning: 'For how many hours how many nodes are wanted, and which of them are held or to be reserved.' },
    { sheet: 'Results Break-even', meaning: 'When what is bought has paid for itself.' },
    { sheet: 'Results Purchases', meaning: 'The cost of each month by purchase type, as a chart too.' },
    { sheet: 'Results Summary', meaning: 'Compare EffectiveCost: it spreads what was paid at once over three years.' },
    { sheet: 'Results Detail', meaning: 'Who used what: covered hours of each service by commitment, unused hours and purchases, in the columns of a bill (FOCUS).' },
  ],
  liveFormulas: [
    {
      id: 'onDemand', question: 'An m7i.xlarge on demand', formula: '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")', unit: 'USD per hour',
      numberFormat: '#,##0.0000',
    },
    {
      question: 'The new reservation pays when used in at least this share of the hours',
      formula: '=CLOUD.BREAKEVENUTIL({@onDemand},{Commitments.ri-m7i-new.RecurringPerHour})', unit: 'of the hours', numberFormat: '0.0%',
    },
    {
      question: 'A year of the savings plan, used or not', formula: '={Commitments.plan-2027.HourlyCommit}*8760', unit: 'USD', numberFormat: '#,##0.00',
    },
    {
      question: 'What the six r7i.2xlarge cost per hour of their term', formula: '={Commitments.ri-r7i.Upfront}*{Commitments.ri-r7i.Quantity}/26280',
      unit: 'USD per hour', numberFormat: '#,##0.0000',
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
            ['HorizonStart', '2027-01-01', 'First day of the plan.'],
            ['HorizonMonths', 12, 'One year.'],
          ],
        },
      ],
    },
    {
      name: 'Workloads',
      tables: [
        {
          tableId: 'Services',
          note: 'Demand is stated in nodes: one unit needs one node.',
          columns: ['ServiceId', 'DemandId', 'DemandUnit', 'CapacityPerNode', 'TargetUtilization', 'Account', 'CostCentre'],
          rows: [
            ['shop', 'shop', 'nodes', 1, 1, 'retail', 'E-commerce'],
            ['search', 'search', 'nodes', 1, 1, 'data', 'Platform'],
            ['reports', 'reports', 'nodes', 1, 1, 'data', 'Finance'],
            ['cache', 'cache', 'nodes', 1, 1, 'retail', 'E-commerce'],
          ],
        },
      ],
    },
    {
      name: 'Demand',
      tables: [
        {
          tableId: 'DemandFormulas',
          note: 'Nodes by hour of the day, UTC.',
          columns: ['DemandId', 'Formula'],
          rows: [
            ['shop', 'hour >= 8 and hour < 20 ? 20 : 8'],
            ['search', '4'],
            ['reports', 'hour < 6 ? 6 : 1'],
            ['cache', 'month >= 7 ? 4 : 6'],
          ],
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          note: 'All on demand: what is committed is stated in the sheet Commitments, and covers whatever it fits.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType'],
          rows: scenarios.flatMap(fleet),
        },
      ],
    },
    {
      name: 'Commitments',
      tables: [
        {
          tableId: 'Commitments',
          note: 'Without a scenario: held in every one. Amounts are per unit; a plan states its amount per hour.',
          columns: [
            'CommitmentId', 'Provider', 'Kind', 'Term', 'Payment', 'ScenarioId', 'Account', 'Region', 'NodeTypeOrFamily', 'Quantity', 'HourlyCommit',
            'Upfront', 'RecurringPerHour', 'Start',
          ],
          rows: [
            ['ri-m7i', 'aws', 'reserved', '1y', 'no-upfront', null, 'retail', 'us-east-1', 'm7i.xlarge', 10, null, null, 0.13, '2026-04-01'],
            ['ri-r7i', 'aws', 'reserved', '3y', 'all-upfront', null, 'retail', 'us-east-1', 'r7i.2xlarge', 6, null, 5781.6, null, '2025-01-01'],
            ['plan-2027', 'aws', 'compute-sp', '1y', 'no-upfront', scenarios[1] ?? null, 'retail', null, null, null, 5, null, null, '2027-01-01'],
            ['ri-m7i-new', 'aws', 'reserved', '1y', 'no-upfront', scenarios[2] ?? null, 'retail', 'us-east-1', 'm7i.xlarge', 16, null, null, 0.13, '2027-04-01'],
          ],
        },
      ],
    },
    {
      name: 'Options',
      tables: [
        {
          tableId: 'CommitmentOptions',
          note: 'What could be bought on the first day, beside what is held. No more than three quarters of what a plan may cover: demand may fall.',
          columns: ['OptionId', 'Provider', 'Kind', 'Term', 'Payment', 'ScenarioId', 'NodeTypeOrFamily', 'Most', 'MostCoverage'],
          rows: [
            ['reserve-shop', 'aws', 'reserved', '1y', 'no-upfront', scenarios[0] ?? null, 'm7i.xlarge', null, null],
            ['reserve-cache', 'aws', 'reserved', '1y', 'partial-upfront', scenarios[0] ?? null, 'r7i.2xlarge', 4, null],
            ['plan', 'aws', 'compute-sp', '1y', 'no-upfront', scenarios[0] ?? null, null, null, 0.75],
          ],
        },
      ],
    },
    {
      name: 'Prices',
      tables: [
        {
          tableId: 'PriceSheet',
          note: 'Rates of the Compute Savings Plan. A plan covers only what it has a rate for.',
          columns: ['PriceId', 'Provider', 'Region', 'NodeType', 'Purchase', 'UnitPrice', 'Currency', 'Source'],
          rows: [rate('m7i.xlarge', 0.16), rate('m7i.2xlarge', 0.32), rate('c7i.4xlarge', 0.54), rate('r7i.2xlarge', 0.45)],
        },
      ],
    },
  ],
};
