import type { Sample, SourceCell } from './sample.ts';

const region = ['aws', 'eu-central-1'];
const price = (id: string, nodeType: string, amount: number): SourceCell[] =>
  [id, ...region, nodeType, 'on-demand', amount, 'USD', 'Made up for this sample, near list prices'];

/** Data to be sent, in GB as the provider counts them. */
const sent = { archive: 51_200, shop: 20_480, reports: 102_400 };

export const dataActExit: Sample = {
  id: 'data-act-exit',
  title: 'Leaving under the EU Data Act',
  question: 'What does leaving cost before and after the day on which switching charges end, and what remains due all the same?',
  background: [
    'A company in Germany leaves its provider. From 12 January 2027 on the EU Data Act allows no charge for switching, sending the data included; until then '
      + 'charges may not exceed what they cost the provider. It ends neither commitments that go unused nor penalties agreed for ending a contract early.',
    'The archive leaves in the autumn of 2026, alone, and still pays for its data at list price. The shop and the reports follow in 2027 and send theirs for nothing.',
    'The reserved nodes were bought for a year in June. What the shop sets free is taken over by the back office as far as it has use for it; the rest is lost.',
    'What holds the workloads is stated service by service: a proprietary queue costs more hours than ten virtual machines.',
  ],
  figures: [
    { figure: 'No switching charges from 12 January 2027, at most cost from 11 January 2024', source: 'Regulation (EU) 2023/2854, Article 29.' },
    { figure: 'Price of sending data from eu-central-1', source: 'From the catalog: AWS, data transfer to the internet.' },
    { figure: 'Demand, prices of nodes, hours, months, commitments and the penalty', source: 'Made up for this sample: replace them by your own.' },
    { figure: 'Difficulties where none is stated', source: 'Usual values of the layer, a judgement: docs/assumptions.md, A-MIG-8.' },
    { figure: 'Credits of the provider', source: 'AWS, service level agreement for EC2.' },
  ],
  results: [
    { sheet: 'Results Leaving', meaning: 'What leaving costs once, component by component, and as a waterfall.' },
    { sheet: 'Results Timeline', meaning: 'When each workload leaves, and how long both places are paid.' },
    { sheet: 'Results Stranded', meaning: 'Which reservations the move strands, what the back office takes over, and what is lost.' },
    { sheet: 'Results Dependencies', meaning: 'How hard each workload is to move, and because of which services.' },
    { sheet: 'Results Cash flow', meaning: 'Staying against going, month by month.' },
    { sheet: 'Results Several clouds', meaning: 'What it would cost to stay with one foot in each of two clouds instead.' },
    { sheet: 'Results Service levels', meaning: 'What the provider would credit of a bad month, against what the shop would lose.' },
  ],
  liveFormulas: [
    { question: 'Sending the archive in October 2026', formula: '=CLOUD.EGRESS({MigrationPlan.archive.DataGB},"aws",DATE(2026,10,1),"DE")', unit: 'USD', numberFormat: '#,##0' },
    { question: 'Sending it for good on 12 January 2027', formula: '=CLOUD.EGRESS({MigrationPlan.archive.DataGB},"aws",DATE(2027,1,12),"DE",TRUE)', unit: 'USD', numberFormat: '#,##0' },
    { question: 'Days to send the reports at 1 Gb/s', formula: '=CLOUD.TRANSFERDAYS({MigrationPlan.reports.DataGB}*2^30/10^12,1)', unit: 'days', numberFormat: '0.0' },
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
            ['HorizonStart', '2026-09-01', 'First day of the plan.'],
            ['HorizonMonths', 24, 'Two years.'],
            ['DiscountRate', 0.08, 'What money costs a year.'],
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
          columns: ['ServiceId', 'DemandId', 'DemandUnit', 'CapacityPerNode', 'TargetUtilization', 'CostCentre'],
          rows: [
            ['shop', 'shop', 'nodes', 1, 1, 'E-commerce'],
            ['reports', 'reports', 'nodes', 1, 1, 'Finance'],
            ['back office', 'back office', 'nodes', 1, 1, 'Finance'],
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
          rows: [['shop', 'hour >= 7 and hour < 21 ? 12 : 6'], ['reports', 'hour < 6 ? 8 : 2'], ['back office', 'hour >= 7 and hour < 17 ? 5 : 3']],
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          columns: ['PlacementId', 'WorkloadId', 'Provider', 'Region', 'NodeType'],
          rows: ['shop', 'reports', 'back office'].map(workload => [workload, workload, ...region, 'm7i.xlarge']),
        },
        {
          tableId: 'PriceSheet',
          columns: ['PriceId', 'Provider', 'Region', 'NodeType', 'Purchase', 'UnitPrice', 'Currency', 'Source'],
          rows: [price('m7i', 'm7i.xlarge', 0.2415)],
        },
      ],
    },
    {
      name: 'Commitments',
      tables: [
        {
          tableId: 'Commitments',
          note: 'Held in every scenario; amounts are per node.',
          columns: ['CommitmentId', 'Provider', 'Kind', 'Term', 'Payment', 'Region', 'NodeTypeOrFamily', 'Quantity', 'RecurringPerHour', 'Start'],
          rows: [['ri-2026', 'aws', 'reserved', '1y', 'no-upfront', 'eu-central-1', 'm7i.xlarge', 8, 0.1597, '2026-06-01']],
        },
      ],
    },
    {
      name: 'Leaving',
      tables: [
        {
          tableId: 'MigrationPlan',
          note: 'What staying costs is what the plan charges, but for the archive. Two months of notice are the most the regulation allows.',
          columns: [
            'WorkloadId', 'Strategy', 'MonthlyCostBefore', 'MonthlyCostAfter', 'Start', 'After', 'DurationWeeks', 'HoursLeast', 'HoursLikely', 'HoursMost', 'RatePerHour',
            'ParallelLeast', 'ParallelLikely', 'ParallelMost', 'CutoverHours', 'LossPerHour', 'DataGB', 'Provider', 'Region', 'Jurisdiction', 'FullExit', 'LinkGbps', 'NoticeMonths',
          ],
          rows: [
            ['archive', 'rehost', 1200, 700, '2026-09-01', null, 4, 20, 40, 80, 110, 0, 0, 1, null, null, sent.archive, ...region, 'DE', 'no', 1, 2],
            ['shop', 'replatform', null, 1100, '2026-11-01', 'archive', 12, 160, 300, 700, 110, 1, 1, 3, 4, 2000, sent.shop, ...region, 'DE', 'yes', 1, null],
            ['reports', 'rehost', null, 500, null, 'shop', 6, 60, 90, 200, 110, 0, 1, 2, null, null, sent.reports, ...region, 'DE', 'yes', 1, null],
          ],
          numberFormats: { DataGB: '#,##0', LossPerHour: '#,##0' },
        },
      ],
    },
    {
      name: 'Costs of moving',
      tables: [
        {
          tableId: 'MigrationCosts',
          note: 'Beside rework, downtime and data. Work overruns like rework; the penalty of the contract does not.',
          columns: ['WorkloadId', 'Component', 'CostLeast', 'CostLikely', 'CostMost', 'Note'],
          rows: [
            ['shop', 'Assessment', 3000, 4000, 6000, 'Two weeks of an architect.'],
            ['shop', 'Validation', 2000, 3000, 6000, 'A rehearsal with half of the traffic.'],
            ['shop', 'Training', 2000, 3000, 5000, 'Six people.'],
            ['shop', 'Termination', null, 6000, null, 'Agreed early-termination penalty: the regulation leaves it.'],
            ['archive', 'Retrieval', 400, 600, 900, 'Objects not yet 90 days in the archive class.'],
            ['reports', 'Decommissioning', 500, 1000, 2500, 'Erasing of data, closing of accounts.'],
          ],
        },
      ],
    },
    {
      name: 'Fees',
      tables: [
        {
          tableId: 'MinimumSpends',
          note: 'A promise to the provider for one year, made before anybody thought of leaving.',
          columns: ['MinimumId', 'Provider', 'Amount', 'Currency', 'Period', 'From', 'To'],
          rows: [['private pricing 2026', 'aws', 25_000, 'USD', 'whole', '2026-09-01', '2027-09-01']],
        },
      ],
    },
    {
      name: 'Dependencies',
      tables: [
        {
          tableId: 'Dependencies',
          note: 'Hours are added to the rework of the workload.',
          columns: ['WorkloadId', 'Service', 'Layer', 'Standard', 'Difficulty', 'Weight', 'HoursLeast', 'HoursLikely', 'HoursMost', 'Alternative'],
          rows: [
            ['shop', 'virtual machines', 'IaaS', 'yes', null, 3, 10, 20, 40, 'virtual machines'],
            ['shop', 'message queue', 'PaaS', 'no', null, 2, 60, 120, 400, 'RabbitMQ'],
            ['shop', 'relational database', 'PaaS', 'yes', null, 3, 30, 60, 120, 'PostgreSQL'],
            ['reports', 'data warehouse', 'PaaS', 'no', 0.9, 4, 120, 250, 800, 'ClickHouse'],
            ['reports', 'object storage', 'PaaS', 'yes', null, 2, 10, 20, 40, 'S3-compatible storage'],
          ],
        },
      ],
    },
    {
      name: 'Staying instead',
      tables: [
        {
          tableId: 'CloudMixes',
          note: 'The share of the bill a further provider costs is a judgement: the columns are left out here, so the usual values hold.',
          columns: ['MixId', 'Providers', 'BillPerMonth', 'DuplicatedPerMonth', 'LossAvoidedPerYear'],
          rows: [['one provider', 1, 4000, 0, 0], ['two providers', 2, 4000, 600, 3000]],
        },
        {
          tableId: 'ServiceLevels',
          columns: ['SlaId', 'WorkloadId', 'Provider', 'Availability', 'LossPerHour', 'ClaimChance'],
          rows: [['shop, a month with four hours down', 'shop', 'aws', 0.9945, 2000, 0.8]],
        },
      ],
    },
  ],
};
