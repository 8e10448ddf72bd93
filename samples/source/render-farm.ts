import type { Sample } from './sample.ts';

/** Each telling and way of billing is a scenario of its own: they are one film, not five. */
const scenarioOf = {
  'as-told-hourly': '1 Told, per hour',
  'as-told-per-second': '2 Told, per second',
  'published-hourly': '3 Published, per hour',
  'published-per-second': '4 Published, per second',
  'trial-hourly': '5 Trial, per hour',
} as const;
type JobId = keyof typeof scenarioOf;
const jobs = Object.keys(scenarioOf) as JobId[];
const nodeCounts = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 35_000, 50_000, 70_000];
const start = '2011-03-01 08:00';
const nodeType = '"aws/us-east-1/cc1.4xlarge"';

const placement = (job: JobId) => [job, job, scenarioOf[job], 'aws', 'us-east-1', 'cc1.4xlarge', 'on-demand'];

export const renderFarm: Sample = {
  id: 'render-farm',
  title: 'Rendering a film on rented nodes',
  question: 'How many nodes should render the film: how long would it take, and what would it cost?',
  background: [
    'In 2011 it was told that Kung Fu Panda 2 took about 560,000 processors for one hour. The published figure is about a hundred '
      + 'times larger: more than 55 million render hours. Both stand here side by side, on the largest node one could rent then.',
    'A farm that costs the same for 100 nodes and 700 hours as for 70,000 nodes and one hour would make speed free. Two things '
      + 'keep it from being free: every node is paid while it starts up, and in 2011 every started hour was paid in full.',
    'So each job is billed twice, per started hour as in 2011 and per second as today. A last job shows how to get the work '
      + 'from a trial: six shots rendered on 100 nodes, from which the whole film is extrapolated.',
  ],
  figures: [
    { figure: '560,000 core-hours', source: 'As first told: 560,000 processors busy for one hour.' },
    {
      figure: '55,000,000 core-hours',
      source: 'More than 55 million render hours, one render hour being one hour of one core (gfxspeak.com, 2011; Data Center Knowledge, 2011-07-11).',
    },
    {
      figure: '8 cores, 1.60 USD per hour',
      source: 'Cluster compute instance cc1.4xlarge: two quad-core Xeon X5570; on-demand price of 2011 in us-east-1, from the catalog.',
    },
    {
      figure: '97 s start-up',
      source: 'Mean start-up time of an on-demand Linux instance on EC2: Mao and Humphrey, A Performance Study on the VM Startup Time in the Cloud, 2012.',
    },
    {
      figure: '129,600 frames; six trial shots',
      source: '90 minutes at 24 frames a second. The six trial times are made up, so that together they give the published total.',
    },
  ],
  results: [
    {
      sheet: 'Results Summary',
      meaning: 'What each telling of the film costs on its planned nodes, billed each way. They are scenarios of different jobs: nothing adds them up.',
    },
    {
      sheet: 'Results Jobs',
      meaning: 'How long each job takes on its planned nodes.',
    },
    {
      sheet: 'Results Frontier',
      meaning: 'Time against money for every node count. The short job on 70,000 nodes runs 1.03 hours: billed per started hour that is two hours, and costs '
        + 'nearly twice as much as per second. The long job hardly notices.',
    },
    { sheet: 'Results Detail', meaning: 'The same money line by line, in the columns of a real bill (FOCUS).' },
  ],
  liveFormulas: [
    {
      question: 'Price of one node in March 2011',
      formula: '=CLOUD.PRICE("aws","us-east-1","cc1.4xlarge","on-demand",DATE(2011,3,1))', unit: 'USD per hour', numberFormat: '#,##0.00',
    },
    {
      question: 'Time of the job as told, on 1,000 nodes',
      formula: `=CLOUD.JOBTIME({FarmJobs.as-told-hourly.Work},${nodeType},1000,{FarmJobs.as-told-hourly.BootSeconds})`, unit: 'hours', numberFormat: '#,##0.000',
    },
    {
      question: 'Its cost per started hour',
      formula: `=CLOUD.JOBCOST({FarmJobs.as-told-hourly.Work},${nodeType},1000,"on-demand",{FarmJobs.as-told-hourly.BootSeconds},3600)`,
      unit: 'USD', numberFormat: '#,##0.00',
    },
    {
      question: 'Its cost per second',
      formula: `=CLOUD.JOBCOST({FarmJobs.as-told-hourly.Work},${nodeType},1000,"on-demand",{FarmJobs.as-told-hourly.BootSeconds},1)`,
      unit: 'USD', numberFormat: '#,##0.00',
    },
    {
      question: 'The published job on 10,000 nodes, per started hour',
      formula: `=CLOUD.JOBCOST({FarmJobs.published-hourly.Work},${nodeType},10000,"on-demand",{FarmJobs.published-hourly.BootSeconds},3600)`,
      unit: 'USD', numberFormat: '#,##0.00',
    },
    {
      question: 'The published job today, on 1,000 nodes of 96 cores, core for core (a core of today does more)',
      formula: '=CLOUD.JOBCOST({FarmJobs.published-hourly.Work},"aws/us-east-1/c7i.48xlarge",1000,"on-demand",{FarmJobs.published-hourly.BootSeconds})',
      unit: 'USD', numberFormat: '#,##0.00',
    },
  ],
  spillingFormula: {
    sheetName: 'One formula',
    question: 'Time against money of the job as told, billed per started hour',
    note: 'One formula gives the table. It follows the work and the start-up time in the sheet Farm jobs.',
    formula: `=CLOUD.FRONTIER({FarmJobs.as-told-hourly.Work},${nodeType},100,70000,10,"on-demand",{FarmJobs.as-told-hourly.BootSeconds},3600)`,
    columns: [
      { widthCharacters: 12, numberFormat: '#,##0' },
      { widthCharacters: 12, numberFormat: '#,##0.00' },
      { widthCharacters: 14, numberFormat: '#,##0.00' },
      { widthCharacters: 12 },
    ],
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
            ['HorizonStart', '2011-01-01', 'The year in which the film was finished.'],
            ['HorizonMonths', 12, 'The catalog knows this price until the end of 2011.'],
          ],
        },
      ],
    },
    {
      name: 'Farm jobs',
      tables: [
        {
          tableId: 'FarmJobs',
          note: 'Each job stands here once for each way of billing. The work of the last one is measured: see Trial and sizes.',
          columns: [
            'JobId', 'WorkUnit', 'Work', 'Nodes', 'Start', 'BootSeconds', 'BillingQuantumSeconds', 'CostCentre', 'Owner', 'Environment', 'TagProduction',
          ],
          rows: [
            ['as-told-hourly', 'core-hours', 560_000, 70_000, start, 97, 3_600, 'Rendering', 'Film production', 'production', 'Kung Fu Panda 2'],
            ['as-told-per-second', 'core-hours', 560_000, 70_000, start, 97, 1, 'Rendering', 'Film production', 'production', 'Kung Fu Panda 2'],
            ['published-hourly', 'core-hours', 55_000_000, 10_000, start, 97, 3_600, 'Rendering', 'Film production', 'production', 'Kung Fu Panda 2'],
            ['published-per-second', 'core-hours', 55_000_000, 10_000, start, 97, 1, 'Rendering', 'Film production', 'production', 'Kung Fu Panda 2'],
            ['trial-hourly', 'core-hours', null, 10_000, start, 97, 3_600, 'Rendering', 'Film production', 'production', 'Kung Fu Panda 2'],
          ],
          numberFormats: { Work: '#,##0', Nodes: '#,##0', BillingQuantumSeconds: '#,##0' },
        },
      ],
    },
    {
      name: 'Trial and sizes',
      tables: [
        {
          tableId: 'SampleRuns',
          note: 'Six shots of one second each; the times are made up.',
          columns: ['JobId', 'SampleUnits', 'SampleSeconds', 'SampleNodes', 'TotalUnits'],
          rows: [38_200, 41_900, 44_600, 46_700, 49_300, 54_300].map(seconds => ['trial-hourly', 24, seconds, 100, 129_600]),
          numberFormats: { SampleSeconds: '#,##0', TotalUnits: '#,##0' },
        },
        {
          tableId: 'NodeCounts',
          note: 'From a modest farm to the whole of the claim.',
          columns: ['JobId', 'Nodes'],
          rows: jobs.flatMap(job => nodeCounts.map(nodes => [job, nodes])),
          numberFormats: { Nodes: '#,##0' },
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          note: 'All on the same node type: only the work and the way of billing differ.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType', 'Purchase'],
          rows: jobs.map(placement),
        },
      ],
    },
  ],
};
