import type { Sample, SourceCell } from './sample.ts';

/** Requests a second of each model, tokens in and out, parameters in billions, KiB of context a token. */
export const models = {
  small: { rate: 12, prompt: 1200, output: 250, parameters: 8, context: 128 },
  large: { rate: 2, prompt: 1200, output: 250, parameters: 70, context: 320 },
} as const;

const model = (id: string, { rate, prompt, output, parameters, context }: (typeof models)['small' | 'large'], gpus: number): SourceCell[] =>
  [id, rate, prompt, output, parameters, 2, context, gpus, 1500];

export const llmServing: Sample = {
  id: 'llm-serving',
  title: 'GPUs for a language model',
  question: 'How many GPUs answer these requests in time, on which node type, and what does a million tokens cost?',
  background: [
    'A language model answers in two steps that need different things. The prompt is computed at once, and the speed of computing binds; then every token of the '
      + 'answer reads all weights and all context from memory, and the bandwidth of memory binds. Many requests at once share the reading.',
    'So neither the price of a GPU-hour nor its peak tells what a million tokens cost. An hour of requests is simulated, one by one, on as many copies as keep '
      + 'the first token of 95 requests in a hundred within a second and a half.',
    'A model of 8 billion parameters fits one GPU; one of 70 billion takes four of 80 GB, or two of 141 GB.',
  ],
  figures: [
    { figure: 'Requests, tokens in and out', source: 'Made up for this sample: replace them by your own in the sheet Models.' },
    { figure: 'Context of 128 and 320 KiB a token', source: '2 x layers x 8 key heads x 128 x 2 bytes, with 32 and 80 layers: the shape of published models of 8 and 70 billion.' },
    { figure: 'Speed and memory of the GPUs', source: 'NVIDIA data sheets; half of the peak in prefill and four fifths of the bandwidth are judgement, see the model page.' },
    { figure: 'Prices', source: 'From the catalog: on-demand, Linux.' },
  ],
  results: [
    { sheet: 'Results Serving', meaning: 'Copies, nodes, how soon tokens come, and the cost of a million of them, node type by node type.' },
    { sheet: 'Results Summary', meaning: 'What each way costs in the plan. The scenarios of one model are alternatives.' },
  ],
  liveFormulas: [
    {
      question: 'Weights of the large model', formula: '={ModelServing.large on 4.ParametersBillion}*{ModelServing.large on 4.BytesPerParameter}', unit: 'GB',
      numberFormat: '0',
    },
    { question: 'A node of eight H100 for an hour', formula: '=CLOUD.PRICE("aws","us-east-1","p5.48xlarge")', unit: 'USD', numberFormat: '#,##0.00' },
    { question: 'A node with one L40S for an hour', formula: '=CLOUD.PRICE("aws","us-east-1","g6e.xlarge")', unit: 'USD', numberFormat: '#,##0.00' },
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
            ['HorizonMonths', 1, 'A month.'],
            ['RandomSeed', 1, 'Of the requests that are drawn.'],
          ],
        },
      ],
    },
    {
      name: 'Models',
      tables: [
        {
          tableId: 'ModelServing',
          note: 'Copies is left out: the fewest that keep the target are found.',
          columns: [
            'ServingId', 'RequestsPerSecond', 'PromptTokens', 'OutputTokens', 'ParametersBillion', 'BytesPerParameter', 'KvKiBPerToken', 'GpusPerCopy',
            'TargetFirstTokenMs',
          ],
          rows: [model('small', models.small, 1), model('large on 4', models.large, 4), model('large on 2', models.large, 2)],
          numberFormats: { PromptTokens: '#,##0' },
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType'],
          rows: [
            ['small on L40S', 'small', '1 Small, L40S', 'aws', 'us-east-1', 'g6e.xlarge'],
            ['small on H100', 'small', '2 Small, H100', 'aws', 'us-east-1', 'p5.4xlarge'],
            ['small on A100', 'small', '3 Small, A100 of a GPU cloud', 'lambda', 'any', '1x-a100-40gb'],
            ['large on H100', 'large on 4', '4 Large, H100', 'aws', 'us-east-1', 'p5.48xlarge'],
            ['large on H200', 'large on 2', '5 Large, H200', 'aws', 'us-east-1', 'p5en.48xlarge'],
          ],
        },
      ],
    },
  ],
};
