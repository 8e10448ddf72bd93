import type { Sample, SourceCell } from './sample.ts';

/** Paid at once for three years, for each of the ten nodes. */
export const upfront = { standard: 1_900, convertible: 2_200, successor: 2_000 };
export const priceCut = 0.1;
export const nodeCount = 10;

const region = ['aws', 'us-east-1'];
const scenarios = ['1 Keep', '2 Sell', '3 Exchange'];
const bought = '2027-01-01';
const moved = '2028-01-01';

const placed = (scenario: string): SourceCell[][] => [
  [`${scenario}: x86`, 'service', scenario, ...region, 'm6i.xlarge', bought, moved],
  [`${scenario}: ARM`, 'service', scenario, ...region, 'm7g.xlarge', moved, null],
];
const held = (id: string, scenario: string, kind: string, nodeType: string, price: number, start: string): SourceCell[] =>
  [id, scenario, 'aws', kind, '3y', 'all-upfront', 'us-east-1', nodeType, nodeCount, price, 0, start];

export const unwantedReservations: Sample = {
  id: 'unwanted-reservations',
  title: 'Reservations that are no longer wanted',
  question: 'Ten nodes are reserved for three years, and after one the service moves to another processor: keep them, sell them, or have exchanged what can be?',
  background: [
    'A service runs on ten m6i.xlarge, reserved for three years and paid at once. A year later it moves to ten m7g.xlarge. The reservations are of another '
      + 'family: they cover nothing any more.',
    'Kept, they go on costing their part of each month. Standard ones can be sold to another customer, who wants a reason to buy: below their value; the '
      + 'marketplace keeps 12 % of that. Convertible ones cost more, cannot be sold, and can be exchanged for others of at least their remaining value.',
    'On the bill, what comes back is a credit, and what had been paid for the time left is written off. Over the time held, all adds up to what was paid.',
  ],
  figures: [
    { figure: 'Upfront fees of 1,900, 2,200 and 2,000 USD a node', source: 'Made up, near the discounts of the catalog. Replace them by those of your own invoices.' },
    { figure: 'Sold 10 % below value', source: 'Made up: what a buyer asks for depends on the day.' },
    { figure: 'The marketplace keeps 12 %; 30 days held, a month left', source: 'AWS Reserved Instance Marketplace.' },
    { figure: 'On-demand prices', source: 'From the catalog: AWS us-east-1, Linux, shared hardware.' },
  ],
  results: [
    { sheet: 'Results Given up', meaning: 'What comes back of each commitment given up, and what is lost.' },
    { sheet: 'Results Summary', meaning: 'Compare EffectiveCost: two years of each choice.' },
    { sheet: 'Results Commitments', meaning: 'How far each reservation was used, and what of it is still prepaid at the end.' },
    { sheet: 'Results Detail', meaning: 'The credit and the write-off in January 2028, in the columns of a bill (FOCUS).' },
  ],
  liveFormulas: [
    {
      id: 'back', question: 'What ten standard ones bring after a year', unit: 'USD', numberFormat: '#,##0.00',
      formula: '={Commitments.sold.Upfront}*{Commitments.sold.Quantity}*24/36*(1-{CommitmentExits.sold.PriceCut})*(1-12%)',
    },
    {
      question: 'Used from this share of three years on, the standard reservation pays', unit: 'of the hours', numberFormat: '0.0%',
      formula: '={Commitments.kept.Upfront}/(26280*CLOUD.PRICE("aws","us-east-1","m6i.xlarge"))',
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
            ['HorizonStart', bought, 'First day of the plan, and of the reservations.'],
            ['HorizonMonths', 24, 'A year on each processor.'],
          ],
        },
      ],
    },
    {
      name: 'Service',
      tables: [
        { tableId: 'Services', columns: ['ServiceId', 'DemandId', 'CapacityPerNode', 'TargetUtilization'], rows: [['service', 'nodes', 1, 1]] },
        { tableId: 'DemandProfiles', columns: ['DemandId', 'Base'], rows: [['nodes', nodeCount]] },
        {
          tableId: 'Placements',
          note: 'The same in every scenario.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType', 'From', 'To'],
          rows: scenarios.flatMap(placed),
        },
      ],
    },
    {
      name: 'Commitments',
      tables: [
        {
          tableId: 'Commitments',
          columns: [
            'CommitmentId', 'ScenarioId', 'Provider', 'Kind', 'Term', 'Payment', 'Region', 'NodeTypeOrFamily', 'Quantity', 'Upfront', 'RecurringPerHour', 'Start',
          ],
          rows: [
            held('kept', '1 Keep', 'reserved', 'm6i.xlarge', upfront.standard, bought),
            held('sold', '2 Sell', 'reserved', 'm6i.xlarge', upfront.standard, bought),
            held('exchanged', '3 Exchange', 'convertible', 'm6i.xlarge', upfront.convertible, bought),
            held('successor', '3 Exchange', 'convertible', 'm7g.xlarge', upfront.successor, moved),
          ],
        },
        {
          tableId: 'CommitmentExits',
          note: 'Nothing of them is used or paid from that day on.',
          columns: ['CommitmentId', 'Date', 'Way', 'PriceCut', 'Into'],
          rows: [['sold', moved, 'resale', priceCut, null], ['exchanged', moved, 'exchange', null, 'successor']],
        },
      ],
    },
  ],
};
