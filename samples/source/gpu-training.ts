import { offerColumns } from './offer-columns.ts';
import type { Sample } from './sample.ts';

const nodeCounts = [1, 2, 4, 8, 16, 32, 64];
const jobs = ['train-7b', 'train-30b'];
const tokens = { small: 1_000_000_000_000, large: 600_000_000_000 };

/** Both models with one way to buy: the small one on nodes of 8 x A100, the large one on nodes of 8 x H100. */
const scenario = (id: string, name: string, small: readonly string[], large: readonly string[], purchase = 'on-demand') => [
  [`7b-${id}`, 'train-7b', name, ...small, purchase],
  [`30b-${id}`, 'train-30b', name, ...large, purchase],
];
const googleA100 = ['gcp', 'us-central1', 'a2-highgpu-8g'];
const googleH100 = ['gcp', 'us-central1', 'a3-highgpu-8g'];

export const gpuTraining: Sample = {
  id: 'gpu-training',
  title: 'Training two language models on rented GPUs',
  question: 'Who trains both models for the least money, on how many 8-GPU nodes, and how soon?',
  background: [
    'A research team trains two language models once: one of seven billion parameters on a trillion tokens of text, on nodes of '
      + 'eight A100, and one of thirty billion parameters on 600 billion tokens, on nodes of eight H100.',
    'How much work that is, a short measured run tells: tokens per second, here from public benchmark figures. More nodes '
      + 'finish sooner, but not free of charge: they wait for each other.',
    'Seven ways to buy stand side by side: on demand at three large providers, spot and a commitment of one year at one of '
      + 'them, and two pairs of GPU clouds.',
  ],
  figures: [
    {
      figure: '29,436 tokens per second on 8 A100; 36,209 on 16 H100',
      source: 'MosaicML LLM Foundry training benchmarks, MPT 7B on A100 40 GB and MPT 30B on H100 80 GB, 2,048 tokens of context (github.com/mosaicml/llm-foundry).',
    },
    {
      figure: 'Contention 0.00103',
      source: 'From the same table: a GPU does 3,679 tokens per second on one node of A100 and 3,623 on sixteen; (3,679 / 3,623 - 1) / 15. Taken for both models.',
    },
    {
      figure: '1,000 and 600 billion tokens',
      source: 'MPT 7B was trained on a trillion tokens; 20 tokens for each parameter is the compute-optimal amount (Hoffmann et al., 2022).',
    },
    { figure: '600 s start-up', source: 'Made up: starting a node, loading the data and the last checkpoint.' },
    {
      figure: 'Prices',
      source: 'From the catalog. GPU clouds: offers as listed in April 2025, without a region. Spot is the average price: interruptions are not counted yet.',
    },
    { figure: 'Commitment of one year', source: 'There to be compared: the training takes weeks, the commitment is paid for a year.' },
  ],
  results: [
    { sheet: 'Results Summary', meaning: 'The bill of both models on the planned 16 nodes, by way to buy; the commitment is paid mostly unused.' },
    {
      sheet: 'Results Frontier',
      meaning: 'Time against money of each offer on 1 to 64 nodes: doubling the nodes nearly halves the time and adds little to the cost.',
    },
    { sheet: 'Results Prices', meaning: 'Every price used, with its basis, source and date.' },
  ],
  liveFormulas: [
    {
      id: 'smallWork', question: 'Work of the 7B model on A100',
      formula: '={SampleRuns.train-7b.TotalUnits}/{SampleRuns.train-7b.SampleUnits}*{SampleRuns.train-7b.SampleSeconds}'
        + '*{SampleRuns.train-7b.SampleNodes}*{SampleRuns.train-7b.CoresPerNode}/3600',
      unit: 'GPU-hours', numberFormat: '#,##0',
    },
    {
      question: 'Days on 16 nodes of AWS p4d (128 A100)',
      formula: '=CLOUD.JOBTIME({@smallWork},"aws/us-east-1/p4d.24xlarge",16,{FarmJobs.train-7b.BootSeconds},{FarmJobs.train-7b.Sigma})/24',
      unit: 'days', numberFormat: '#,##0.0',
    },
    {
      question: 'Cost there, on demand',
      formula: '=CLOUD.JOBCOST({@smallWork},"aws/us-east-1/p4d.24xlarge",16,"on-demand",{FarmJobs.train-7b.BootSeconds},1,1,{FarmJobs.train-7b.Sigma})',
      unit: 'USD', numberFormat: '#,##0',
    },
    {
      id: 'smallWorkH100', question: 'The 7B model on H100 instead: 85,144 tokens per second on one node (same benchmarks)',
      formula: '={SampleRuns.train-7b.TotalUnits}/85144*8/3600', unit: 'GPU-hours', numberFormat: '#,##0',
    },
    {
      question: 'Days on 16 nodes of AWS p5 (128 H100)',
      formula: '=CLOUD.JOBTIME({@smallWorkH100},"aws/us-east-1/p5.48xlarge",16,{FarmJobs.train-7b.BootSeconds},{FarmJobs.train-7b.Sigma})/24',
      unit: 'days', numberFormat: '#,##0.0',
    },
    {
      question: 'Cost there, on demand: dearer by the hour, cheaper by the job',
      formula: '=CLOUD.JOBCOST({@smallWorkH100},"aws/us-east-1/p5.48xlarge",16,"on-demand",{FarmJobs.train-7b.BootSeconds},1,1,{FarmJobs.train-7b.Sigma})',
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
          note: 'The work is blank, because it is measured: see Measured and sizes.',
          columns: [
            'JobId', 'WorkUnit', 'Work', 'Nodes', 'BootSeconds', 'BillingQuantumSeconds', 'Sigma',
            'CostCentre', 'Owner', 'Environment', 'TagModel',
          ],
          rows: [
            ['train-7b', 'gpu-hours', null, 16, 600, 1, 0.00103, 'Research', 'Language models', 'development', 'MPT 7B'],
            ['train-30b', 'gpu-hours', null, 16, 600, 1, 0.00103, 'Research', 'Language models', 'development', 'MPT 30B'],
          ],
          numberFormats: { Work: '#,##0', Sigma: '0.00000' },
        },
      ],
    },
    {
      name: 'Measured and sizes',
      tables: [
        {
          tableId: 'SampleRuns',
          note: 'Tokens trained in a minute of a measured run.',
          columns: ['JobId', 'SampleUnits', 'SampleSeconds', 'SampleNodes', 'CoresPerNode', 'TotalUnits'],
          rows: [
            ['train-7b', 29_436 * 60, 60, 1, 8, tokens.small],
            ['train-30b', 36_209 * 60, 60, 2, 8, tokens.large],
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
          note: 'One scenario for each way to buy; it places both models.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType', 'Purchase'],
          rows: [
            ...scenario('aws', 'AWS on demand', ['aws', 'us-east-1', 'p4d.24xlarge'], ['aws', 'us-east-1', 'p5.48xlarge']),
            ...scenario(
              'azure', 'Azure on demand', ['azure', 'eastus', 'Standard_ND96asr_v4'], ['azure', 'eastus', 'Standard_ND96isr_H100_v5'],
            ),
            ...scenario('google', 'Google on demand', googleA100, googleH100),
            ...scenario('google-spot', 'Google spot', googleA100, googleH100, 'spot'),
            ...scenario('google-1y', 'Google 1 year', googleA100, googleH100, 'reserved-1y-monthly'),
            ...scenario('lambda-latitude', 'Lambda + Latitude.sh', ['lambda', 'any', '8x-a100-40gb'], ['latitude.sh', 'any', 'g3.xlarge.x86']),
            ...scenario('paperspace-fluid', 'Paperspace + FluidStack', ['paperspace', 'any', '8x-a100-40gb'], ['fluidstack', 'any', '8x-h100-80gb']),
          ],
        },
      ],
    },
  ],
};
