import type { Sample, SourceCell } from './sample.ts';

/** Departments of a university: cores of a job, minutes it runs, minutes between two of them. */
export const departments: readonly (readonly [name: string, cores: number, runMinutes: number, everyMinutes: number])[] = [
  ['Physics', 64, 360, 240],
  ['Chemistry', 32, 480, 150],
  ['Biology', 8, 120, 16],
  ['Climate', 128, 720, 900],
  ['Engineering', 32, 240, 90],
  ['Mathematics', 16, 90, 60],
  ['Economics', 8, 30, 10],
  ['Medicine', 16, 180, 50],
];
export const clusterNodes = 84;
const coresPerNode = 8;
const region = ['aws', 'us-east-1'];

const streams = (queue: (department: string) => string, prefix: string): SourceCell[][] =>
  departments.map(([name, cores, run, every]) => [
    `${prefix} ${name}`, queue(name), name, Math.min(cores, coresPerNode), Math.max(1, cores / coresPerNode), run, run * 2, every, 'random', 'random',
  ]);

/** Nodes a department needs for itself so that it is as busy as the shared cluster, at least those of its largest job. */
export const ownNodes = (name: string): number => {
  const [, cores, run, every] = departments.find(([each]) => each === name) ?? ['', 1, 1, 1];
  return Math.max(Math.ceil(cores / coresPerNode), Math.ceil((cores * run) / every / 0.85 / coresPerNode));
};

export const universityHpc: Sample = {
  id: 'university-hpc',
  title: 'One cluster for eight departments',
  question: 'Should departments share a cluster, in which order, and may it grow and shrink? Then: what did the same cost in 2011?',
  background: [
    'Eight departments send jobs of 8 to 128 cores at all hours. Each could have nodes of its own, or all could share: a fleet that is shared rides out '
      + 'the bursts of one department on the idle nodes of the others.',
    'The order matters as much as the size. First come, first served lets small jobs wait behind a large one; backfilling lets them pass where they delay '
      + 'nobody; fair share keeps one department from taking all.',
    'A fleet of the cloud need not stand idle at all: it grows when jobs wait and stops nodes that have nothing to do. And the nodes of 2011, eight cores '
      + 'for 1.60 USD an hour, show what a core-hour has become.',
  ],
  figures: [
    { figure: 'Jobs of the departments', source: 'Made up for this sample: replace them by your own in the sheet Jobs.' },
    { figure: 'c7i.4xlarge: 8 physical cores, 0.714 USD an hour', source: 'From the catalog: AWS us-east-1, Linux, shared hardware.' },
    { figure: 'cc1.4xlarge: 8 cores, 1.60 USD an hour', source: 'Amazon EC2 prices of 2010 and 2011, kept in the sheet Prices because they hold no more.' },
    { figure: 'Start of a node: 97 s', source: 'Mean of Linux nodes on EC2 in Mao and Humphrey, 2012.' },
  ],
  results: [
    { sheet: 'Results Queues', meaning: 'Waits, use and cost of each queue, and what every department owes for its share of it.' },
    { sheet: 'Results Waits', meaning: 'How many jobs wait how long, scenario by scenario.' },
    { sheet: 'Results Summary', meaning: 'What each way costs. Compare it with the waits: cheaper by waiting longer is a choice.' },
  ],
  liveFormulas: [
    {
      id: 'cores', question: 'Cores the jobs keep busy on the mean', formula: `=${departments.map(([, cores, run, every]) => `${cores}*${run}/${every}`).join('+')}`,
      unit: 'cores', numberFormat: '#,##0',
    },
    { question: 'Of the shared cluster', formula: `={@cores}/({Queues.shared in turn.MaxNodes}*${coresPerNode})`, unit: 'of its cores', numberFormat: '0.0%' },
    {
      question: 'Servers for a load as high, if one in twenty may wait an hour (Erlang)',
      formula: '=CLOUD.SERVERSFOR({@cores}/8/3600,3600,3600,0.95)', unit: 'nodes', numberFormat: '#,##0',
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
            ['HorizonMonths', 3, 'A term.'],
            ['RandomSeed', 2027, 'Another seed, other jobs: look how much the waits move.'],
          ],
        },
      ],
    },
    {
      name: 'Workloads',
      tables: [
        {
          tableId: 'Queues',
          note: 'The same jobs wait in each queue; scenarios compare them.',
          columns: ['QueueId', 'Policy', 'MaxNodes', 'MinNodes', 'BootSeconds', 'IdleSeconds'],
          rows: [
            ...departments.map(([name]): SourceCell[] => [`own ${name}`, 'fcfs', ownNodes(name), null, null, null]),
            ['shared in turn', 'fcfs', clusterNodes, null, null, null],
            ['shared backfilled', 'easy', clusterNodes, null, null, null],
            ['shared fairly', 'fair-share', clusterNodes, null, null, null],
            ['elastic', 'best-fit', 160, 0, 97, 600],
          ],
        },
      ],
    },
    {
      name: 'Jobs',
      tables: [
        {
          tableId: 'Jobs',
          note: 'Senders ask for twice the time on the mean; a job that runs longer is ended.',
          columns: ['JobId', 'QueueId', 'DepartmentId', 'Cores', 'Tasks', 'RunMinutes', 'EstimateMinutes', 'EveryMinutes', 'Arrivals', 'RunTimes'],
          rows: [
            ...streams(name => `own ${name}`, 'own'),
            ...['shared in turn', 'shared backfilled', 'shared fairly', 'elastic'].flatMap(queue => streams(() => queue, queue)),
          ],
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          note: 'On nodes of eight physical cores.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType'],
          rows: [
            ...departments.map(([name]): SourceCell[] => [`own ${name}`, `own ${name}`, '1 Each its own', ...region, 'c7i.4xlarge']),
            ['in turn', 'shared in turn', '2 Shared, in turn', ...region, 'c7i.4xlarge'],
            ['backfilled', 'shared backfilled', '3 Shared, backfilled', ...region, 'c7i.4xlarge'],
            ['fairly', 'shared fairly', '4 Shared fairly', ...region, 'c7i.4xlarge'],
            ['elastic', 'elastic', '5 Elastic', ...region, 'c7i.4xlarge'],
            ['elastic of 2011', 'elastic', '6 Elastic, at 2011 prices', ...region, 'cc1.4xlarge'],
          ],
        },
      ],
    },
    {
      name: 'Prices',
      tables: [
        {
          tableId: 'PriceSheet',
          note: 'A price that holds no more, stated so that it can be compared.',
          columns: ['PriceId', 'Provider', 'Region', 'NodeType', 'Purchase', 'UnitPrice', 'Currency', 'Source'],
          rows: [['cc1 of 2011', ...region, 'cc1.4xlarge', 'on-demand', 1.6, 'USD', 'Amazon EC2, 2011']],
        },
      ],
    },
  ],
};
