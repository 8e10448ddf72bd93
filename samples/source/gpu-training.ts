import { offerColumns } from './offer-columns.ts';
import type { Sample } from './sample.ts';

const nodeCounts = [1, 2, 4, 8, 16, 32, 64];
const jobs = ['train-a100', 'train-h100'];
const tokens = 1_000_000_000_000;

const offer = (id: string, scenario: string, key: readonly string[], purchase = 'on-demand') =>
  [id, id.startsWith('a100') ? 'train-a100' : 'train-h100', scenario, ...key, purchase];

export const gpuTraining: Sample = {
  id: 'gpu-training',
  title: 'Training a language model on rented GPUs',
  question: 'Which offer trains the model for the least money, on how many 8-GPU nodes, and how soon?',
  background: [
    'A language model of seven billion parameters is to be trained once on one trillion tokens of text. Thirteen offers of 8-GPU nodes '
      + 'compete: two generations of GPU, five ways to buy, large providers and GPU clouds.',
    'How much work that is, a short measured run tells: tokens per second on one node of each generation, from public '
      + 'benchmark figures. More nodes finish sooner, but not free of charge: they wait for each other.',
    'The H100 costs more by the hour and does more in it. Only the cost of the whole job compares them fairly.',
  ],
  figures: [
    {
      figure: '29,436 and 85,144 tokens per second on one node',
      source: 'MosaicML LLM Foundry training benchmarks, MPT 7B, 2,048 tokens of context, bf16: 8 x A100 40 GB and 8 x H100 80 GB (github.com/mosaicml/llm-foundry).',
    },
    {
      figure: 'Contention 0.00103',
      source: 'From the same table: a GPU does 3,679 tokens per second on one node and 3,623 on sixteen; (3,679 / 3,623 - 1) / 15. Taken for the H100 too.',
    },
    { figure: '600 s start-up', source: 'Made up: starting a node, loading the data and the last checkpoint.' },
    {
      figure: 'Prices',
      source: 'From the catalog. GPU clouds: offers as listed in April 2025, without a region. Spot is the average price: interruptions are not counted yet.',
    },
    { figure: 'Commitment of one year', source: 'Shown as a warning: the training takes weeks, the commitment is paid for a year.' },
  ],
  results: [
    { sheet: 'Results Summary', meaning: 'The bill of each offer on the planned 16 nodes; the cheapest offer stands out.' },
    {
      sheet: 'Results Frontier',
      meaning: 'Time against money of each offer on 1 to 64 nodes: doubling the nodes nearly halves the time and adds little to the cost.',
    },
    { sheet: 'Results Prices', meaning: 'Every price used, with its basis, source and date.' },
  ],
  liveFormulas: [
    {
      id: 'workA100', question: 'Work on A100',
      formula: '={SampleRuns.train-a100.TotalUnits}/{SampleRuns.train-a100.SampleUnits}*{SampleRuns.train-a100.SampleSeconds}*8/3600',
      unit: 'GPU-hours', numberFormat: '#,##0',
    },
    {
      id: 'workH100', question: 'The same training on H100',
      formula: '={SampleRuns.train-h100.TotalUnits}/{SampleRuns.train-h100.SampleUnits}*{SampleRuns.train-h100.SampleSeconds}*8/3600',
      unit: 'GPU-hours', numberFormat: '#,##0',
    },
    {
      question: 'Days on 16 nodes of AWS p5 (128 H100)',
      formula: '=CLOUD.JOBTIME({@workH100},"aws/us-east-1/p5.48xlarge",16,{FarmJobs.train-h100.BootSeconds},{FarmJobs.train-h100.Sigma})/24',
      unit: 'days', numberFormat: '#,##0.0',
    },
    {
      question: 'Cost there, on demand',
      formula: '=CLOUD.JOBCOST({@workH100},"aws/us-east-1/p5.48xlarge",16,"on-demand",{FarmJobs.train-h100.BootSeconds},1,1,{FarmJobs.train-h100.Sigma})',
      unit: 'USD', numberFormat: '#,##0',
    },
    {
      question: 'Cost on 16 nodes of AWS p4d (128 A100), on demand',
      formula: '=CLOUD.JOBCOST({@workA100},"aws/us-east-1/p4d.24xlarge",16,"on-demand",{FarmJobs.train-a100.BootSeconds},1,1,{FarmJobs.train-a100.Sigma})',
      unit: 'USD', numberFormat: '#,##0',
    },
    {
      question: 'Cost on 16 nodes of Google a3-highgpu-8g, spot',
      formula: '=CLOUD.JOBCOST({@workH100},"gcp/us-east4/a3-highgpu-8g",16,"spot",{FarmJobs.train-h100.BootSeconds},1,1,{FarmJobs.train-h100.Sigma})',
      unit: 'USD', numberFormat: '#,##0',
    },
  ],
  spillingFormula: {
    sheetName: 'Offers',
    question: 'Every known offer of a node with eight H100, cheapest first',
    formula: '=CLOUD.NODES(,,,,"H100",8)',
    note: 'One formula lists them, with the source of each price: change its conditions in the first cell of the table.',
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
            ['HorizonStart', '2026-10-01', 'The training starts on the first day.'],
            ['HorizonMonths', 12, 'Long enough to show what a commitment of a year costs.'],
          ],
        },
      ],
    },
    {
      name: 'Training jobs',
      tables: [
        {
          tableId: 'FarmJobs',
          note: 'One job for each GPU generation, because a GPU-hour of one is not a GPU-hour of the other. Work is blank: it is measured below.',
          columns: [
            'JobId', 'WorkUnit', 'Work', 'Nodes', 'BootSeconds', 'BillingQuantumSeconds', 'Sigma',
            'CostCentre', 'Owner', 'Environment', 'TagModel',
          ],
          rows: jobs.map(job => [job, 'gpu-hours', null, 16, 600, 1, 0.00103, 'Research', 'Language models', 'development', '7B']),
          numberFormats: { Work: '#,##0', Sigma: '0.00000' },
        },
      ],
    },
    {
      name: 'Measured and sizes',
      tables: [
        {
          tableId: 'SampleRuns',
          note: 'Tokens that one node of eight GPUs trains in a minute.',
          columns: ['JobId', 'SampleUnits', 'SampleSeconds', 'SampleNodes', 'CoresPerNode', 'TotalUnits'],
          rows: [
            ['train-a100', 29_436 * 60, 60, 1, 8, tokens],
            ['train-h100', 85_144 * 60, 60, 1, 8, tokens],
          ],
          numberFormats: { SampleUnits: '#,##0', TotalUnits: '#,##0' },
        },
        {
          tableId: 'NodeCounts',
          note: 'From 8 to 512 GPUs.',
          columns: ['JobId', 'Nodes'],
          rows: jobs.flatMap(job => nodeCounts.map(nodes => [job, nodes])),
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          note: 'One scenario for each offer.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType', 'Purchase'],
          rows: [
            offer('a100-aws', 'A100 AWS, on demand', ['aws', 'us-east-1', 'p4d.24xlarge']),
            offer('a100-azure', 'A100 Azure, on demand', ['azure', 'eastus', 'Standard_ND96asr_v4']),
            offer('a100-google', 'A100 Google, on demand', ['gcp', 'us-central1', 'a2-highgpu-8g']),
            offer('a100-google-spot', 'A100 Google, spot', ['gcp', 'us-central1', 'a2-highgpu-8g'], 'spot'),
            offer('a100-google-1y', 'A100 Google, committed for a year', ['gcp', 'us-central1', 'a2-highgpu-8g'], 'reserved-1y-monthly'),
            offer('a100-lambda', 'A100 Lambda, on demand', ['lambda', 'any', '8x-a100-40gb']),
            offer('h100-aws', 'H100 AWS, on demand', ['aws', 'us-east-1', 'p5.48xlarge']),
            offer('h100-azure', 'H100 Azure, on demand', ['azure', 'eastus', 'Standard_ND96isr_H100_v5']),
            offer('h100-google', 'H100 Google, on demand', ['gcp', 'us-east4', 'a3-highgpu-8g']),
            offer('h100-google-spot', 'H100 Google, spot', ['gcp', 'us-east4', 'a3-highgpu-8g'], 'spot'),
            offer('h100-google-1y', 'H100 Google, committed for a year', ['gcp', 'us-east4', 'a3-highgpu-8g'], 'reserved-1y-monthly'),
            offer('h100-fluidstack', 'H100 FluidStack, on demand', ['fluidstack', 'any', '8x-h100-80gb']),
            offer('h100-latitude', 'H100 Latitude.sh, on demand', ['latitude.sh', 'any', 'g3.xlarge.x86']),
          ],
        },
      ],
    },
  ],
};
