import type { Sample } from './sample.ts';

export const serverConsolidation: Sample = {
  id: 'server-consolidation',
  title: 'Old servers, guests on hosts, and what does not belong there',
  question: 'How many hosts carry what runs on our old servers, what runs out first, and what should rather run on a machine of another kind?',
  background: [
    'Most of the old servers wait most of the time: five or six of them fit on one quad-core host, many more on a large one of today. What they once cost is spent in '
      + 'any case; only what ends with them counts. Work that computes all the time has no idle time to share: its guests are promised whole cores, and hosts with two '
      + 'GPUs carry two of them, whatever else they have.',
    'Two questions are left for what does not fit: one database that outgrows a host may run on a large machine, on many after a rewriting, or on many that pass for '
      + 'one; and before a GPU is shared seven points must hold, all of them.',
  ],
  figures: [
    { figure: 'Quad-core host of 16 GiB for five to six guests', source: 'The example of the literature of 2008; costs of host and old servers are made up for this sample.' },
    { figure: 'Host of 48 GiB with two GPUs for two guests of 23 GiB', source: 'The example of the literature of 2011; its cost is made up.' },
    { figure: 'Four vCPUs on a core for servers, seven for light work, one for computing', source: 'Common planning ratios, A-SIM-36 of the assumptions.' },
    { figure: 'Part of its time a server is busy', source: 'Made up; take the 95th percentile of your own monitoring.' },
    { figure: 'Memory accesses that wait for another node: 1 %', source: 'Own judgement, A-SIM-32 of the assumptions: measure your own.' },
  ],
  results: [
    { sheet: 'Results Hosts', meaning: 'How many hosts carry the guests, and what binds.' },
    { sheet: 'Results Replacement', meaning: 'What they save against the servers they replace; the book loss stands apart.' },
    { sheet: 'Results Guests', meaning: 'How well each kind of guest suits its hosts, and what each application owes.' },
    { sheet: 'Results Scaling', meaning: 'The database on one machine, on many, and on many as one.' },
    { sheet: 'Results Feasibility', meaning: 'Which of the seven points stand against sharing the GPUs.' },
  ],
  liveFormulas: [
    { question: 'Guests of 2 GiB on a quad-core host', formula: '=INDEX(CLOUD.VMFIT(4,1.5,16,2,1,2),1,1)', unit: 'guests', numberFormat: '0' },
    { question: 'Guests of 23 GiB with a GPU on a host of 48 GiB with two', formula: '=INDEX(CLOUD.VMFIT(8,1,48,2,2,23,2,1),1,1)', unit: 'guests', numberFormat: '0' },
  ],
  sheets: [
    {
      name: 'Plan',
      tables: [
        {
          tableId: 'Settings',
          note: 'Prices are those of the first day of the plan.',
          columns: ['Setting', 'Value'],
          rows: [['HorizonStart', '2026-01-01'], ['HorizonMonths', 12], ['BaseCurrency', 'USD']],
        },
      ],
    },
    {
      name: 'Hosts',
      tables: [
        {
          tableId: 'HostPools',
          note: 'Hosts of your own with what they cost a month, and one node type at its price.',
          columns: [
            'HostId', 'Provider', 'Region', 'NodeType', 'Cores', 'MemoryGiB', 'Gpus', 'CostPerMonth', 'ReservedMemoryGiB', 'LayerOverhead', 'Headroom', 'SpareHosts',
            'ReplacedServers', 'ReplacedCostPerMonth', 'ReplacedBookValue', 'PilotHosts', 'PilotMonths', 'MoveGbps', 'ReimageMinutes',
          ],
          rows: [
            ['quad-core', null, null, null, 4, 16, null, 190, 2, 0, 0, 1, 48, 4560, 21_000, 2, 2, 1, 20],
            ['today', 'aws', 'us-east-1', 'm7i.48xlarge', null, null, null, null, 8, 0.03, 0.1, 1, null, null, null, null, null, 25, 10],
            ['computing', null, null, null, 8, 48, 2, 900, 2, 0.02, 0, 0, 6, 2400, 9000, 1, 1, 10, 15],
          ],
        },
      ],
    },
    {
      name: 'Guests',
      tables: [
        {
          tableId: 'Guests',
          note: 'What runs on the old servers, by application.',
          columns: ['GuestId', 'HostId', 'Application', 'Count', 'VCpus', 'MemoryGiB', 'Gpus', 'SystemMemoryGiB', 'Class', 'VCpuPerCore', 'BusyShare'],
          rows: [
            ['office server', 'quad-core', 'office', 48, 1, 1.5, null, 0.5, 'server', 1.5, null],
            ['shop front', 'today', 'shop', 120, 4, 6, null, 1, 'server', null, 0.22],
            ['shop container', 'today', 'shop', 300, 1, 1.5, null, null, 'light', null, null],
            ['reporting', 'today', 'finance', 24, 8, 60, null, 1, 'server', null, null],
            ['solver', 'today', 'research', 12, 16, 24, null, 1, 'computing', null, null],
            ['simulation with a GPU', 'computing', 'research', 6, 2, 22, 1, 1, 'computing', null, null],
          ],
        },
      ],
    },
    {
      name: 'Database',
      tables: [
        {
          tableId: 'ScalingWays',
          note: 'A database in memory that no small node holds.',
          columns: ['WorkId', 'Provider', 'Region', 'NodeType', 'Tasks', 'MemoryGiB', 'WaitShare', 'RemoteShare', 'Sigma', 'RefactorHours', 'RatePerHour', 'Months'],
          rows: [['database in memory', 'aws', 'us-east-1', 'r7i.8xlarge', 60, 1400, 0.4, 0.01, 0.02, 1800, 95, 36]],
        },
      ],
    },
    {
      name: 'GPUs',
      tables: [
        {
          tableId: 'GpuChecks',
          note: 'The first fits, the second asks for more guests than it has GPUs.',
          columns: [
            'CheckId', 'Provider', 'NodeType', 'Guests', 'Cuda', 'Passthrough', 'MultiOs', 'NetworkGbps', 'NeedsDiskMBps', 'DiskMBps', 'ResultGiB', 'StorageGiB',
          ],
          rows: [
            ['four guests', 'aws', 'g5.12xlarge', 4, 'yes', 'yes', 'yes', 40, 400, 2000, 500, 3800],
            ['six guests', 'aws', 'g5.12xlarge', 6, 'yes', 'yes', 'no', 40, 400, null, 500, 3800],
          ],
        },
      ],
    },
  ],
};
