import type { Sample } from './sample.ts';

/** A year of 37signals in the cloud before and after, what the servers cost, and what S3 does. */
export const published = { before: 3_200_000, after: 1_300_000, servers: 700_000, storage: 1_300_000 };
const aMonth = (year: number): number => Math.round((year / 12) * 100) / 100;

export const cloudExit: Sample = {
  id: 'cloud-exit',
  title: 'Leaving the cloud',
  question: 'What does leaving cost, when has it paid for itself, and how far could prices rise before it pays?',
  background: [
    '37signals left the cloud with everything but its files: 3.2 million dollars a year fell to 1.3 million, for servers of 0.7 million that fitted into racks, '
      + 'power and staff it had already. They had paid for themselves in months.',
    'The story began in 2023; it is told here as if it began in 2027, for which prices are at hand.',
    'The files, 10 PB in S3, were bound by a contract of four years. When it ends, storage for about a year of S3 takes them; the provider waives the price of '
      + 'sending the data for those who leave for good.',
    'The published case had no hours of rework and no months of paying twice. The third workload, made up, shows what those do: without them leaving looks '
      + 'easier than it is.',
  ],
  figures: [
    { figure: '3.2 and 1.3 million a year, servers of 0.7 million, 10 PB in S3 under a contract of four years', source: 'D. H. Hansson, world.hey.com, 2023 and 2024.' },
    { figure: 'Storage for 1.3 million: about a year of S3', source: 'The same; the day the contract ends is made up for this sample.' },
    { figure: 'The third workload, its hours and months', source: 'Made up for this sample: replace it by your own in the sheet Leaving.' },
    { figure: 'Overruns: three quarters of programmes, 28 of 100 by more than a fifth', source: 'McKinsey, some 450 heads of IT, 2021.' },
  ],
  results: [
    { sheet: 'Results Leaving', meaning: 'What leaving costs once, component by component. All low and all high are no percentiles.' },
    { sheet: 'Results Cash flow', meaning: 'Staying against going, month by month, and the chart in which the lines cross.' },
    { sheet: 'Results Lock-in', meaning: 'What leaving is worth today, and how far prices could rise before it pays.' },
    { sheet: 'Results Exit order', meaning: 'In which order one team should move them, so that the least is paid for a contract nobody uses.' },
    { sheet: 'Results Timeline', meaning: 'When each workload leaves, what holds it up, and in how many months it is paid back.' },
  ],
  liveFormulas: [
    {
      question: 'Months in which the servers are paid back', unit: 'months', numberFormat: '0.0',
      formula: '={MigrationPlan.applications.OtherCost}/({MigrationPlan.applications.MonthlyCostBefore}-{MigrationPlan.applications.MonthlyCostAfter})',
    },
    {
      question: 'Sending the files at list price', formula: '=CLOUD.EGRESS({MigrationPlan.files.DataGB},"aws",DATE(2029,10,1))', unit: 'USD', numberFormat: '#,##0',
    },
    { question: 'The same for one who leaves for good', formula: '=CLOUD.EGRESS({MigrationPlan.files.DataGB},"aws",DATE(2029,10,1),,TRUE)', unit: 'USD', numberFormat: '#,##0' },
    { question: 'Days to send them at 25 Gb/s: the waiver asks for 60', formula: '=CLOUD.TRANSFERDAYS({MigrationPlan.files.DataGB}*2^30/10^12,25)', unit: 'days', numberFormat: '0' },
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
            ['HorizonStart', '2027-01-01', 'First day of the plan: prices of sending data are known from 2026 on.'],
            ['HorizonMonths', 60, 'Five years.'],
            ['DiscountRate', 0.08, 'What money costs a year.'],
            ['SavingVolatility', 0.3, 'A judgement: how much the worth of leaving moves in a year.'],
          ],
        },
      ],
    },
    {
      name: 'Leaving',
      tables: [
        {
          tableId: 'MigrationPlan',
          note: 'The first two as published; the third is made up.',
          columns: [
            'WorkloadId', 'Strategy', 'MonthlyCostBefore', 'MonthlyCostAfter', 'Start', 'DurationWeeks', 'HoursLeast', 'HoursLikely', 'HoursMost', 'RatePerHour',
            'ParallelLeast', 'ParallelLikely', 'ParallelMost', 'CutoverHours', 'LossPerHour', 'DataGB', 'Provider', 'FullExit', 'LinkGbps', 'OtherCost', 'After', 'CommittedPerMonth', 'CommittedUntil',
          ],
          rows: [
            [
              'applications', 'rehost', aMonth(published.before - published.after), 0, null, 0, null, null, null, null, null, 0, null, null, null, null, null,
              'no', null, published.servers, null, null, null,
            ],
            [
              'files', 'rehost', aMonth(published.storage), 0, '2029-07-01', 13, null, null, null, null, null, 1, null, null, null, 10_485_760, 'aws',
              'yes', 25, published.storage, 'applications', aMonth(published.storage), '2029-10-01',
            ],
            [
              'analytics', 'refactor', 40_000, 15_000, '2028-01-01', 26, 800, 1500, 4000, 120, 2, 3, 8, 6, 5000, 51_200, 'aws', 'no', 1, 60_000, 'applications', null, null,
            ],
          ],
          numberFormats: { MonthlyCostBefore: '#,##0', MonthlyCostAfter: '#,##0', OtherCost: '#,##0', DataGB: '#,##0', LossPerHour: '#,##0' },
        },
      ],
    },
  ],
};
