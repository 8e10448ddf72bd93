import type { Sample } from './sample.ts';

/** As published of Llama 2 with 70 billion parameters. */
export const published = { parameters: 70, tokens: 2000, gpuHours: 1_720_320 };
/** Measured of a model of one's own, on nodes of eight H100: tokens a second. */
export const measured = [[1, 58_000], [2, 112_000], [4, 214_000], [8, 398_000]] as const;

const place = (id: string, work: string, scenario: string, nodeType: string) => [id, work, scenario, 'aws', 'us-east-1', nodeType];

export const modelTraining: Sample = {
  id: 'model-training',
  title: 'Training a language model',
  question: 'How long does training take on how many GPUs, what holds it up, and what does it cost?',
  background: [
    'Two runs. The first is as large as a published one: 70 billion parameters that saw 2,000 billion tokens, on 256 nodes with eight A100 each. Nobody measured it '
      + 'here; it is worked out from the peak of the GPUs, what 256 nodes exchange after each step, and nodes that fail.',
    'The second is a model of 8 billion parameters on nodes with eight H100, measured on one, two, four and eight of them: the curve through these four counts.',
    'More nodes are sooner done and dearer: they exchange more, and one of them fails more often. The chart shows time against money.',
  ],
  figures: [
    { figure: '70 billion parameters, 2,000 billion tokens, 1,720,320 hours of A100', source: 'Touvron et al., Llama 2, 2023.' },
    { figure: 'Operations, part of the peak, memory', source: 'Defaults with their sources in docs/assumptions.md (A-TRN).' },
    { figure: 'Interconnects of 400 and 3,200 Gb/s, a failure a node and quarter', source: 'Of the node types (AWS); the failures are a judgement: replace them by your own.' },
    { figure: 'Tokens a second of the smaller model', source: 'Made up for this sample: replace them by your own runs in the sheet Training.' },
    { figure: 'On-demand prices', source: 'From the catalog: AWS us-east-1, Linux.' },
  ],
  results: [
    { sheet: 'Results Training', meaning: 'Time, money and what holds it up, for the planned node count and others; the chart shows time against money.' },
    { sheet: 'Results Summary', meaning: 'What each run costs within the plan.' },
    { sheet: 'Results Detail', meaning: 'The node-hours of each month, in the columns of a bill (FOCUS).' },
  ],
  liveFormulas: [
    {
      id: 'operations', question: 'Operations of the larger run', unit: 'operations', numberFormat: '0.00E+00',
      formula: '=6*{ModelTraining.large.ParametersBillion}*1E9*{ModelTraining.large.TokensBillion}*1E9',
    },
    {
      question: 'Part of the peak of an A100 the published run reached', unit: 'of the peak', numberFormat: '0.0%',
      formula: '={@operations}/(1720320*3600*311.87E12)',
    },
    {
      question: 'Contention between nodes of the smaller one', unit: 'sigma', numberFormat: '0.0000',
      formula: '=INDEX(CLOUD.USLFIT(TrainingRuns[Nodes],TrainingRuns[TokensPerSecond]),1,1)',
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
            ['HorizonMonths', 6, 'Long enough for both runs to end.'],
          ],
        },
      ],
    },
    {
      name: 'Training',
      tables: [
        {
          tableId: 'ModelTraining',
          columns: ['TrainingId', 'ParametersBillion', 'TokensBillion', 'Nodes', 'MostNodes', 'InterconnectGbps', 'FailuresPerNodeMonth', 'TokensPerStepMillion'],
          rows: [
            ['large', published.parameters, published.tokens, 256, 512, 400, 0.33, 4],
            ['small', 8, 300, 8, 64, 3200, 0.33, 4],
          ],
        },
        {
          tableId: 'TrainingRuns',
          note: 'Measured before anything is worked out.',
          columns: ['TrainingId', 'NodeType', 'Nodes', 'TokensPerSecond'],
          rows: measured.map(([nodes, tokens]) => ['small', 'p5.48xlarge', nodes, tokens]),
        },
        {
          tableId: 'Placements',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType'],
          rows: [place('large on A100', 'large', '1 Large', 'p4de.24xlarge'), place('small on H100', 'small', '2 Small', 'p5.48xlarge')],
        },
      ],
    },
  ],
};
