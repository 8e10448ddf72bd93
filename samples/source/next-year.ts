import type { Sample, SourceCell } from './sample.ts';

const region = ['aws', 'us-east-1'];
const place = (workload: string, nodeType: string): SourceCell[] => [workload, workload, ...region, nodeType];
const set = (scenario: string, table: string, row: string | null, column: string, value: SourceCell, note: string, change = 'set'): SourceCell[] =>
  [scenario, table, row, column, change, value, note];

/** Budgets of the sample, a month. */
export const budgets = { all: 12_800, shop: 7_000 };

export const nextYear: Sample = {
  id: 'next-year',
  title: 'Next year: what if, budget, and who bears it',
  question: 'What will next year cost, what if it comes otherwise, does it keep its budget, and who bears which part?',
  background: [
    'A company runs a shop, a search, a data platform and the platform team that serves them all. Sixteen nodes of the shop are reserved.',
    'Eleven scenarios change a cell or two of the workbook each: growth, a node type, a discount, another reservation, a tax. The bridge says how much of each '
      + 'difference is volume, mix, price, commitments, or other charges.',
    'The budget of the year is held against the plan month by month. The cost of the platform team is shared by heads; what reservations leave unused is borne by '
      + 'the shop, which asked for them.',
  ],
  figures: [
    { figure: 'Demand, heads, budgets, the support fee', source: 'Made up for this sample: replace them by your own.' },
    { figure: 'On-demand prices', source: 'From the catalog: AWS us-east-1, Linux, shared hardware.' },
    { figure: 'Price of the reservation', source: 'Made up, near the discounts of the catalog.' },
  ],
  results: [
    { sheet: 'Results What if', meaning: 'What each scenario would cost, and why: the six parts add up to the difference.' },
    { sheet: 'Results Bridge', meaning: 'The same step by step, as waterfalls.' },
    { sheet: 'Results Solve for', meaning: 'Which growth of orders exhausts the budget, and which price of a reserved node.' },
    { sheet: 'Results Sensitivity', meaning: 'Which input moves the cost most; two of them together in Results Two inputs.' },
    { sheet: 'Results Statement', meaning: 'Each workload by month, quarter and fiscal year, months across.' },
    { sheet: 'Results Budget', meaning: 'Budget against forecast, and the month in which the year\'s budget is spent.' },
    { sheet: 'Results Showback', meaning: 'What each cost centre owes, direct, shared and unused, and what nobody owns.' },
    { sheet: 'Results Unit cost', meaning: 'What a thousand orders and a report cost.' },
  ],
  liveFormulas: [
    { question: 'Budget of Sales for the year', formula: '={Budgets.Sales.Amount}*12', unit: 'USD', numberFormat: '#,##0' },
    { id: 'onDemand', question: 'An m7i.xlarge on demand', formula: '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")', unit: 'USD per hour', numberFormat: '#,##0.0000' },
    {
      question: 'The reservation pays when used in at least this share of the hours',
      formula: '=CLOUD.BREAKEVENUTIL({@onDemand},{Commitments.ri-shop.RecurringPerHour})', unit: 'of the hours', numberFormat: '0.0%',
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
          note: 'Nodes = demand / (demand of a node x share used), rounded up.',
          columns: ['ServiceId', 'DemandId', 'DemandUnit', 'CapacityPerNode', 'TargetUtilization', 'CostCentre', 'TagProduct'],
          rows: [
            ['shop', 'orders', 'orders/min', 30, 0.7, 'Sales', 'Shop'],
            ['search', 'searches', 'requests/s', 200, 0.6, 'Sales', 'Shop'],
            ['data platform', 'queries', 'nodes', 1, 1, 'Science', null],
            ['build farm', 'builds', 'nodes', 1, 1, 'Platform', null],
            ['old intranet', 'intranet', 'nodes', 1, 1, null, null],
          ],
        },
      ],
    },
    {
      name: 'Demand',
      tables: [
        {
          tableId: 'DemandProfiles',
          columns: ['DemandId', 'Base', 'GrowthPerYear'],
          rows: [['orders', 420, 0.25], ['searches', 1400, 0.2], ['queries', 12, 0.1], ['builds', 8, 0], ['intranet', 2, 0]],
        },
        {
          tableId: 'DemandShapes',
          columns: ['DemandId', 'DayOfWeek', 'HourOfDay', 'Factor'],
          rows: [
            ...[0, 1, 2, 3, 4, 5].flatMap(hour => ['orders', 'searches'].map(demand => [demand, 'all', hour, 0.4])),
            ...[18, 19, 20, 21].flatMap(hour => ['orders', 'searches'].map(demand => [demand, 'all', hour, 1.5])),
          ],
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          columns: ['PlacementId', 'WorkloadId', 'Provider', 'Region', 'NodeType'],
          rows: [
            place('shop', 'm7i.xlarge'), place('search', 'c7i.2xlarge'), place('data platform', 'r7i.2xlarge'), place('build farm', 'c7i.2xlarge'),
            place('old intranet', 'm7i.large'),
          ],
        },
        {
          tableId: 'Commitments',
          columns: ['CommitmentId', 'Provider', 'Kind', 'Term', 'Payment', 'Region', 'NodeTypeOrFamily', 'Quantity', 'RecurringPerHour', 'Start'],
          rows: [['ri-shop', 'aws', 'reserved', '1y', 'no-upfront', 'us-east-1', 'm7i.xlarge', 16, 0.1333, '2027-01-01']],
        },
        {
          tableId: 'FlatFees',
          columns: ['FeeId', 'Provider', 'AmountPerMonth', 'Currency'],
          rows: [['support', 'aws', 400, 'USD']],
        },
      ],
    },
    {
      name: 'What if',
      tables: [
        {
          tableId: 'Scenarios',
          note: 'Each changes a copy: the tables stay as they are. Rows of one name are changed together.',
          columns: ['ScenarioId', 'TableName', 'RowKey', 'ColumnName', 'Change', 'Value', 'Note'],
          rows: [
            set('orders grow by 60 %', 'DemandProfiles', 'orders', 'GrowthPerYear', 0.6, 'In place of 25 %.'),
            set('no growth', 'DemandProfiles', null, 'GrowthPerYear', 0, 'Of any demand.'),
            set('a fifth more of all', 'DemandProfiles', null, 'Base', 1.2, 'From the first day.', 'times'),
            set('search on ARM', 'Placements', 'search', 'NodeType', 'c7g.2xlarge', 'Taken to carry the same load.'),
            set('data platform halved', 'DemandProfiles', 'queries', 'Base', 0.5, 'Queries tuned.', 'times'),
            set('intranet ends', 'DemandProfiles', 'intranet', 'Base', 0, 'Nobody owns it.'),
            set('nodes used to 80 %', 'Services', 'shop', 'TargetUtilization', 0.8, 'Less headroom.'),
            set('no reservation', 'Commitments', 'ri-shop', 'Quantity', 0.0625, 'One node in place of 16.', 'times'),
            set('reserve 24', 'Commitments', 'ri-shop', 'Quantity', 24, 'In place of 16.'),
            set('support doubles', 'FlatFees', 'support', 'AmountPerMonth', 2, 'The fee of the contract.', 'times'),
            set('a bad year', 'DemandProfiles', 'orders', 'Base', 1.4, 'More orders ...', 'times'),
            set('a bad year', 'Services', 'shop', 'TargetUtilization', 0.55, '... and more headroom.'),
          ],
        },
      ],
    },
    {
      name: 'Solve for',
      tables: [
        {
          tableId: 'SolveFor',
          note: 'The plan is run until the goal is met.',
          columns: ['SolveId', 'TableName', 'RowKey', 'ColumnName', 'Low', 'High', 'Goal', 'Target'],
          rows: [
            ['growth of orders that spends the budget', 'DemandProfiles', 'orders', 'GrowthPerYear', -0.5, 1, 'budget', null],
            ['price of a reserved node at 160,000', 'Commitments', 'ri-shop', 'RecurringPerHour', 0.05, 0.25, 'cost', 160_000],
          ],
        },
        {
          tableId: 'Sensitivity',
          note: 'Factors on what is stated; the first two together make a grid.',
          columns: ['InputId', 'TableName', 'RowKey', 'ColumnName', 'Change', 'Low', 'High', 'With', 'Steps'],
          rows: [
            ['all demand', 'DemandProfiles', null, 'Base', 'times', 0.8, 1.2, 'headroom', 3],
            ['headroom', 'Services', 'shop', 'TargetUtilization', 'set', 0.5, 0.9, null, null],
            ['reserved nodes', 'Commitments', 'ri-shop', 'Quantity', 'set', 8, 24, null, null],
            ['queries', 'DemandProfiles', 'queries', 'Base', 'times', 0.5, 1.5, null, null],
          ],
        },
      ],
    },
    {
      name: 'Budget',
      tables: [
        {
          tableId: 'Budgets',
          note: 'The first row is of the whole plan.',
          columns: ['CostCentre', 'Month', 'Amount'],
          rows: [[null, null, budgets.all], ['Sales', null, budgets.shop]],
          numberFormats: { Amount: '#,##0' },
        },
        {
          tableId: 'Allocation',
          note: 'The platform team by heads; unused reservations to who asked for them; fees by direct cost.',
          columns: ['SharedCost', 'CostCentre', 'Share', 'Driver'],
          rows: [
            ['build farm', 'Sales', null, 14], ['build farm', 'Science', null, 6], ['unused commitments', 'Sales', 1, null], ['other charges', 'Sales', null, null],
            ['other charges', 'Science', null, null],
          ],
        },
        {
          tableId: 'UnitCosts',
          columns: ['WorkloadId', 'Unit', 'Per', 'UnitsPerDemand', 'UnitsPerMonth'],
          rows: [['shop', 'orders', 1000, 1, null], ['search', 'searches', 1_000_000, 1, null], ['data platform', 'report', 1, null, 4000]],
        },
      ],
    },
  ],
};
